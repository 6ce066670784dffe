package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Comparison;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.Note;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.agreement.IndicatorParser.PlacedLevel;
import districtkpi.importer.issue.AgreementIssueCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads levels that are printed as ranges, such as 60–69.99, 70–79.99 and 80–100, as thresholds.
 *
 * <p>A result is at the level whose range it has begun: 69.995 is at least 60 and less than 70. As
 * the level that a result reaches is the best one whose threshold it meets, each range needs the
 * threshold of its worse end alone; the other end is where the next level begins, and it is checked
 * that it does. What the printed ends leave open is read so that no result falls between two levels
 * or off the best one, and noted at the level as an assumption.
 */
final class PrintedRanges {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<WrittenLevel> levels;
    private final AgreementIssues issues;

    /** Of each range, what stands in its place. */
    private final Map<Range, Comparison> thresholds = new HashMap<>();

    /** What had to be assumed at each level, by its number. */
    private final Map<Integer, List<Note>> assumptions = new HashMap<>();

    private PrintedRanges(List<WrittenLevel> levels, AgreementIssues issues) {
        this.levels = levels;
        this.issues = issues;
    }

    /** A condition as a file writes it. */
    sealed interface Written {
        MeasureId measure();
    }

    /** A condition that is compared as it stands. */
    record Plain(Condition condition) implements Written {
        @Override
        public MeasureId measure() {
            return condition.measure();
        }
    }

    /**
     * A number between two printed ends, of which one may be left out.
     *
     * @param at its place, which tells two equal ranges apart
     */
    record Range(
            MeasureId measure, Optional<BigDecimal> from, Optional<BigDecimal> to, AgreementNode at)
            implements Written {}

    /**
     * A level whose ranges are not yet read.
     *
     * @param conditionsAt one for each condition
     */
    record WrittenLevel(
            int number,
            BigDecimal score,
            LocalizedText text,
            List<Written> conditions,
            Basis basis,
            List<Note> notes,
            AgreementNode at,
            List<AgreementNode> conditionsAt) {}

    /** An end of what a level covers. */
    private record End(BigDecimal value, boolean included) {}

    /**
     * What a level covers of a measure.
     *
     * @param range as it is printed; absent where the level compares the measure otherwise
     */
    private record Span(
            WrittenLevel level, Optional<Range> range, Optional<End> low, Optional<End> high) {

        AgreementNode at() {
            return range.map(Range::at).orElseGet(level::at);
        }
    }

    /** The levels with thresholds alone; absent, with issues, where ranges do not make a scale. */
    static Optional<List<PlacedLevel>> read(
            List<WrittenLevel> levels, List<Measure> measures, AgreementIssues issues) {
        int errorsBefore = issues.errors();
        PrintedRanges ranges = new PrintedRanges(levels, issues);
        for (Measure measure : measures) {
            ranges.read(measure);
        }
        return issues.errors() == errorsBefore
                ? Optional.of(levels.stream().map(ranges::placed).toList())
                : Optional.empty();
    }

    private PlacedLevel placed(WrittenLevel written) {
        List<Note> assumed = assumptions.getOrDefault(written.number(), List.of());
        return new PlacedLevel(
                new Level(
                        written.number(),
                        written.score(),
                        written.text(),
                        written.conditions().stream().map(this::condition).toList(),
                        assumed.isEmpty() ? written.basis() : Basis.ASSUMED,
                        Stream.concat(written.notes().stream(), assumed.stream()).toList()),
                written.at(),
                written.conditionsAt());
    }

    private Condition condition(Written written) {
        return switch (written) {
            case Plain(Condition condition) -> condition;
            case Range range ->
                    Optional.ofNullable(thresholds.get(range))
                            .orElseThrow(() -> new IllegalStateException("Not read: " + range));
        };
    }

