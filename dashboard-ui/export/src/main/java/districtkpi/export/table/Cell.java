package districtkpi.export.table;

import java.math.BigDecimal;
import java.util.List;

/** What stands in one cell of a {@link Table}. */
public sealed interface Cell {

    /** What the cells of a column are, as far as they are not absent. */
    enum Kind {
        /** {@link Word} or {@link Text}. */
        TEXT,
        /** {@link Words}. */
        TEXTS,
        /** {@link Decimal} without places behind the point. */
        WHOLE,
        /** {@link Decimal}. */
        DECIMAL,
        /** {@link Flag}. */
        FLAG,
        /** A figure as it was reported: a number, or a {@link Word} such as a day. */
        FIGURE
    }

    /** A word of ours, such as a code, a day or a status: no spreadsheet runs it as a formula. */
    record Word(String text) implements Cell {}

    /** Several words: an array in JSON, separated by spaces in CSV. */
    record Words(List<String> texts) implements Cell {
        public Words {
            texts = List.copyOf(texts);
        }
    }

    /** What people wrote, which a spreadsheet must not run as a formula. */
    record Text(String text) implements Cell {}

    /** A number as it is printed. */
    record Decimal(BigDecimal number) implements Cell {}

    /** True or false. */
    record Flag(boolean value) implements Cell {}

    /** Nothing: empty in CSV, null in JSON. */
    record Absent() implements Cell {}
}
