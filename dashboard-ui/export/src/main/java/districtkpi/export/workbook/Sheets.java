package districtkpi.export.workbook;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.scoring.PlainDecimal;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.dhatim.fastexcel.Worksheet;

/** What all sheets have in common. */
final class Sheets {

    /** The most that the format has, with the header. */
    static final int MAX_ROWS = 1_048_576;

    /** Columns are as wide as what stands in the first of them. */
    private static final int ROWS_IN_MEMORY = 1_000;

    private Sheets() {}

    /**
     * Columns with one for each level behind them.
     *
     * @param state of a level, such as {@code met} for {@code level_1_met}
     */
    static List<String> withLevels(List<String> columns, Agreement agreement, String state) {
        return Stream.concat(
                        columns.stream(),
                        IntStream.rangeClosed(1, agreement.maxLevels())
                                .mapToObj(level -> "level_" + level + "_" + state))
                .toList();
    }

    /** Names the columns in a first row that stays in sight. */
    static void header(Worksheet sheet, List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    /** Sends what was written of a long sheet on its way, so that it is not all in memory. */
    static void flush(Worksheet sheet, int row) throws IOException {
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    /** Writes a formula, which the library takes as it is into its XML. */
    static void formula(Worksheet sheet, int row, int column, String formula) {
        sheet.formula(
                row,
                column,
                formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /**
     * The level that a ladder gives, where cells of the row say which levels are met.
     *
     * @param firstLevel column of level 1; the others follow
     */
    static String reached(int row, int firstLevel, Indicator indicator) {
        int top = indicator.topLevel();
        return switch (indicator.ladder().value()) {
            case CUMULATIVE -> {
                String formula = String.valueOf(top);
                for (int level = top; level >= 1; level--) {
                    formula =
                            "IF("
                                    + Place.cell(row, firstLevel + level - 1)
                                    + ","
                                    + formula
                                    + ","
                                    + (level - 1)
                                    + ")";
                }
                yield formula;
            }
            case HIGHEST -> {
                String formula = "0";
                for (int level = 1; level <= top; level++) {
                    formula =
                            "IF("
                                    + Place.cell(row, firstLevel + level - 1)
                                    + ","
                                    + level
                                    + ","
                                    + formula
                                    + ")";
                }
                yield formula;
            }
        };
    }

    /** A number as it is published, where there is one. */
    static void published(Worksheet sheet, int row, int column, Optional<BigFraction> number) {
        number.ifPresent(exact -> sheet.value(row, column, new BigDecimal(PlainDecimal.of(exact))));
    }

    /** Whether a number is the published one, which has four places behind the point. */
    static String same(String computed, String published) {
        return "IF(ISNUMBER("
                + published
                + "),IF(ISNUMBER("
                + computed
                + "),ABS("
                + computed
                + "-"
                + published
                + ")<0.0000501,FALSE),NOT(ISNUMBER("
                + computed
                + ")))";
    }

    /** Says {@code ok}, {@code differs}, or {@code too large} where the formulas are not exact. */
    static String verdict(String exact, String same) {
        return "IF(" + exact + ",IF(AND(" + same + "),\"ok\",\"differs\"),\"too large\")";
    }
}
