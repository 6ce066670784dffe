package districtkpi.importer.source;

import districtkpi.db.extract.Aggregate;
import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.FigureQuery;
import districtkpi.db.extract.Filter;
import districtkpi.domain.agreement.Period;
import districtkpi.domain.agreement.Period.Length;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.source.SourceDescription.Arithmetic;
import districtkpi.importer.source.SourceDescription.Condition;
import districtkpi.importer.source.SourceDescription.Part;
import districtkpi.importer.source.SourceDescription.Within;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days that a round means for an extract of one day.
 *
 * @param firstDay of the round
 * @param asOf the day that the extract describes, a day of the round
 */
record RoundSpan(RoundId round, LocalDate firstDay, LocalDate asOf) {

    /** Of the Buddhist era; the fiscal year begins in October of the year before. */
    private static final int YEAR_OF_OCTOBER = 544;

    /** The question that a measure asks the rows. */
    FigureQuery query(SourceDescription source, SourceDescription.Measure measure) {
        FigureQuery.Part every = new FigureQuery.Part(new Aggregate.Rows(), List.of());
        return switch (measure.arithmetic()) {
            case Arithmetic.Ratio(Part value, Part of, _) ->
                    query(source, measure, part(source, value), part(source, of));
            case Arithmetic.Count(Part value) -> query(source, measure, part(source, value), null);
            case Arithmetic.DoneByAll(List<Condition> where) ->
                    query(
                            source,
                            measure,
                            new FigureQuery.Part(new Aggregate.Rows(), filters(source, where)),
                            every);
            case Arithmetic.DoneByAny(List<Condition> where, ColumnKey on) ->
                    query(
                            source,
                            measure,
                            new FigureQuery.Part(
                                    new Aggregate.FirstDay(on), filters(source, where)),
                            every);
            case Arithmetic.Day(ColumnKey column, boolean last, List<Condition> where) ->
                    query(
                            source,
                            measure,
                            new FigureQuery.Part(
                                    last
                                            ? new Aggregate.LastDay(column)
                                            : new Aggregate.FirstDay(column),
                                    filters(source, where)),
                            null);
        };
    }

    private FigureQuery query(
            SourceDescription source,
            SourceDescription.Measure measure,
            FigureQuery.Part value,
            FigureQuery.@Nullable Part of) {
        return new FigureQuery(measure.id(), filters(source, measure.among()), value, of);
    }

    private FigureQuery.Part part(SourceDescription source, Part part) {
        Aggregate aggregate =
                switch (part.how()) {
                    case COUNT -> new Aggregate.Rows();
                    case DISTINCT -> new Aggregate.Distinct(Objects.requireNonNull(part.column()));
                    case SUM -> new Aggregate.Sum(Objects.requireNonNull(part.column()));
                };
        return new FigureQuery.Part(aggregate, filters(source, part.where()));
    }

    private List<Filter> filters(SourceDescription source, List<Condition> conditions) {
        return conditions.stream().map(condition -> filter(source, condition)).toList();
    }

    private Filter filter(SourceDescription source, Condition condition) {
        return switch (condition) {
            case Condition.Given(ColumnKey column) -> new Filter.Given(column);
            case Condition.Empty(ColumnKey column) -> new Filter.Empty(column);
            case Condition.OneOf(ColumnKey column, List<String> values) ->
                    new Filter.OneOf(column, Set.copyOf(values));
            case Condition.AtLeast(ColumnKey column, var number) ->
                    new Filter.AtLeast(column, number);
            case Condition.AtLeastColumn(ColumnKey column, ColumnKey other) ->
                    new Filter.AtLeastColumn(column, other);
            case Condition.InRound(ColumnKey column) -> inRound(source, column);
            case Condition.InBase(ColumnKey column) ->
                    new Filter.Between(column, firstDay.minusYears(1), yearBefore(asOf));
            case Condition.BeforeRound(ColumnKey column) ->
                    new Filter.NotAfter(column, firstDay.minusDays(1));
            case Condition.UntilAsOf(ColumnKey column) -> new Filter.NotAfter(column, asOf);
            case Condition.AnyOf(List<Condition> conditions) ->
                    new Filter.AnyOf(filters(source, conditions));
        };
    }

    private Filter inRound(SourceDescription source, ColumnKey column) {
        ColumnType type = source.column(column).orElseThrow().type();
        return switch (type) {
            case QUARTER -> new Filter.OneOf(column, quarters());
            case FISCAL_YEAR ->
                    new Filter.OneOf(column, Set.of(Integer.toString(round.fiscalYear())));
            case TIME_OF_YEAR ->
                    new Filter.OneOf(column, numbers(Length.HALF_YEAR, round.period()::overlaps));
            case DAY, MONTH -> new Filter.Between(column, firstDay, asOf);
            case DISTRICT, VILLAGE_CODE, TEXT, NUMBER, COUNT, PERCENT, CHOICE, FLAG ->
                    throw new IllegalStateException(column + " does not say when");
        };
    }

    /** The quarters of the round, and both of a half that it has. */
    private Set<String> quarters() {
        Set<String> quarters = numbers(Length.QUARTER, round.period()::includes);
        if (round.period().includes(Period.FIRST_HALF)) {
            quarters.add("1-2");
        }
        if (round.period().includes(Period.SECOND_HALF)) {
            quarters.add("3-4");
        }
        return quarters;
    }

    private static Set<String> numbers(Length length, Predicate<Period> ofRound) {
        return Arrays.stream(Period.values())
                .filter(period -> period.length() == length)
                .filter(ofRound)
                .map(period -> Integer.toString(period.number()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The last day of a month stays one, in leap years too. */
    private static LocalDate yearBefore(LocalDate day) {
        LocalDate before = day.minusYears(1);
        boolean last = day.getDayOfMonth() == day.lengthOfMonth();
        return last ? before.withDayOfMonth(before.lengthOfMonth()) : before;
    }

    /** Whether a row of a day belongs to an extract for this round. */
    boolean contains(Within within, LocalDate day) {
        LocalDate start = LocalDate.of(round.fiscalYear() - YEAR_OF_OCTOBER, 10, 1);
        LocalDate end = start.plusYears(1);
        return switch (within) {
            case ANY -> true;
            case FISCAL_YEAR -> !day.isBefore(start) && day.isBefore(end);
            case TWO_FISCAL_YEARS -> !day.isBefore(start.minusYears(1)) && day.isBefore(end);
        };
    }
}
