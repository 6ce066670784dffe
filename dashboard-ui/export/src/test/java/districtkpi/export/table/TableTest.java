package districtkpi.export.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class TableTest {

    private record Row(String name, Optional<BigFraction> points, OptionalInt rank) {}

    private static final Table<Row> TABLE =
            Table.<Row>columns()
                    .word("code", _ -> "4301")
                    .text("name", Row::name)
                    .exact("points", Row::points)
                    .cell("rank", Cell.Kind.WHOLE, row -> Cells.whole(row.rank()))
                    .whole("line", _ -> 14)
                    .flag("demonstration", _ -> true)
                    .words("missing", _ -> List.of("a", "b"))
                    .build();

    private static final Row FULL =
            new Row("สังคม", Optional.of(BigFraction.of(200, 3)), OptionalInt.of(1));
    private static final Row EMPTY = new Row("", Optional.empty(), OptionalInt.empty());

    @Test
    void csvHasTheColumnsInOrderAndLinesThatEndAsInRfc4180() {
        assertThat(csv(FULL, EMPTY))
                .isEqualTo(
                        """
                        code,name,points,rank,line,demonstration,missing
                        4301,สังคม,66.6667,1,14,true,a b
                        4301,,,,14,true,a b
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void csvQuotesWhatWouldBreakIt() {
        assertThat(csv(named("a,\"b\"\nc"))).contains("4301,\"a,\"\"b\"\"\nc\",,");
    }

    @Test
    void csvMakesTextHarmlessThatASpreadsheetWouldRun() {
        assertThat(csv(named("=1+1"))).contains("4301,'=1+1,");
        assertThat(csv(named("@SUM(A1)"))).contains("4301,'@SUM(A1),");
        assertThat(csv(named("+66 42"))).contains("4301,'+66 42,");
    }

    @Test
    void csvKeepsNegativeNumbersNumbers() {
        Row behind = new Row("-3.5", Optional.of(BigFraction.of(-7, 2)), OptionalInt.empty());

        assertThat(csv(behind)).contains("4301,-3.5,-3.5,");
    }

    @Test
    void csvHasAByteOrderMarkOnlyWhenAsked() {
        assertThat(bytes(out -> TABLE.writeCsv(Stream.of(), false, out)))
                .startsWith('c', 'o', 'd', 'e');
        assertThat(bytes(out -> TABLE.writeCsv(Stream.of(), true, out)))
                .startsWith(0xEF, 0xBB, 0xBF, 'c');
    }

    @Test
    void jsonHasTheColumnsAsKeysAndNothingAsNull() {
        assertThat(json(FULL, EMPTY))
                .isEqualTo(
                        """
                        [{"code":"4301","name":"สังคม","points":66.6667,"rank":1,"line":14,\
                        "demonstration":true,"missing":["a","b"]},\
                        {"code":"4301","name":"","points":null,"rank":null,"line":14,\
                        "demonstration":true,"missing":["a","b"]}]\
                        """);
    }

    @Test
    void jsonLeavesTextAsItIs() {
        assertThat(json(named("=1+1"))).contains("\"name\":\"=1+1\"");
    }

    @Test
    void jsonNumbersKeepEveryDigitAndHaveNoExponent() {
        Table<BigDecimal> table =
                Table.<BigDecimal>columns().decimal("baht", Function.identity()).build();

        assertThat(json(table, new BigDecimal("1E+30")))
                .isEqualTo("{\"baht\":1000000000000000000000000000000}");
        assertThat(json(table, new BigDecimal("12345678901234567890.1200")))
                .isEqualTo("{\"baht\":12345678901234567890.12}");
        assertThat(json(table, new BigDecimal("0.00000001"))).isEqualTo("{\"baht\":0.00000001}");
    }

    private static Row named(String name) {
        return new Row(name, Optional.empty(), OptionalInt.empty());
    }

    private static String csv(Row... rows) {
        return new String(bytes(out -> TABLE.writeCsv(Stream.of(rows), false, out)), UTF_8);
    }

    private static String json(Row... rows) {
        return new String(bytes(out -> TABLE.writeJson(Stream.of(rows), out)), UTF_8);
    }

    private static <R> String json(Table<R> table, R row) {
        return new String(bytes(out -> table.writeJson(row, out)), UTF_8);
    }

    private interface Content {
        void writeTo(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