    private void read(Measure measure) {
        refuseSecondRanges(measure);
        List<Span> spans =
                levels.stream().flatMap(level -> span(level, measure.id()).stream()).toList();
        if (spans.stream().allMatch(span -> span.range().isEmpty())) {
            return;
        }
        Set<Integer> directions = new LinkedHashSet<>();
        for (int i = 1; i < spans.size(); i++) {
            directions.add(direction(spans.get(i - 1), spans.get(i)));
            if (directions.size() > 1 || directions.contains(0)) {
                report(
                        spans.get(i).range().isPresent() ? spans.get(i) : spans.get(i - 1),
                        AgreementIssueCode.RANGES_NOT_IN_ORDER,
                        spans.get(i - 1).level().number(),
                        spans.get(i).level().number());
                return;
            }
        }
        int errorsBefore = issues.errors();
        boolean rising = !directions.contains(-1);
        List<Span> upwards = rising ? spans : spans.reversed();
        for (int i = 1; i < upwards.size(); i++) {
            checkNeighbours(upwards.get(i - 1), upwards.get(i), measure, rising);
        }
        if (issues.errors() > errorsBefore) {
            return;
        }
        for (int i = 0; i < upwards.size(); i++) {
            Optional<Span> next =
                    i + 1 < upwards.size() ? Optional.of(upwards.get(i + 1)) : Optional.empty();
            boolean outermost = rising ? i == 0 : next.isEmpty();
            Span span = upwards.get(i);
            if (span.range().isPresent()) {
                Range range = span.range().get();
                Optional<Comparison> threshold =
                        rising
                                ? risingThreshold(range, next, outermost)
                                : fallingThreshold(range, next, outermost);
                threshold.ifPresent(found -> thresholds.put(range, found));
            }
        }
        noteBeyondTheBest(spans.getLast(), measure, rising);
    }

    /** A level covers one range of a measure, as all its conditions have to hold. */
    private void refuseSecondRanges(Measure measure) {
        for (WrittenLevel level : levels) {
            level.conditions().stream()
                    .filter(Range.class::isInstance)
                    .map(Range.class::cast)
                    .filter(range -> range.measure().equals(measure.id()))
                    .skip(1)
                    .forEach(range -> range.at().report(AgreementIssueCode.CONDITION_UNCLEAR));
        }
    }

