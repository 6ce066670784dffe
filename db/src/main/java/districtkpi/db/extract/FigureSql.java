package districtkpi.db.extract;

import static districtkpi.db.jooq.Tables.EXTRACT_ROW;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;

import districtkpi.db.extract.FigureQuery.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** The model of figures in SQL. Names of columns and all values are bound or quoted by jOOQ. */
final class FigureSql {

    private FigureSql() {}

    static Condition among(FigureQuery query) {
        return all(query.among());
    }

    /** The rows that count for a part of a measure. */
    static Condition counted(FigureQuery query, Part part) {
        return among(query).and(all(part.where()));
    }

    /** The rows that a measure is about and that do not count for its value. */
    static Condition missed(FigureQuery query) {
        return among(query).and(not(known(all(query.value().where()))));
    }

    /** Whether every row counts for a part of a measure. */
    static boolean everyRowCounts(FigureQuery query, Part part) {
        return query.among().isEmpty() && part.where().isEmpty();
    }

    /** A condition that is false, not unknown, where a cell is empty. */
    static Condition known(Condition some) {
        return condition("({0}) is true", some);
    }

    static Field<?> aggregate(FigureQuery query, Part part) {
        return function(part.aggregate()).filterWhere(counted(query, part));
    }

    private static AggregateFunction<?> function(Aggregate aggregate) {
        return switch (aggregate) {
            case Aggregate.Rows _ -> count();
            case Aggregate.Sum(ColumnKey column) -> sum(number(column));
            case Aggregate.Distinct(ColumnKey column) -> countDistinct(text(column));
            case Aggregate.FirstDay(ColumnKey column) -> min(day(column));
            case Aggregate.LastDay(ColumnKey column) -> max(day(column));
        };
    }

    private static Condition all(List<Filter> filters) {
        return filters.stream().map(FigureSql::of).reduce(Condition::and).orElse(trueCondition());
    }

    private static Condition of(Filter filter) {
        return switch (filter) {
            case Filter.Given(ColumnKey column) -> given(column);
            case Filter.Empty(ColumnKey column) -> not(given(column));
            case Filter.OneOf(ColumnKey column, var values) ->
                    text(column).in(values.stream().sorted().toList());
            case Filter.AtLeast(ColumnKey column, BigDecimal number) -> number(column).ge(number);
            case Filter.AtLeastColumn(ColumnKey column, ColumnKey other) ->
                    number(column).ge(number(other));
            case Filter.Between(ColumnKey column, LocalDate first, LocalDate last) ->
                    day(column).between(first, last);
            case Filter.NotAfter(ColumnKey column, LocalDate last) -> day(column).le(last);
            case Filter.AnyOf(List<Filter> filters) ->
                    or(filters.stream().map(FigureSql::of).toList());
        };
    }

    private static Field<String> text(ColumnKey column) {
        return jsonbGetAttributeAsText(EXTRACT_ROW.CELLS, inline(column.value()));
    }

    /**
     * Empty cells are absent. By the function of the operator {@code ?}, which means something else
     * to JDBC; it need not make a text of the cell to see it.
     */
    private static Condition given(ColumnKey column) {
        return condition("jsonb_exists({0}, {1})", EXTRACT_ROW.CELLS, inline(column.value()));
    }

    /** Not by way of a text, which takes twice as long. */
    private static Field<BigDecimal> number(ColumnKey column) {
        return jsonbGetAttribute(EXTRACT_ROW.CELLS, inline(column.value()))
                .cast(SQLDataType.NUMERIC);
    }

    private static Field<LocalDate> day(ColumnKey column) {
        return text(column).cast(SQLDataType.LOCALDATE);
    }
}
