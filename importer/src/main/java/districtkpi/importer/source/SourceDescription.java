package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an extract of a source system looks like, and what comes out of it. A new source is a new
 * description, not a new class.
 *
 * @param id lower case with hyphens, such as {@code budget-spending}
 * @param name of the source, as people call it
 * @param notes what was assumed
 * @param document the description as it was written
 * @param sha256 of the document as UTF-8
 */
public record SourceDescription(
        String id,
        LocalizedText name,
        List<Column> columns,
        List<Measure> measures,
        List<LocalizedText> notes,
        String document,
        String sha256) {

    public SourceDescription {
        columns = List.copyOf(columns);
        measures = List.copyOf(measures);
        notes = List.copyOf(notes);
    }

    public Optional<Column> column(ColumnKey key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /** The columns whose numbers are added up, for whatever measure. */
    Set<ColumnKey> added() {
        return parts().filter(part -> part.how() == How.SUM)
                .map(part -> Objects.requireNonNull(part.column()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Part> parts() {
        return measures.stream()
                .flatMap(measure ->
                        switch (measure.arithmetic()) {
                            case Arithmetic.Ratio ratio -> Stream.of(ratio.value(), ratio.of());
                            case Arithmetic.Count count -> Stream.of(count.value());
                            case Arithmetic.DoneByAll _, Arithmetic.DoneByAny _, Arithmetic.Day _ ->
                                    Stream.empty();
                        });
    }

    /** Whether a row that comes twice counts twice, for whatever measure. */
    boolean countsRows() {
        return parts().anyMatch(part -> part.how() != How.DISTINCT);
    }

    /** The days and months that amounts are added by: each has amounts of its own. */
    Set<ColumnKey> periods() {
        return parts().filter(part -> part.how() == How.SUM)
                .flatMap(part -> part.where().stream())
                .flatMap(condition ->
                        switch (condition) {
                            case Condition.InRound(ColumnKey column) -> Stream.of(column);
                            case Condition.InBase(ColumnKey column) -> Stream.of(column);
                            case Condition.Given _,
                                    Condition.Empty _,
                                    Condition.OneOf _,
                                    Condition.AtLeast _,
                                    Condition.AtLeastColumn _,
                                    Condition.BeforeRound _,
                                    Condition.UntilAsOf _,
                                    Condition.AnyOf _ ->
                                    Stream.empty();
                        })
                .filter(key -> column(key).filter(column -> column.type().isDay()).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A column.
     *
     * @param also other headings that mean it; one that ends in {@code *} stands for all that begin
     *     so
     * @param required whether a file has to have it
     * @param filled whether each row that counts has to have something in it
     * @param least the smallest number that can be
     * @param atMost the column whose number it should not be above
     * @param within the days that a row can be of; others are left out
     * @param options of a choice
     */
    public record Column(
            ColumnKey key,
            ColumnType type,
            LocalizedText name,
            List<String> also,
            boolean required,
            boolean filled,
            @Nullable BigDecimal least,
            @Nullable ColumnKey atMost,
            Within within,
            List<Option> options) {

        public Column {
            also = List.copyOf(also);
            options = List.copyOf(options);
        }

        public Optional<BigDecimal> leastNumber() {
            return Optional.ofNullable(least);
        }

        public Optional<ColumnKey> atMostOf() {
            return Optional.ofNullable(atMost);
        }
    }

    /** The span of days of the rows that belong to a round. */
    public enum Within {
        /** Whatever day. */
        ANY,
        /** The fiscal year of the round. */
        FISCAL_YEAR,
        /** The fiscal year of the round and the one before, which it is compared with. */
        TWO_FISCAL_YEARS
    }

    /**
     * One of the texts that a choice can be.
     *
     * @param key under which it is kept
     * @param names as people write it
     */
    public record Option(String key, List<String> names) {
        public Option {
            names = List.copyOf(names);
        }
    }

    /**
     * How a measure is worked out.
     *
     * @param among the rows that it is about
     * @param working what is said about the figure, with {@code {value}}, {@code {of}}, {@code
     *     {day}}
     * @param missed what is said before the lines of rows that do not count for the value
     */
    public record Measure(
            MeasureId id,
            List<Condition> among,
            Arithmetic arithmetic,
            LocalizedText working,
            @Nullable LocalizedText missed) {

        public Measure {
            among = List.copyOf(among);
        }

        public Optional<LocalizedText> missedText() {
            return Optional.ofNullable(missed);
        }
    }

    /** What is made of the rows that a measure is about. */
    public sealed interface Arithmetic {

        /**
         * Two numbers, for share, growth and reduction.
         *
         * @param zeroIfNone whether no row that counts for the value is a value of 0, and not none
         */
        record Ratio(Part value, Part of, boolean zeroIfNone) implements Arithmetic {}

        /** A number of things. */
        record Count(Part value) implements Arithmetic {}

        /** A step that is done once every row holds something. */
        record DoneByAll(List<Condition> where) implements Arithmetic {
            public DoneByAll {
                where = List.copyOf(where);
            }
        }

        /**
         * A step that is done once any row holds something.
         *
         * @param on the column with the day
         */
        record DoneByAny(List<Condition> where, ColumnKey on) implements Arithmetic {
            public DoneByAny {
                where = List.copyOf(where);
            }
        }

        /**
         * A day.
         *
         * @param last whether the last day counts, or the first
         */
        record Day(ColumnKey column, boolean last, List<Condition> where) implements Arithmetic {
            public Day {
                where = List.copyOf(where);
            }
        }
    }

    /**
     * A number made of rows.
     *
     * @param column that is added or whose different texts are counted; absent where rows are
     *     counted
     */
    public record Part(How how, @Nullable ColumnKey column, List<Condition> where) {
        public Part {
            where = List.copyOf(where);
        }
    }

    /** How a number is made of rows. */
    public enum How {
        COUNT,
        DISTINCT,
        SUM
    }

    /** Which rows count; what depends on the round is filled in by it. */
    public sealed interface Condition {

        record Given(ColumnKey column) implements Condition {}

        record Empty(ColumnKey column) implements Condition {}

        record OneOf(ColumnKey column, List<String> values) implements Condition {
            public OneOf {
                values = List.copyOf(values);
            }
        }

        record AtLeast(ColumnKey column, BigDecimal number) implements Condition {}

        record AtLeastColumn(ColumnKey column, ColumnKey other) implements Condition {}

        /** In the round, up to the day of the extract; a year or a time of year of the round. */
        record InRound(ColumnKey column) implements Condition {}

        /** In the same span a year before the round. */
        record InBase(ColumnKey column) implements Condition {}

        /** Before the first day of the round. */
        record BeforeRound(ColumnKey column) implements Condition {}

        /** Not after the day of the extract. */
        record UntilAsOf(ColumnKey column) implements Condition {}

        record AnyOf(List<Condition> conditions) implements Condition {
            public AnyOf {
                conditions = List.copyOf(conditions);
            }
        }
    }
}
