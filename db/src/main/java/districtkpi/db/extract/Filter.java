package districtkpi.db.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Which rows count. A row of which a filter knows nothing, since the cell is empty, does not. */
public sealed interface Filter {

    /** The cell has something in it. */
    record Given(ColumnKey column) implements Filter {}

    /** The cell is empty. */
    record Empty(ColumnKey column) implements Filter {}

    /** The cell is one of some texts; {@code true} and {@code false} for yes and no. */
    record OneOf(ColumnKey column, Set<String> values) implements Filter {
        public OneOf {
            values = Set.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("One of nothing: " + column);
            }
        }
    }

    /** The cell is a number, and at least another one. */
    record AtLeast(ColumnKey column, BigDecimal number) implements Filter {}

    /** The cell is a number, and at least that of another cell of the row. */
    record AtLeastColumn(ColumnKey column, ColumnKey other) implements Filter {}

    /** The cell is a day of a span, both ends inclusive. */
    record Between(ColumnKey column, LocalDate first, LocalDate last) implements Filter {}

    /** The cell is a day up to another one, inclusive. */
    record NotAfter(ColumnKey column, LocalDate day) implements Filter {}

    /** At least one of several holds. */
    record AnyOf(List<Filter> filters) implements Filter {
        public AnyOf {
            filters = List.copyOf(filters);
            if (filters.isEmpty()) {
                throw new IllegalArgumentException("Any of nothing");
            }
        }
    }
}
