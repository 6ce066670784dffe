package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Comparison;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.Rule;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.agreement.IndicatorParser.Placed;
import districtkpi.importer.agreement.IndicatorParser.PlacedComputation;
import districtkpi.importer.agreement.IndicatorParser.PlacedCondition;
import districtkpi.importer.agreement.IndicatorParser.PlacedLevel;
import districtkpi.importer.agreement.IndicatorParser.PlacedMeasure;
import districtkpi.importer.issue.AgreementIssueCode;
import districtkpi.scoring.ComputedFigure;
import districtkpi.scoring.PlainDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks that the levels of an indicator make a ladder: each can be reached, and a result that gets
 * better never loses a level.
 *
 * <p>The check is exact. Between two neighbouring thresholds nothing changes, so a measure needs to
 * be tried only on its thresholds, between them and at the ends of what it can be. Each try gives
 * the set of levels that this measure does not stand in the way of, a number of five bits; as all
 * conditions of a level must hold, the sets of several measures are joined by "and". Whatever the
 * number of measures, there are at most 32 different sets to look at.
 */
final class LadderCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final Set<Operator> RISING = Set.of(Operator.AT_LEAST, Operator.MORE_THAN);
    private static final Set<Operator> FALLING = Set.of(Operator.AT_MOST, Operator.LESS_THAN);

    /** What a level's text may have in the national system DPIS (VARCHAR 255). */
    private static final int MAX_NATIONAL_TEXT_LENGTH = 255;

    private final Placed placed;
    private final Indicator indicator;
    private final int floor;

    /** Of each level, what it asks of a measure: a file can have thousands of both. */
    private final List<Map<MeasureId, List<Condition>>> conditions;

    /** Those that the levels ask for, recorded or computed. */
    private final List<Measure> asked;

    /** Of each measure that is asked for, in their order. */
    private final List<List<Sample>> samples;

    private LadderCheck(Placed placed, int floor) {
        this.placed = placed;
        this.indicator = placed.indicator();
        this.floor = floor;
        this.conditions =
                placed.levels().stream()
                        .map(level ->
                                level.level().conditions().stream()
                                        .collect(Collectors.groupingBy(Condition::measure)))
                        .toList();
        this.asked =
                indicator.allMeasures().stream()
                        .filter(measure -> isAskedFor(measure.id()))
                        .toList();
        this.samples = asked.stream().map(this::samples).toList();
    }

    /**
     * A value of a measure, standing for all that are like it.
     *
     * @param shown as a person would write it
     * @param levels bit n−1 is set if the conditions of level n on this measure hold
     */
    private record Sample(String shown, int levels) {}

    /**
     * Reports what is wrong with the ladder of an indicator.
     *
     * @param belowLevelOne the rule of the agreement; zero where it could not be read
     * @param dates of the round, where they could be read
     */
    static void check(
            Placed placed,
            Optional<BelowLevelOne> belowLevelOne,
            Optional<AgreementParser.Dates> dates) {
        Indicator indicator = placed.indicator();
        BelowLevelOne below =
                indicator
                        .ownBelowLevelOne()
                        .map(Rule::value)
                        .or(() -> belowLevelOne)
                        .orElse(BelowLevelOne.ZERO);
        int compared = below.score().compareTo(indicator.level(1).score());
        LadderCheck check = new LadderCheck(placed, compared < 0 ? 0 : 1);
        if (compared > 0) {
            placed.levels()
                    .getFirst()
                    .at()
                    .report(
                            AgreementIssueCode.BELOW_LEVEL_ONE_TOO_HIGH,
                            below.score().toPlainString(),
                            indicator.level(1).score().toPlainString());
        }
        if (check.reportTwoPlaces()) {
            return;
        }
        check.reportUnusedMeasures();
        check.reportLongTexts();
        check.reportImpossibleSteps();
        dates.ifPresent(check::reportDeadlines);
        check.reportUnreachableLevels();
        check.reportLostLevels();
        check.reportInterpolation(below);
        for (DistrictTermsParser.PlacedTerms terms : placed.districts()) {
            if (terms.terms().changesLevels()) {
                checkOther(DistrictTermsParser.own(placed, terms), below, dates);
            }
        }
        dates.ifPresent(round -> reportStages(placed, round));
        StageParser.own(placed).forEach(own -> checkOther(own, below, dates));
    }

    /** A stage ends within the round, before its last day: what holds then are the levels. */
    private static void reportStages(Placed placed, AgreementParser.Dates round) {
        for (StageParser.PlacedStage stage : placed.stages()) {
            LocalDate until = stage.stage().until();
            if (until.isBefore(round.first()) || !until.isBefore(round.last())) {
                stage.until()
                        .report(
                                AgreementIssueCode.STAGE_OUTSIDE_ROUND,
                                until,
                                round.first(),
                                round.last());
            }
        }
    }

    /** What can be wrong with other numbers and days for the same levels. */
    private static void checkOther(
            Placed own, BelowLevelOne below, Optional<AgreementParser.Dates> dates) {
        int compared = below.score().compareTo(own.indicator().level(1).score());
        LadderCheck check = new LadderCheck(own, compared < 0 ? 0 : 1);
        dates.ifPresent(check::reportDeadlines);
        check.reportUnreachableLevels();
        check.reportLostLevels();
        check.reportInterpolation(below);
    }

    private boolean isAskedFor(MeasureId measure) {
        return conditions.stream().anyMatch(level -> level.containsKey(measure));
    }

    private void reportUnusedMeasures() {
        Map<MeasureId, AgreementNode> unused = new LinkedHashMap<>();
        placed.measures().forEach(one -> unused.put(one.measure().id(), one.at()));
        placed.computed().forEach(one -> unused.put(one.measure().id(), one.at()));
        asked.forEach(measure -> unused.remove(measure.id()));
        indicator.computedMeasures().stream()
                .flatMap(measure -> measure.computation().inputs().stream())
                .forEach(unused::remove);
        unused.forEach((id, at) -> at.report(AgreementIssueCode.MEASURE_UNUSED, id));
    }

    /** Where measures are computed, the levels must not ask for what those are made of, too. */
    private boolean reportTwoPlaces() {
        boolean found = false;
        for (PlacedComputation computed : placed.computed()) {
            for (MeasureId input : computed.measure().computation().inputs()) {
                if (isAskedFor(input)) {
                    computed.at()
                            .report(
                                    AgreementIssueCode.MEASURE_IN_TWO_PLACES,
                                    input,
                                    firstLevelThatAsksFor(input).at().line());
                    found = true;
                }
            }
        }
        return found;
    }

    private PlacedLevel firstLevelThatAsksFor(MeasureId measure) {
        return placed.levels().stream()
                .filter(level ->
                        level.level().conditions().stream()
                                .anyMatch(condition -> condition.measure().equals(measure)))
                .findFirst()
                .orElseThrow();
    }

    private void reportLongTexts() {
        for (PlacedLevel level : placed.levels()) {
            String text = level.level().text().th();
            int length = text.codePointCount(0, text.length());
            if (length > MAX_NATIONAL_TEXT_LENGTH) {
                level.at().report(AgreementIssueCode.LEVEL_TEXT_LONG, length);
            }
        }
    }

    private void reportDeadlines(AgreementParser.Dates dates) {
        Stream.concat(
                        placed.levels().stream().flatMap(LadderCheck::conditions),
                        placed.computed().stream().flatMap(one -> one.conditions().stream()))
                .forEach(placed -> {
                    if (placed.condition() instanceof Condition.DoneBy(var _, var deadline)) {
                        reportDeadline(dates, deadline, placed.at());
                    }
                });
    }

    private static Stream<PlacedCondition> conditions(PlacedLevel level) {
        return IntStream.range(0, level.conditions().size())
                .mapToObj(i ->
                        new PlacedCondition(
                                level.level().conditions().get(i), level.conditions().get(i)));
    }

    private static void reportDeadline(
            AgreementParser.Dates dates, LocalDate deadline, AgreementNode at) {
        if (deadline.isBefore(dates.first())) {
            at.report(AgreementIssueCode.DEADLINE_BEFORE_ROUND, deadline, dates.first());
        } else if (deadline.isAfter(dates.last())) {
            at.report(AgreementIssueCode.DEADLINE_AFTER_ROUND, deadline, dates.last());
        }
    }

    /** Each level gets at most one reason, and a level above it that fails by it gets none. */
    private void reportUnreachableLevels() {
        Set<Integer> reachable = joined(samples).getLast();
        boolean cumulative = indicator.ladder().value() == Ladder.CUMULATIVE;
        boolean blocked = false;
        for (PlacedLevel level : placed.levels()) {
            int number = level.level().number();
            boolean impossible = reportImpossibleConditions(level);
            if (impossible) {
                blocked |= cumulative;
            } else if (reachable.stream().noneMatch(levels -> holds(levels, number))) {
                level.at().report(AgreementIssueCode.CONDITIONS_CONTRADICT, number);
                blocked |= cumulative;
            } else if (!blocked
                    && cumulative
                    && reachable.stream().noneMatch(levels -> reached(levels) >= number)) {
                level.at().report(AgreementIssueCode.CONTRADICTS_LOWER_LEVEL, number);
                blocked = true;
            } else if (!blocked
                    && reachable.stream().noneMatch(levels -> reached(levels) == number)) {
                level.at().report(AgreementIssueCode.LEVEL_SHADOWED, number);
            }
        }
    }

    private boolean reportImpossibleConditions(PlacedLevel level) {
        return conditions(level)
                .map(this::reportImpossible)
                // All of them are to be looked at.
                .reduce(false, Boolean::logicalOr);
    }

    private void reportImpossibleSteps() {
        placed.computed().stream()
                .flatMap(one -> one.conditions().stream())
                .forEach(this::reportImpossible);
    }

    private boolean reportImpossible(PlacedCondition placed) {
        if (!(placed.condition() instanceof Comparison comparison) || canBeMet(comparison)) {
            return false;
        }
        placed.at()
                .report(
                        AgreementIssueCode.CONDITION_IMPOSSIBLE,
                        comparison.operator().symbol()
                                + " "
                                + comparison.threshold().toPlainString(),
                        range(comparison.measure()));
        return true;
    }

    private boolean canBeMet(Comparison comparison) {
        return indicator
                .recordedMeasure(comparison.measure())
                .map(measure ->
                        points(measure, Stream.of(comparison.threshold())).stream()
                                .anyMatch(point -> holds(comparison, point)))
                .orElseGet(() -> ComputedFigure.canMeet(indicator, comparison));
    }

    /**
     * For each measure, whatever the others are, the level may rise with it or fall with it (fewer
     * complaints are better), but not the one here and the other there.
     */
    private void reportLostLevels() {
        // What the measures before one, and those after it, do not stand in the way of.
        List<Set<Integer>> before = joined(samples);
        List<Set<Integer>> after = joined(samples.reversed()).reversed();
        for (int m = 0; m < samples.size(); m++) {
            List<Sample> own = samples.get(m);
            Optional<Step> rise = Optional.empty();
            Optional<Step> fall = Optional.empty();
            for (int others : joined(before.get(m), after.get(m + 1))) {
                for (int i = 1; i < own.size(); i++) {
                    Step step =
                            new Step(
                                    own.get(i - 1).shown(),
                                    own.get(i).shown(),
                                    result(others & own.get(i - 1).levels()),
                                    result(others & own.get(i).levels()));
                    if (step.after() > step.before() && rise.isEmpty()) {
                        rise = Optional.of(step);
                    } else if (step.after() < step.before() && fall.isEmpty()) {
                        fall = Optional.of(step);
                    }
                }
            }
            if (rise.isPresent() && fall.isPresent()) {
                Step up = rise.get();
                Step down = fall.get();
                Measure measure = asked.get(m);
                at(measure.id())
                        .report(
                                AgreementIssueCode.BETTER_RESULT_LOSES,
                                measure.id(),
                                up.from(),
                                up.to(),
                                up.before(),
                                up.after(),
                                down.from(),
                                down.to(),
                                down.before(),
                                down.after());
            }
        }
    }

    /** A change of one measure between neighbouring values, and of the level with it. */
    private record Step(String from, String to, int before, int after) {}

    private void reportInterpolation(BelowLevelOne belowLevelOne) {
        if (belowLevelOne.linear()
                && !(indicator.interpolation().value() == Interpolation.LINEAR
                        && indicator.level(1).conditions().getFirst() instanceof Comparison first
                        && RISING.contains(first.operator())
                        && first.threshold().signum() > 0)) {
            placed.interpolation().report(AgreementIssueCode.BELOW_LEVEL_ONE_NOT_LINEAR);
        }
        switch (indicator.interpolation().value()) {
            case NONE -> {}
            case LINEAR -> {
                List<Comparison> thresholds =
                        indicator.levels().stream()
                                .filter(level -> level.conditions().size() == 1)
                                .map(level -> level.conditions().getFirst())
                                .filter(Comparison.class::isInstance)
                                .map(Comparison.class::cast)
                                .toList();
                boolean single =
                        asked.size() == 1
                                && (indicator.measures().size() == 1
                                        || !indicator.computedMeasures().isEmpty());
                if (!single || thresholds.size() != indicator.topLevel()) {
                    placed.interpolation().report(AgreementIssueCode.INTERPOLATION_NOT_POSSIBLE);
                } else if (!rises(thresholds, 1, RISING) && !rises(thresholds, -1, FALLING)) {
                    placed.interpolation().report(AgreementIssueCode.INTERPOLATION_NOT_MONOTONE);
                }
            }
        }
    }

    private static boolean rises(List<Comparison> thresholds, int sign, Set<Operator> operators) {
        return thresholds.stream().allMatch(threshold -> operators.contains(threshold.operator()))
                && IntStream.range(1, thresholds.size())
                        .allMatch(i ->
                                thresholds
                                                .get(i)
                                                .threshold()
                                                .compareTo(thresholds.get(i - 1).threshold())
                                        == sign);
    }

    /** What the first 0, 1, 2 … measures together do not stand in the way of. */
    private List<Set<Integer>> joined(List<List<Sample>> samples) {
        List<Set<Integer>> joined = new ArrayList<>();
        joined.add(Set.of((1 << indicator.topLevel()) - 1));
        for (List<Sample> measure : samples) {
            Set<Integer> own = measure.stream().map(Sample::levels).collect(Collectors.toSet());
            joined.add(joined(joined.getLast(), own));
        }
        return joined;
    }

    private static Set<Integer> joined(Set<Integer> some, Set<Integer> others) {
        Set<Integer> joined = new TreeSet<>();
        for (int levels : some) {
            others.forEach(other -> joined.add(levels & other));
        }
        return joined;
    }

    private static boolean holds(int levels, int number) {
        return (levels & (1 << (number - 1))) != 0;
    }

    /** The level that a set of levels whose conditions hold gives, without the floor. */
    private int reached(int levels) {
        return switch (indicator.ladder().value()) {
            case CUMULATIVE -> Integer.numberOfTrailingZeros(~levels);
            case HIGHEST -> Integer.SIZE - Integer.numberOfLeadingZeros(levels);
        };
    }

    private int result(int levels) {
        return Math.max(floor, reached(levels));
    }

    private List<Sample> samples(Measure measure) {
        return switch (measure.kind()) {
            case SHARE, GROWTH, REDUCTION, COUNT, NUMBER ->
                    points(
                                    measure,
                                    thresholds(measure, Comparison.class)
                                            .map(Comparison::threshold))
                            .stream()
                            .map(point ->
                                    new Sample(
                                            point.stripTrailingZeros().toPlainString(),
                                            levels(
                                                    measure,
                                                    c ->
                                                            c instanceof Comparison comparison
                                                                    && holds(comparison, point))))
                            .toList();
            case DONE ->
                    List.of(
                            new Sample("no", levels(measure, _ -> false)),
                            new Sample("yes", levels(measure, _ -> true)));
            case DATE -> days(measure);
        };
    }

    /** Days from the latest to the earliest, since earlier is better. */
    private List<Sample> days(Measure measure) {
        List<Sample> days = new ArrayList<>();
        days.add(new Sample("later", levels(measure, _ -> false)));
        thresholds(measure, Condition.DoneBy.class)
                .map(Condition.DoneBy::deadline)
                .sorted(Comparator.reverseOrder())
                .distinct()
                .forEach(day ->
                        days.add(
                                new Sample(
                                        day.toString(),
                                        levels(
                                                measure,
                                                c ->
                                                        c instanceof Condition.DoneBy doneBy
                                                                && !day.isAfter(
                                                                        doneBy.deadline())))));
        return days;
    }

    /** The levels whose conditions on a measure all hold. */
    private int levels(Measure measure, Predicate<Condition> holds) {
        int levels = 0;
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).getOrDefault(measure.id(), List.of()).stream().allMatch(holds)) {
                levels |= 1 << i;
            }
        }
        return levels;
    }

    private static boolean holds(Comparison comparison, BigDecimal point) {
        return comparison.operator().holdsFor(point.compareTo(comparison.threshold()));
    }

    /** What a number is tried with: each threshold, between them, and the ends of its range. */
    private static NavigableSet<BigDecimal> points(Measure measure, Stream<BigDecimal> asked) {
        NavigableSet<BigDecimal> thresholds = asked.collect(Collectors.toCollection(TreeSet::new));
        return measure.kind() == MeasureKind.COUNT
                ? wholePoints(thresholds)
                : decimalPoints(measure, thresholds);
    }

    private static NavigableSet<BigDecimal> wholePoints(NavigableSet<BigDecimal> thresholds) {
        NavigableSet<BigDecimal> points = new TreeSet<>(List.of(BigDecimal.ZERO));
        for (BigDecimal threshold : thresholds) {
            BigDecimal below = threshold.setScale(0, RoundingMode.FLOOR);
            for (int step = -1; step <= 1; step++) {
                points.add(below.add(BigDecimal.valueOf(step)));
            }
        }
        points.removeIf(point -> point.signum() < 0);
        return points;
    }

    private static NavigableSet<BigDecimal> decimalPoints(
            Measure measure, NavigableSet<BigDecimal> thresholds) {
        Optional<BigDecimal> lowest = lowest(measure.kind());
        Optional<BigDecimal> highest = highest(measure);
        NavigableSet<BigDecimal> edges = new TreeSet<>(thresholds);
        edges.add(BigDecimal.ZERO);
        BigDecimal first = edges.first().subtract(BigDecimal.ONE);
        BigDecimal last = edges.last().add(BigDecimal.ONE);
        edges.add(lowest.orElse(first));
        edges.add(highest.orElse(last));
        edges.removeIf(edge ->
                (lowest.isPresent() && edge.compareTo(lowest.get()) < 0)
                        || (highest.isPresent() && edge.compareTo(highest.get()) > 0));
        NavigableSet<BigDecimal> points = new TreeSet<>(edges);
        BigDecimal previous = edges.first();
        for (BigDecimal edge : edges) {
            // Halves are exact decimals, so this division never has to round.
            points.add(previous.add(edge).divide(TWO));
            previous = edge;
        }
        return points;
    }

    /** The least percentage that a kind can give; of a number there is none. */
    private static Optional<BigDecimal> lowest(MeasureKind kind) {
        return switch (kind) {
            case SHARE -> Optional.of(BigDecimal.ZERO);
            case GROWTH -> Optional.of(HUNDRED.negate());
            case REDUCTION, COUNT, NUMBER, DONE, DATE -> Optional.empty();
        };
    }

    /**
     * The greatest percentage that a kind can give; a share above 100 % is an error of the data.
     */
    private static Optional<BigDecimal> highest(Measure measure) {
        return switch (measure.kind()) {
            case SHARE -> Optional.of(HUNDRED).filter(_ -> measure.isPartOfWhole());
            case REDUCTION -> Optional.of(HUNDRED);
            case GROWTH, COUNT, NUMBER, DONE, DATE -> Optional.empty();
        };
    }

    private LocalizedText range(MeasureId measure) {
        return indicator
                .recordedMeasure(measure)
                .map(LadderCheck::range)
                .orElseGet(() -> {
                    ComputedFigure open = ComputedFigure.withoutFigures(indicator, measure);
                    return ImportTexts.text(
                            "agreement.range-of-computed",
                            open.min().map(PlainDecimal::of).orElse("−∞"),
                            open.max().map(PlainDecimal::of).orElse("∞"));
                });
    }

    private static LocalizedText range(Measure measure) {
        return switch (measure.kind()) {
            case SHARE ->
                    ImportTexts.text(
                            measure.isPartOfWhole()
                                    ? "agreement.range-of-share"
                                    : "agreement.range-of-attainment");
            case GROWTH -> ImportTexts.text("agreement.range-of-growth");
            case REDUCTION -> ImportTexts.text("agreement.range-of-reduction");
            case COUNT -> ImportTexts.text("agreement.range-of-count");
            case NUMBER, DONE, DATE ->
                    throw new IllegalArgumentException("Without a range: " + measure.kind());
        };
    }

    private <T extends Condition> Stream<T> thresholds(Measure measure, Class<T> type) {
        return conditions.stream()
                .flatMap(level -> level.getOrDefault(measure.id(), List.of()).stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private AgreementNode at(MeasureId measure) {
        return Stream.concat(
                        placed.measures().stream()
                                .filter(place -> place.measure().id().equals(measure))
                                .map(PlacedMeasure::at),
                        placed.computed().stream()
                                .filter(place -> place.measure().id().equals(measure))
                                .map(PlacedComputation::at))
                .findFirst()
                .orElseThrow();
    }
}
