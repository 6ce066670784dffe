package districtkpi.importer.table;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadersTest {

    private static final ImportLimits LIMITS = new ImportLimits(100_000, 20, 60, 200, 1_000);

    @TempDir Path folder;

    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve("file"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "sheet line: cell | cell" of each row. */
    private List<String> rows(byte[] content) {
        return rows(file(content), LIMITS);
    }

    private static List<String> rows(Path file, ImportLimits limits) {
        List<String> rows = new ArrayList<>();
        try (RowReader reader = RowReaders.open(file, "file.csv", limits)) {
            for (Optional<FileRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(
                        (row.get().sheet() + " " + row.get().line() + ": ").strip()
                                + " "
                                + String.join(" | ", row.get().cells()));
            }
            assertThat(reader.bytesRead()).isEqualTo(Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private List<String> text(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private UnreadableFileException refusal(Path file, ImportLimits limits) {
        return catchThrowableOfType(UnreadableFileException.class, () -> rows(file, limits));
    }

    private String refusal(byte[] content) {
        UnreadableFileException refusal = refusal(file(content), LIMITS);
        return refusal.code() + " " + refusal.line();
    }

    private String textRefusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> cells(WorkbookBytes workbook) {
        return rows(workbook.bytes());
    }

    @Test
    void readsATextRowByRowWithTheLineOnWhichEachStarts() {
        assertThat(text("a;b\r\n\r\n1; 2 \n\"x\ny\";\"say \"\"hi\"\"\"\r3;5\" pipe\n \u200B;\n4;5"))
                .containsExactly(
                        "1: a | b",
                        "3: 1 | 2",
                        "4: x\ny | say \"hi\"",
                        "6: 3 | 5\" pipe",
                        "8: 4 | 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "x-windows-874"})
    void readsEveryEncoding(String charset) {
        assertThat(rows("อำเภอ\tค่า\nท่าบ่อ\t๒\n".getBytes(Charset.forName(charset))))
                .containsExactly("1: อำเภอ | ค่า", "2: ท่าบ่อ | ๒");
    }

    @Test
    void leavesOutTheByteOrderMark() {
        assertThat(text("\uFEFFa,b\n1,2\n")).containsExactly("1: a | b", "2: 1 | 2");
    }

    @Test
    void takesTheSeparatorOfTheFirstLineThatHasOne() {
        assertThat(text("รายงานหนี้ค้างชำระ\na;b\n1,5;2\n"))
                .containsExactly("1: รายงานหนี้ค้างชำระ", "2: a | b", "3: 1,5 | 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    a,b\\n1,\\0\\n         | NOT_A_TABLE 0
                    %PDF-1.7               | NOT_A_TABLE 0
                    <html><table>          | NOT_A_TABLE 0
                    a,b\\n"1"x,2\\n        | TEXT_AFTER_QUOTE 2
                    a,b\\n"1" "",2\\n      | TEXT_AFTER_QUOTE 2
                    a,b\\n1,2\\n"3,4\\n5   | UNCLOSED_QUOTE 3
                    a,b\\n"3\\n"4,5\\n     | UNCLOSED_QUOTE 2
                    \\n ,,\\n              | EMPTY_FILE 0
                    """)
    void refusesATextThatIsNoTable(String text, String refusal) {
        assertThat(textRefusal(text.replace("\\n", "\n").replace("\\0", "\0"))).isEqualTo(refusal);
    }

    @Test
    void refusesAnEncodingThatItDoesNotKnow() {
        byte[] broken = "a,b\nท่าบ่อ,ท่าบ่อ\n1,x".getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 1] = (byte) 0xFC;

        assertThat(refusal(broken)).isEqualTo("BAD_ENCODING 3");
    }

    @Test
    void refusesAFileWithoutAnything() {
        assertThat(refusal(new byte[0])).isEqualTo("EMPTY_FILE 0");
    }

    @Test
    void keepsToTheLimits() {
        assertThat(textRefusal("x".repeat(LIMITS.bytes() + 1))).isEqualTo("TOO_LARGE 0");
        assertThat(textRefusal("a,b\n" + "1,2\n".repeat(21))).isEqualTo("TOO_MANY_ROWS 22");
        assertThat(textRefusal("a,b\n" + "1,".repeat(60))).isEqualTo("TOO_MANY_COLUMNS 2");
        assertThat(textRefusal("a,b\n1," + "x".repeat(201))).isEqualTo("CELL_TOO_LONG 2");
    }

    /** Tests run with a quarter of the machine's memory; half a gigabyte of text is more. */
    @ParameterizedTest
    @CsvSource({
        "x, ROW_TOO_LONG 2",
        "',', ROW_TOO_LONG 2",
        "'\"', ROW_TOO_LONG 2",
        "'\"x\n', UNCLOSED_QUOTE 2"
    })
    void refusesARowWithoutEndInConstantMemory(String unit, String refusal) throws IOException {
        Path file = folder.resolve("endless");
        byte[] chunk = unit.repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("a,b\n".getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < 20_000_000; written += chunk.length) {
                out.write(chunk);
            }
        }

        UnreadableFileException refused =
                refusal(file, new ImportLimits(Integer.MAX_VALUE, 20, 60, 200, 1_000));

        assertThat(refused.code() + " " + refused.line()).isEqualTo(refusal);
    }

    /** Commons CSV is the measure of what a row is. */
    @Test
    void readsRandomTextsLikeCommonsCsv() throws IOException {
        String alphabet = "ab\"\"\", ,;\t\n\r\u00A0ก\u3000";
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setIgnoreEmptyLines(false)
                        .setIgnoreSurroundingSpaces(true)
                        .get();
        for (int seed = 1; seed <= 5_000; seed++) {
            Random random = new Random(seed);
            String text =
                    "h,h,h,h\n"
                            + random.ints(random.nextInt(40), 0, alphabet.length())
                                    .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                                    .collect(Collectors.joining());

            List<List<String>> ours = new ArrayList<>();
            List<List<String>> theirs = new ArrayList<>();
            boolean weStopped = false;
            boolean theyStopped = false;
            try (TextRows rows = new TextRows(new java.io.StringReader(text), () -> 0, 100)) {
                for (Optional<FileRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                    ours.add(row.get().cells());
                }
            } catch (UnreadableFileException stopped) {
                weStopped = true;
            }
            try (CSVParser parser = CSVParser.parse(text, format)) {
                for (CSVRecord row : parser) {
                    if (row.stream().anyMatch(cell -> !CellText.clean(cell).isEmpty())) {
                        theirs.add(row.toList());
                    }
                }
            } catch (UncheckedIOException stopped) {
                theyStopped = true;
            }

            assertThat(ours).as("seed %d: %s", seed, text).isEqualTo(theirs);
            assertThat(weStopped).as("seed %d: %s", seed, text).isEqualTo(theyStopped);
        }
    }

    @Test
    void readsEverythingThatACellOfAWorkbookCanBe() {
        assertThat(
                        cells(
                                new WorkbookBytes()
                                        .sheet(
                                                "ข้อมูล",
                                                "<row r='3'><c r='A3' t='s'><v>0</v></c><c r='C3' t='s'><v>1</v></c>"
                                                        + "<c r='D3' t='inlineStr'><is><t>a</t><r><t>_x000D_b</t></r></is></c></row>"
                                                        + "<row r='5'><c r='A5'><v>0.82340000000000003</v></c><c r='B5' s='1'><v>0.82340000000000003</v></c>"
                                                        + "<c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#REF!</v></c>"
                                                        + "<c t='str'><f>A1&amp;\"x\"</f><v>sum</v></c><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c t='str'><f>x</f><v></v></c>"
                                                        + "<c s='2'><v>44624</v></c><c s='4'><v>242944.75</v></c><c s='6'><v>0.5</v></c><c t='d'><v>2022-03-04T00:00:00</v></c></row>"
                                                        + "<row><c s='2'/><c><v>1</v></c></row><row r='9'/>")))
                .containsExactly(
                        "ข้อมูล 3: ท่าบ่อ |  | โซ่พิสัย | a\rb",
                        "ข้อมูล 5: 0.8234 | 82.34% | TRUE | FALSE | #REF! | sum | 2 | #CALC! |  | 2022-03-04 | 2565-02-25 | 12:00:00 | 2022-03-04",
                        "ข้อมูล 6:  | 1");
    }

    @Test
    void readsSheetAfterSheetAndHiddenOnesOnlyWhereNothingElseIsThere() {
        WorkbookBytes workbook =
                new WorkbookBytes()
                        .sheet("A", "hidden", row(1, "x"))
                        .sheet("B", row(1, "y") + row(2, "z"))
                        .sheet("C", row(7, "w"));

        assertThat(cells(workbook)).containsExactly("B 1: y", "B 2: z", "C 7: w");
        assertThat(
                        cells(
                                new WorkbookBytes()
                                        .sheet("A", "veryHidden", row(1, "x"))
                                        .sheet("B", row(3, " "))))
                .containsExactly("A 1: x");
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() {
        assertThat(
                        cells(
                                new WorkbookBytes()
                                        .from1904()
                                        .sheet("A", "<row><c s='2'><v>43162</v></c></row>")))
                .containsExactly("A 1: 2022-03-04");
    }
}