    private static Optional<Span> span(WrittenLevel level, MeasureId measure) {
        List<Written> own =
                level.conditions().stream()
                        .filter(written -> written.measure().equals(measure))
                        .toList();
        Optional<Range> range =
                own.stream().filter(Range.class::isInstance).map(Range.class::cast).findFirst();
        if (range.isPresent()) {
            return Optional.of(
                    new Span(
                            level,
                            range,
                            range.get().from().map(from -> new End(from, true)),
                            range.get().to().map(to -> new End(to, true))));
        }
        Optional<End> low = Optional.empty();
        Optional<End> high = Optional.empty();
        for (Written written : own) {
            if (written instanceof Plain(Comparison(var _, Operator operator, BigDecimal value))) {
                switch (operator) {
                    case AT_LEAST -> low = Optional.of(new End(value, true));
                    case MORE_THAN -> low = Optional.of(new End(value, false));
                    case AT_MOST -> high = Optional.of(new End(value, true));
                    case LESS_THAN -> high = Optional.of(new End(value, false));
                    case EQUAL_TO -> {
                        low = Optional.of(new End(value, true));
                        high = low;
                    }
                }
            }
        }
        return low.isEmpty() && high.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(level, Optional.empty(), low, high));
    }

    /** 1 where a level covers higher numbers than the one below it, −1 where lower ones, else 0. */
    private static int direction(Span lower, Span upper) {
        if (lower.low().isPresent() && upper.low().isPresent()) {
            return compare(upper.low().get(), lower.low().get());
        }
        if (lower.high().isPresent() && upper.high().isPresent()) {
            return compare(upper.high().get(), lower.high().get());
        }
        if (lower.high().isPresent() && upper.low().isPresent()) {
            return compare(upper.low().get(), lower.high().get()) < 0 ? 0 : 1;
        }
        return compare(lower.low().orElseThrow(), upper.high().orElseThrow()) < 0 ? 0 : -1;
    }

    private static int compare(End one, End other) {
        return one.value().compareTo(other.value());
    }

    /**
     * Whether a range goes to where the next one begins.
     *
     * @param below covers the lower numbers, which on a falling scale is the higher level
     */
    private void checkNeighbours(Span below, Span above, Measure measure, boolean rising) {
        if ((below.range().isEmpty() && above.range().isEmpty())
                || below.high().isEmpty()
                || above.low().isEmpty()) {
            return;
        }
        End high = below.high().get();
        End low = above.low().get();
        int compared = compare(high, low);
        if (compared > 0) {
            reportBetween(AgreementIssueCode.RANGES_OVERLAP, below, above);
        } else if (compared == 0 && !high.included() && !low.included()) {
            reportBetween(AgreementIssueCode.RANGES_APART, below, above);
        } else if (compared == 0 && high.included() && low.included()) {
            Span better = rising ? above : below;
            Span worse = rising ? below : above;
            assume(
                    better,
                    "agreement.range-touches",
                    low.value().toPlainString(),
                    worse.level().number(),
                    better.level().number());
        } else if (compared < 0) {
            if (below.range().isEmpty() || !isOneLastDigit(high.value(), low.value())) {
                reportBetween(AgreementIssueCode.RANGES_APART, below, above);
            } else if (measure.kind() != MeasureKind.COUNT) {
                assume(
                        below,
                        "agreement.range-between",
                        high.value().toPlainString(),
                        low.value().toPlainString());
            }
        }
    }

    /** Whether two ends are as close as they are printed: 69.99 and 70, or 69 and 70. */
    private static boolean isOneLastDigit(BigDecimal high, BigDecimal low) {
        int places = Math.max(places(high), places(low));
        return low.subtract(high).compareTo(BigDecimal.ONE.movePointLeft(places)) <= 0;
    }

    /** The decimals that are printed; none for 70.00, which stands beside 69 as well. */
    private static int places(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 ? 0 : number.scale();
    }

    /** A level of more than the one below it: at least where its range begins. */
    private Optional<Comparison> risingThreshold(
            Range range, Optional<Span> next, boolean outermost) {
        if (range.from().isPresent()) {
            return Optional.of(
                    new Comparison(range.measure(), Operator.AT_LEAST, range.from().get()));
        }
        if (!outermost) {
            reportMissing(range, "from");
            return Optional.empty();
        }
        return Optional.of(upTo(range, next));
    }

    /** A level of less than the one below it: up to where its range ends. */
    private Optional<Comparison> fallingThreshold(
            Range range, Optional<Span> next, boolean outermost) {
        if (range.to().isPresent()) {
            return Optional.of(upTo(range, next));
        }
        if (!outermost) {
            reportMissing(range, "to");
            return Optional.empty();
        }
        return range.from().map(from -> new Comparison(range.measure(), Operator.AT_LEAST, from));
    }

    /** Up to the printed end, or to where the next range begins if something lies between them. */
    private static Comparison upTo(Range range, Optional<Span> next) {
        BigDecimal to = range.to().orElseThrow();
        return next.flatMap(Span::low)
                .filter(low -> low.value().compareTo(to) > 0)
                .map(low ->
                        new Comparison(
                                range.measure(),
                                low.included() ? Operator.LESS_THAN : Operator.AT_MOST,
                                low.value()))
                .orElseGet(() -> new Comparison(range.measure(), Operator.AT_MOST, to));
    }

    /** A result that is better than the best range says is at its level, not at none. */
    private void noteBeyondTheBest(Span best, Measure measure, boolean rising) {
        best.range()
                .filter(range -> (rising ? range.from() : range.to()).isPresent())
                .flatMap(range -> rising ? range.to() : range.from())
                .filter(end -> !isEndOfThePossible(end, measure, rising))
                .ifPresent(end ->
                        assume(
                                best,
                                rising
                                        ? "agreement.range-above-best"
                                        : "agreement.range-below-best",
                                end.toPlainString()));
    }

    private static boolean isEndOfThePossible(BigDecimal end, Measure measure, boolean rising) {
        return switch (measure.kind()) {
            case SHARE ->
                    rising
                            ? measure.isPartOfWhole() && end.compareTo(HUNDRED) >= 0
                            : end.signum() <= 0;
            case COUNT -> !rising && end.signum() <= 0;
            case GROWTH -> !rising && end.compareTo(HUNDRED.negate()) <= 0;
            case REDUCTION -> rising && end.compareTo(HUNDRED) >= 0;
            case NUMBER, DONE, DATE -> false;
        };
    }

    private void assume(Span span, String text, Object... arguments) {
        assumptions
                .computeIfAbsent(span.level().number(), _ -> new ArrayList<>())
                .add(new Note(Note.Kind.ASSUMPTION, ImportTexts.text(text, arguments)));
    }

    private void reportBetween(AgreementIssueCode fault, Span below, Span above) {
        boolean rising = above.level().number() > below.level().number();
        Span higher = rising ? above : below;
        Span lower = rising ? below : above;
        report(
                higher.range().isPresent() ? higher : lower,
                fault,
                below.level().number(),
                below.high().orElseThrow().value().toPlainString(),
                above.level().number(),
                above.low().orElseThrow().value().toPlainString());
    }

    private static void report(Span span, AgreementIssueCode fault, Object... arguments) {
        span.at().report(fault, arguments);
    }

    private static void reportMissing(Range range, String field) {
        range.at().report(AgreementIssueCode.MISSING_FIELD, field);
    }
}
