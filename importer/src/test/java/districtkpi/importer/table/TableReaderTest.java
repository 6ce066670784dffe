package districtkpi.importer.table;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.Issue;
import districtkpi.importer.table.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    private static final ImportLimits LIMITS = new ImportLimits(20_000, 20, 60, 200, 1_000);

    private final IssueLog log = new IssueLog(1_000);

    private Table read(String text) {
        return TableReader.read(text, LIMITS, log).orElseThrow();
    }

    private List<String> issues() {
        return log.issues().stream().map(issue -> issue.code() + " " + issue.line()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void keepsTheLineOnWhichEachRowStarts(String end) {
        String text =
                String.join(
                        end,
                        "a,b",
                        "1,2",
                        "",
                        "\"one",
                        "two",
                        "",
                        "three\",\"x",
                        "y\"",
                        ",",
                        "3,4",
                        "\"5\",6");

        Table table = read(text);

        assertThat(table.header().cells()).containsExactly("a", "b");
        assertThat(table.rows()).extracting(Row::line).containsExactly(2, 4, 10, 11);
        assertThat(table.rows().get(1).cells())
                .containsExactly("one" + end + "two" + end + end + "three", "x" + end + "y");
        assertThat(table.rows().get(1).rawText())
                .isEqualTo(String.join(end, "\"one", "two", "", "three\",\"x", "y\""));
        assertThat(table.rows().get(2).rawText()).isEqualTo("3,4");
        assertThat(table.rows().getLast().rawText()).isEqualTo("\"5\",6");
        assertThat(issues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "round,district | 1,2",
                "round;district | 1;2",
                "\"a,b,c\";district | 1;2",
                "round | 1,2",
            })
    void findsTheSeparator(String header, String row) {
        assertThat(read(header + "\n" + row).rows().getFirst().cells()).containsExactly("1", "2");
    }

    /** By which programs tell Excel the separator; others save it as a row of the table. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sep=;    | a,b,c;d | 1,5;2",
                "SEP=,    | a;b;c,d | 1;5,2",
                "\"sep=^\" | a,b,c^d | 1,5^2",
                "sep=,,   | a;b;c,d | 1;5,2",
                "\"sep=;\", | a;b,c  | 1;5,2",
                "sep=;,   | a;b,c   | 1;5,2",
            })
    void stepsOverTheLineThatNamesTheSeparator(String first, String header, String row) {
        Table table = read(first.strip() + "\r\n" + header.strip() + "\r\n" + row.strip() + "\r\n");

        assertThat(table.header().line()).isEqualTo(2);
        assertThat(table.header().cells()).hasSize(2);
        assertThat(table.rows())
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.line()).isEqualTo(3);
                    assertThat(read.cells()).hasSize(2).last().isEqualTo("2");
                });
        assertThat(issues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=", "sep", "sep=a", "sep=;x", "sep=1,b"})
    void whatOnlyLooksLikeSuchALineIsTheHeader(String header) {
        assertThat(read(header + "\n1,2").header().line()).isEqualTo(1);
    }

    @Test
    void findsTabsToo() {
        assertThat(read("round\tdistrict\n1,5\t2").rows().getFirst().cells())
                .containsExactly("1,5", "2");
    }

    @Test
    void readsQuotesThatAreDoubledAndSpacesAroundQuotes() {
        assertThat(read("a,b\n\"say \"\"hi\"\"\" , \"x, y\" ").rows().getFirst().cells())
                .containsExactly("say \"hi\"", "x, y");
    }

    @Test
    void goesOnAfterARowThatCannotBeRead() {
        Table table = read("a,b\n\"1\"x,2\n3,4\n\"5,6\n7,8\n\"9\"y,0\n1,2\n");

        assertThat(issues())
                .containsExactly("TEXT_AFTER_QUOTE 2", "UNCLOSED_QUOTE 4", "TEXT_AFTER_QUOTE 6");
        assertThat(table.rows()).extracting(Row::line).containsExactly(3, 5, 7);
        assertThat(table.unreadable()).isEqualTo(3);
    }

    @Test
    void tellsAQuoteThatStaysOpenInTheLastLine() {
        read("a,b\n1,2\n\"3,4");

        assertThat(issues()).containsExactly("UNCLOSED_QUOTE 3");
    }

    @Test
    void readsNothingWithoutAHeaderThatCanBeRead() {
        assertThat(TableReader.read("a,\"b\n1,2\n", LIMITS, log)).isEmpty();
        assertThat(issues()).containsExactly("UNCLOSED_QUOTE 1");
    }

    @Test
    void stopsWhereTooManyRowsCannotBeRead() {
        read("a,b\n" + "\"1\"x,2\n".repeat(100));

        assertThat(log.issues()).hasSize(26);
        Issue last = log.issues().getLast();
        assertThat(last.code()).isEqualTo("READING_STOPPED");
        assertThat(last.line()).isEqualTo(27);
        assertThat(last.message().en())
                .isEqualTo(
                        "So many rows cannot be read that checking stopped at this line. Correct the rows above first and import the file again.");
        assertThat(last.message().th())
                .isEqualTo(
                        "มีแถวที่อ่านไม่ได้จำนวนมาก จึงหยุดตรวจตั้งแต่บรรทัดนี้ โปรดแก้ไขแถวที่แจ้งไว้ก่อนแล้วนำเข้าใหม่");
    }

    @Test
    void refusesMoreRowsThanAllowed() {
        Table table = read("a,b\n" + "1,2\n".repeat(LIMITS.rows() + 1));

        assertThat(issues()).containsExactly("TOO_MANY_ROWS 22");
        assertThat(log.issues().getFirst().message().en())
                .isEqualTo("The file has more than 20 rows. Split it into several files.");
        assertThat(log.issues().getFirst().message().th())
                .isEqualTo("ไฟล์มีเกิน 20 แถว โปรดแบ่งไฟล์ออกเป็นหลายไฟล์");
        assertThat(table.rows()).hasSize(20);
    }

    @Test
    void takesAsManyRowsAsAllowed() {
        read("a,b\n" + "1,2\n".repeat(LIMITS.rows()));

        assertThat(issues()).isEmpty();
    }

    @Test
    void refusesMoreColumnsThanAllowed() {
        read("a,b\n" + "1,".repeat(LIMITS.columns()) + "1\n3,4\n");

        assertThat(issues()).containsExactly("TOO_MANY_COLUMNS 2");
        assertThat(log.issues().getFirst().message().en())
                .isEqualTo("The row has more than 60 columns. Remove those that are not needed.");
        assertThat(log.issues().getFirst().message().th())
                .isEqualTo("แถวนี้มีเกิน 60 คอลัมน์ โปรดลบคอลัมน์ที่ไม่ใช้");
    }

    @Test
    void stopsTakingALineApartWhereItHasTooManyColumns() {
        Table table = read("a,b\n" + ",".repeat(10_000));

        assertThat(table.rows()).isEmpty();
        assertThat(table.unreadable()).isEqualTo(1);
        assertThat(issues()).containsExactly("TOO_MANY_COLUMNS 2");
    }

    @Test
    void refusesALineWithoutEnd() {
        Table table = read("a,b\n1,2\n" + "x".repeat(TextRows.MAX_LENGTH + 1) + "\n3,4\n");

        assertThat(table.rows()).hasSize(1);
        assertThat(issues()).containsExactly("ROW_TOO_LONG 3");
        assertThat(log.issues().getFirst().message().en())
                .isEqualTo(
                        "The row has more than 1000000 characters; line ends may be missing. Check that the file is a table, and save it as CSV UTF-8 again.");
        assertThat(log.issues().getFirst().message().th())
                .isEqualTo(
                        "แถวนี้ยาวเกิน 1000000 ตัวอักษร ไฟล์อาจไม่มีการขึ้นบรรทัดใหม่ โปรดตรวจว่าเป็นไฟล์ตารางและบันทึกใหม่เป็น CSV UTF-8");
    }

    static List<Long> seeds() {
        return new Random(20220331).longs(200).boxed().toList();
    }

    /** Rows written with random line ends inside and between them are found where they start. */
    @ParameterizedTest
    @MethodSource("seeds")
    void findsEveryRowOfARandomTable(long seed) {
        Random random = new Random(seed);
        String[] ends = {"\n", "\r\n", "\r"};
        String end = ends[random.nextInt(3)];
        StringBuilder text = new StringBuilder("a,b" + end);
        List<Integer> lines = new ArrayList<>();
        int line = 2;
        for (int i = 0; i < 15; i++) {
            if (random.nextInt(5) == 0) {
                text.append(end);
                line++;
            }
            lines.add(line);
            int inner = random.nextInt(4);
            text.append('"').append("x").append(end.repeat(inner)).append("y\",").append(i);
            text.append(end);
            line += inner + 1;
        }

        Table table = read(text.toString());

        assertThat(table.rows()).extracting(Row::line).as("seed %d", seed).isEqualTo(lines);
        assertThat(table.rows())
                .as("seed %d", seed)
                .allSatisfy(row ->
                        assertThat(row.rawText())
                                .isEqualTo("\"" + row.cells().get(0) + "\"," + row.cells().get(1)));
    }
}
