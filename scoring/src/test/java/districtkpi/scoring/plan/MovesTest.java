package districtkpi.scoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Distance;
import districtkpi.scoring.Explanation;
import districtkpi.scoring.Figures;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.RandomFigures;
import districtkpi.scoring.RandomIndicators;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MovesTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final LocalDate IN_TIME = LocalDate.of(2022, 3, 4);
    private static final LocalDate TOO_LATE = IN_TIME.plusDays(1);
    private static final Agreement AGREEMENT = Agreements.round2565No1();
    private static final String STEPS =
            "officer_assigned=yes; self_assessed=yes; plan_approved=yes; plan_communicated=";

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatAMoveAsksForBringsItsLevelAndItsGain(long seed) {
        Map<MeasureKey, MeasuredValue> values = RandomFigures.of(AGREEMENT, new Random(seed), 0.05);
        Scorer scorer = new Scorer(AGREEMENT);
        Scorecard before = scorer.score(DISTRICT, values);

        for (Move move : Moves.of(AGREEMENT, before, values, IN_TIME).moves()) {
            if (move instanceof Move.Climb climb) {
                Map<MeasureKey, MeasuredValue> changed = new HashMap<>(values);
                climb.changes().forEach(change -> apply(change, changed));
                Scorecard after = scorer.score(DISTRICT, changed);
                int reached =
                        ((IndicatorScore.WithLevel) after.line(climb.indicator().id()).score())
                                .level();
                BigFraction gained = points(after).subtract(points(before));
                assertThat(reached)
                        .as("seed %d: %s", seed, climb)
                        .isGreaterThanOrEqualTo(climb.to());
                assertThat(gained)
                        .as("seed %d: %s", seed, climb)
                        .isGreaterThanOrEqualTo(climb.gain());
                if (reached == climb.to()) {
                    assertThat(gained).as("seed %d: %s", seed, climb).isEqualTo(climb.gain());
                }
            }
        }
    }

    private static BigFraction points(Scorecard scorecard) {
        return scorecard.total().points().orElseThrow();
    }

    private static void apply(Change change, Map<MeasureKey, MeasuredValue> values) {
        values.compute(
                change.measure(),
                (_, now) ->
                        switch (change.distance()) {
                            case Distance.Amount amount ->
                                    now instanceof MeasuredValue.Ratio ratio
                                            ? new MeasuredValue.Ratio(amount.target(), ratio.of())
                                            : new MeasuredValue.Count(amount.target());
                            case Distance.StepToDo _ -> new MeasuredValue.Done(null);
                            case Distance.DueBy by -> new MeasuredValue.Day(by.deadline());
                            case Distance.PercentagePoints _,
                                    Distance.FigureMissing _,
                                    Distance.OutOfReach _ ->
                                    throw new AssertionError(change);
                        });
    }

    static LongStream manySeeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    void leadsToEveryLevelThatFiguresCanStillReachAndToNoOther(long seed) {
        RandomIndicators random = new RandomIndicators(seed);
        Indicator agreed = random.withTerms(random.next(), DISTRICT);
        Agreement agreement = Agreements.of(BelowLevelOne.ZERO, agreed);
        Indicator indicator = agreed.in(DISTRICT);
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        for (Measure measure : indicator.measures()) {
            values.put(
                    indicator.key(measure.id()),
                    random.pick(RandomIndicators.everyValue(measure.kind())));
        }
        Scorecard scorecard = new Scorer(agreement).score(DISTRICT, values);
        int level = ((IndicatorScore.Scored) scorecard.lines().getFirst().score()).level();

        Set<Integer> found =
                Moves.of(agreement, scorecard, values, IN_TIME).moves().stream()
                        .map(move -> ((Move.Climb) move).to())
                        .collect(Collectors.toSet());

        assertThat(found)
                .as("seed %d: %s with %s", seed, indicator, values)
                .isEqualTo(
                        IntStream.rangeClosed(1, indicator.topLevel())
                                .boxed()
                                .filter(target -> target > level)
                                .filter(target -> canReach(indicator, target, values))
                                .collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    void leadsToEveryLevelThatComputedNumbersCanStillReachAndToNoOther(long seed) {
        RandomIndicators random = new RandomIndicators(seed);
        Indicator indicator = random.nextComputed();
        Agreement agreement = Agreements.of(BelowLevelOne.ZERO, indicator);
        Scorer scorer = new Scorer(agreement);
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        for (Measure measure : indicator.measures()) {
            values.put(
                    indicator.key(measure.id()),
                    random.pick(RandomIndicators.everyValue(measure.kind())));
        }
        Scorecard scorecard = scorer.score(DISTRICT, values);
        int level = ((IndicatorScore.Scored) scorecard.lines().getFirst().score()).level();

        Set<Integer> found =
                Moves.of(agreement, scorecard, values, IN_TIME).moves().stream()
                        .map(move -> ((Move.Climb) move).to())
                        .collect(Collectors.toSet());

        Set<Integer> met =
                everyLater(indicator, values)
                        .map(later -> scorer.score(DISTRICT, later).lines().getFirst().score())
                        .flatMap(score -> levelsMet(indicator, (IndicatorScore.Scored) score))
                        .filter(target -> target > level)
                        .collect(Collectors.toSet());
        assertThat(found).as("seed %d: %s with %s", seed, indicator, values).isEqualTo(met);
    }

    /** Levels to which the way is met, whether or not a higher one is reached as well. */
    private static Stream<Integer> levelsMet(Indicator indicator, IndicatorScore.Scored score) {
        List<Boolean> holds =
                score.explanation().levels().stream()
                        .map(check -> check.outcome() == Explanation.Outcome.HOLDS)
                        .toList();
        return IntStream.rangeClosed(1, indicator.topLevel())
                .filter(level ->
                        indicator.ladder().value() == Ladder.CUMULATIVE
                                ? holds.subList(0, level).stream().allMatch(met -> met)
                                : holds.get(level - 1))
                .boxed();
    }

    private static Stream<Map<MeasureKey, MeasuredValue>> everyLater(
            Indicator indicator, Map<MeasureKey, MeasuredValue> values) {
        Stream<Map<MeasureKey, MeasuredValue>> all = Stream.of(Map.of());
        for (Measure measure : indicator.measures()) {
            MeasureKey key = indicator.key(measure.id());
            MeasuredValue now = values.get(key);
            List<MeasuredValue> later =
                    now instanceof MeasuredValue.Done ? List.of(now) : later(measure, now).toList();
            all =
                    all.flatMap(begun ->
                            later.stream()
                                    .map(value -> {
                                        Map<MeasureKey, MeasuredValue> more = new HashMap<>(begun);
                                        more.put(key, value);
                                        return more;
                                    }));
        }
        return all;
    }

    /** Whether each measure has a value that meets all that the way asks of it. */
    private static boolean canReach(
            Indicator indicator, int target, Map<MeasureKey, MeasuredValue> values) {
        int first = indicator.ladder().value() == Ladder.CUMULATIVE ? 1 : target;
        List<Condition> conditions = new ArrayList<>();
        for (int level = first; level <= target; level++) {
            conditions.addAll(indicator.level(level).conditions());
        }
        return indicator.measures().stream()
                .allMatch(measure ->
                        later(measure, values.get(indicator.key(measure.id())))
                                .anyMatch(value ->
                                        conditions.stream()
                                                .filter(c -> c.measure().equals(measure.id()))
                                                .allMatch(c -> holds(c, measure.kind(), value))));
    }

    /** What a measure can still become: a day that has been reported stays. */
    private static Stream<MeasuredValue> later(Measure measure, @Nullable MeasuredValue now) {
        return measure.kind() == MeasureKind.DATE
                ? Stream.ofNullable(now)
                : RandomIndicators.everyValue(measure.kind()).stream();
    }

    private static boolean holds(Condition condition, MeasureKind kind, MeasuredValue value) {
        return switch (condition) {
            case Condition.Comparison comparison ->
                    comparison
                            .operator()
                            .holdsFor(number(kind, value).compareTo(comparison.threshold()));
            case Condition.Done _ -> value instanceof MeasuredValue.Done;
            case Condition.DoneBy by ->
                    value instanceof MeasuredValue.Day day && !day.day().isAfter(by.deadline());
        };
    }

    private static BigDecimal number(MeasureKind kind, MeasuredValue value) {
        BigDecimal hundred = BigDecimal.valueOf(100);
        return switch (value) {
            // All values here are of 100, which makes them percentages.
            case MeasuredValue.Ratio ratio ->
                    switch (kind) {
                        case SHARE -> ratio.value();
                        case GROWTH -> ratio.value().subtract(hundred);
                        case REDUCTION -> hundred.subtract(ratio.value());
                        case COUNT, NUMBER, DONE, DATE -> throw new AssertionError(kind);
                    };
            case MeasuredValue.Count count -> count.count();
            case MeasuredValue.Quantity number -> number.number();
            case MeasuredValue.Percentage _,
                    MeasuredValue.Done _,
                    MeasuredValue.NotDone _,
                    MeasuredValue.Day _,
                    MeasuredValue.NotApplicable _ ->
                    throw new AssertionError(value);
        };
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    T1 | spending=90%
                    T3 | officer_assigned=yes; self_assessed=yes; plan_approved=yes; plan_communicated=yes; evidence_received=2022-03-05
                    P4 | debtor_register=yes; debt_plan=yes; overdue_debt=n/a: no debt
                    P3 | activities_recorded=91%; villages_reported=100%
                    """)
    void thereIsNoneAtLevelFiveOutOfReachOrNotApplicable(String indicator, String given) {
        assertThat(moves(indicator, given, IN_TIME)).isEmpty();
    }

    @Test
    void aDeadlineThatIsOverEndsTheWayThere() {
        assertThat(levels(moves("T3", STEPS + "no", IN_TIME))).containsExactly(4, 5);
        assertThat(levels(moves("T3", STEPS + "no", TOO_LATE))).containsExactly(4);
        assertThat(levels(moves("T3", STEPS + "yes", IN_TIME))).containsExactly(5);
        assertThat(moves("T3", STEPS + "yes", TOO_LATE)).isEmpty();
    }

    @Test
    void upACumulativeLadderTheWayLeadsOverEveryLevelBetween() {
        Move.Climb climb =
                (Move.Climb)
                        moves(
                                        "P4",
                                        "debtor_register=yes; debt_plan=no; overdue_debt=1000/1000",
                                        IN_TIME)
                                .getLast();

        assertThat(climb.from()).isEqualTo(1);
        assertThat(climb.to()).isEqualTo(5);
        assertThat(climb.changes())
                .extracting(change -> change.measure().measure().value())
                .containsExactly("debt_plan", "overdue_debt");
        assertThat(climb.changes())
                .extracting(Change::ladderSteps)
                .containsExactly(BigFraction.ONE, BigFraction.of(2));
        assertThat(climb.gain()).isEqualTo(BigFraction.of(4));
    }

    @Test
    void figuresThatNobodyReportedAreReportedFirst() {
        assertThat(moves("P1", "", IN_TIME))
                .containsExactly(
                        new Move.ReportFirst(
                                DISTRICT,
                                AGREEMENT.indicator(IndicatorId.of("P1")).orElseThrow(),
                                OptionalInt.empty(),
                                0,
                                5,
                                List.of(
                                        AGREEMENT
                                                .indicator(IndicatorId.of("P1"))
                                                .orElseThrow()
                                                .measures()
                                                .getFirst()
                                                .id()),
                                BigFraction.ZERO,
                                BigFraction.of(10)));
    }

    @Test
    void whatIsReportedLateBringsNoLevelWhoseDayIsOver() {
        assertThat(highest(moves("T3", "", IN_TIME))).isEqualTo(5);
        assertThat(highest(moves("T3", "", TOO_LATE))).isEqualTo(4);
        assertThat(highest(moves("T3", "officer_assigned=yes", IN_TIME))).isEqualTo(5);
        assertThat(highest(moves("T3", "officer_assigned=yes", TOO_LATE))).isEqualTo(4);
    }

    @Test
    void anIncompleteIndicatorAlsoHasTheMovesThatNeedNoMissingFigure() {
        List<Move> moves = moves("T3", "officer_assigned=no; self_assessed=yes", IN_TIME);

        // To report steps 3 to 5 brings nothing while the first is not done.
        assertThat(levels(moves)).containsExactly(1, 2);
        assertThat(((Move.Climb) moves.getFirst()).gain()).isEqualTo(BigFraction.of(2));
    }

    @Test
    void lessIsBetterMirrorsMoreIsBetter() {
        Move.Climb more = single("m >= 20", "m >= 30", "m >= 50", "m >= 60", "m >= 90", "33/100");
        Move.Climb less = single("m <= 80", "m <= 70", "m <= 50", "m <= 40", "m <= 10", "67/100");

        assertThat(more.gain()).isEqualTo(less.gain()).isEqualTo(BigFraction.of(60));
        assertThat(more.changes().getFirst().amount()).isEqualTo(BigFraction.of(57));
        assertThat(less.changes().getFirst().amount()).isEqualTo(BigFraction.of(-57));
        assertThat(more.changes().getFirst().ladderSteps())
                .isEqualTo(less.changes().getFirst().ladderSteps())
                // From 33 to 50 are 17 of 20, then come two whole steps.
                .isEqualTo(BigFraction.of(57, 20));
    }

    private static Move.Climb single(
            String one, String two, String three, String four, String five, String given) {
        Indicator indicator =
                Agreements.indicator(
                        "X",
                        "100",
                        Ladder.HIGHEST,
                        List.of(Agreements.things("m", MeasureKind.SHARE)),
                        one,
                        two,
                        three,
                        four,
                        five);
        return (Move.Climb)
                moves(Agreements.of(BelowLevelOne.ZERO, indicator), "X", "m=" + given, IN_TIME)
                        .getLast();
    }

    @Test
    void interpolatedGainsCountThePartOfAStepThatIsThereAlready() {
        Indicator indicator =
                Agreements.indicator(
                        "X",
                        "100",
                        Ladder.HIGHEST,
                        Interpolation.LINEAR,
                        List.of(Agreements.things("m", MeasureKind.SHARE)),
                        "m >= 20",
                        "m >= 30",
                        "m >= 50",
                        "m >= 60",
                        "m >= 90");

        List<Move> moves =
                moves(Agreements.of(BelowLevelOne.ZERO, indicator), "X", "m=35/100", IN_TIME);

        // Level 2 and a quarter: three quarters of 20 points to level 3.
        assertThat(((Move.Climb) moves.getFirst()).gain()).isEqualTo(BigFraction.of(15));
    }

    private static List<Move> moves(String indicator, String given, LocalDate today) {
        return moves(AGREEMENT, indicator, given, today);
    }

    private static List<Move> moves(
            Agreement agreement, String indicator, String given, LocalDate today) {
        Map<MeasureKey, MeasuredValue> values = Figures.of(agreement, indicator, given);
        return Moves.of(agreement, new Scorer(agreement).score(DISTRICT, values), values, today)
                .of(IndicatorId.of(indicator));
    }

    private static List<Integer> levels(List<Move> moves) {
        return moves.stream().map(move -> ((Move.Climb) move).to()).toList();
    }

    private static int highest(List<Move> moves) {
        return ((Move.ReportFirst) moves.getFirst()).highest();
    }
}
