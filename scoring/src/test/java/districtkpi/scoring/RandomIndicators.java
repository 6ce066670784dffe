package districtkpi.scoring;

import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.Levels;
import districtkpi.domain.testing.RandomComputations;
import districtkpi.domain.testing.RandomTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Indicators that no office would sign: any number of conditions, of any operator, on measures of
 * any kind, with thresholds at and around the ends of what a measure can be.
 */
public final class RandomIndicators {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 4);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Random random;

    public RandomIndicators(long seed) {
        this.random = new Random(seed);
    }

    public Random random() {
        return random;
    }

    public Indicator next() {
        List<Measure> measures =
                IntStream.rangeClosed(1, 1 + random.nextInt(3))
                        .mapToObj(i -> measure("m" + i, pick(List.of(MeasureKind.values()))))
                        .toList();
        return next(measures);
    }

    /** An indicator that asks something else of the same measures each time. */
    public Indicator next(List<Measure> measures) {
        boolean five = random.nextInt(3) > 0;
        List<Level> levels =
                IntStream.rangeClosed(1, five ? 5 : 1 + random.nextInt(Level.MAX))
                        .mapToObj(number -> Agreements.level(number, conditions(measures)))
                        .toList();
        Indicator indicator =
                Agreements.indicator(
                        "X",
                        "100",
                        pick(List.of(Ladder.values())),
                        Interpolation.NONE,
                        measures,
                        levels);
        return five ? indicator : withScores(indicator);
    }

    /** An indicator whose levels ask for a number that is computed of steps and a day. */
    public Indicator nextComputed() {
        return new RandomComputations(random).of(next(), false);
    }

    /** The same with levels that are worth anything, and now and then something below level 1. */
    public Indicator withScores(Indicator indicator) {
        BigDecimal score = BigDecimal.ZERO;
        List<String> scores = new ArrayList<>();
        for (int i = 0; i < indicator.topLevel(); i++) {
            score = score.add(new BigDecimal(pick(List.of("0.5", "1", "2.25", "20"))));
            scores.add(score.toPlainString());
        }
        List<Level> levels = Levels.worth(indicator.levels(), scores.toArray(String[]::new));
        IndicatorBuilder builder = IndicatorBuilder.like(indicator).levels(levels);
        return switch (random.nextInt(3)) {
            case 0 -> builder.belowLevelOne(BelowLevelOne.ZERO, Basis.STATED).build();
            case 1 ->
                    builder.belowLevelOne(BelowLevelOne.of(levels.getFirst().score()), Basis.STATED)
                            .build();
            default ->
                    builder.belowLevelOne(
                                    BelowLevelOne.of(levels.getFirst().score().multiply(HALF)),
                                    Basis.STATED)
                            .build();
        };
    }

    /** The same with other targets and days in one district, where they can be given. */
    public Indicator withTerms(Indicator indicator, DistrictCode district) {
        List<BigDecimal> targets = RandomTerms.targets(indicator, this::target);
        List<LocalDate> deadlines = RandomTerms.deadlines(indicator, random);
        return targets.isEmpty() && deadlines.isEmpty()
                ? indicator
                : IndicatorBuilder.like(indicator)
                        .districts(
                                new DistrictTerms(
                                        district, targets, deadlines, Optional.empty(), true))
                        .build();
    }

    /** Another threshold of those that there are for a measure; where levels lie on a line, all. */
    public BigDecimal target(Indicator indicator, Condition.Comparison agreed) {
        return indicator.interpolation().value() == Interpolation.LINEAR
                ? agreed.threshold().add(HALF)
                : ((Condition.Comparison)
                                condition(indicator.measure(agreed.measure()).orElseThrow()))
                        .threshold();
    }

    private static Measure measure(String id, MeasureKind kind) {
        return switch (kind) {
            case SHARE, GROWTH, REDUCTION -> Agreements.baht(id, kind);
            case COUNT -> Agreements.things(id, kind);
            case NUMBER -> Agreements.measure(id, kind, 1);
            case DONE -> Agreements.step(id);
            case DATE -> Agreements.day(id);
        };
    }

    private List<Condition> conditions(List<Measure> measures) {
        List<Condition> conditions = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            conditions.add(condition(pick(measures)));
        }
        return conditions;
    }

    private Condition condition(Measure measure) {
        MeasureId id = measure.id();
        return switch (measure.kind()) {
            case SHARE -> comparison(id, "-1", "0", "1", "2", "3");
            case GROWTH -> comparison(id, "-101", "-100", "-99", "-98");
            case REDUCTION -> comparison(id, "98", "99", "100", "101");
            case COUNT -> comparison(id, "0", "1", "1.5", "2", "4");
            case NUMBER -> comparison(id, "-1.5", "-1", "0", "0.5", "2");
            case DONE -> new Condition.Done(id);
            case DATE -> new Condition.DoneBy(id, DAY.plusDays(random.nextInt(3)));
        };
    }

    private Condition comparison(MeasureId measure, String... thresholds) {
        return new Condition.Comparison(
                measure,
                pick(List.of(Operator.values())),
                new BigDecimal(pick(List.of(thresholds))));
    }

    /** Values on and on either side of every threshold that {@link #next()} uses. */
    public static List<MeasuredValue> everyValue(MeasureKind kind) {
        return switch (kind) {
            // From 0 of 100 on, which is as little growth and as much reduction as there can be.
            case SHARE, GROWTH, REDUCTION ->
                    IntStream.rangeClosed(0, 8)
                            .mapToObj(half -> BigDecimal.valueOf(half).multiply(HALF))
                            .<MeasuredValue>map(value -> new MeasuredValue.Ratio(value, HUNDRED))
                            .toList();
            case COUNT ->
                    IntStream.rangeClosed(0, 6)
                            .<MeasuredValue>mapToObj(
                                    count -> new MeasuredValue.Count(BigDecimal.valueOf(count)))
                            .toList();
            case NUMBER ->
                    IntStream.of(-16, -15, -12, -10, -5, 0, 2, 5, 10, 20, 23)
                            .mapToObj(tenth -> BigDecimal.valueOf(tenth, 1))
                            .<MeasuredValue>map(MeasuredValue.Quantity::new)
                            .toList();
            case DONE -> List.of(new MeasuredValue.Done(DAY), new MeasuredValue.NotDone());
            case DATE ->
                    IntStream.rangeClosed(-1, 4)
                            .<MeasuredValue>mapToObj(
                                    days -> new MeasuredValue.Day(DAY.plusDays(days)))
                            .toList();
        };
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
