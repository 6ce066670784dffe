package districtkpi.importer.source;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.source.CellReader.Result;
import districtkpi.importer.table.FileRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowPrinterTest {

    /** Generously. */
    private static final Duration MAX = Duration.ofSeconds(10);

    private final RowPrinter printer = new RowPrinter(1, List.of(), new int[0], -1, Set.of());

    /** Of a row with one cell, which nothing is taken from. */
    private Repeats.Row print(String cell) {
        return printer.print(
                new FileRow("", 2, List.of(cell)),
                new DistrictCode("4301"),
                new Result[0],
                new int[0],
                new BigDecimal[0]);
    }

    @Test
    void textsThatAreMadeToCostAreWordsSoon() {
        String spaces = " ".repeat(3_900);
        Repeats.Row empty = print("");
        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            assertThat(print("เดือน" + spaces + "x" + i + "y").when()).isEqualTo(empty.when());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MAX);
    }
}
