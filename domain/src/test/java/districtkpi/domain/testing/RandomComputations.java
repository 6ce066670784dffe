package districtkpi.domain.testing;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.Computation.Accumulation;
import districtkpi.domain.agreement.Computation.Aggregation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes indicators whose levels ask for a number that is computed of what they asked for: a step
 * for each level, and a day between {@link #FIRST_DAY} and {@link #LAST_DAY}.
 */
public final class RandomComputations {

    public static final LocalDate FIRST_DAY = LocalDate.of(2022, 3, 4);
    public static final LocalDate LAST_DAY = FIRST_DAY.plusDays(3);

    private static final LocalizedText TEXT = AgreementBuilder.text("computed");
    private static final MeasureUnit UNIT = new MeasureUnit(TEXT, 2);
    private static final MeasureId STEPS = MeasureId.of("steps");
    private static final MeasureId DAY = MeasureId.of("day");
    private static final MeasureId PUNCTUAL = MeasureId.of("punctual");
    private static final MeasureId NUMBER = MeasureId.of("extra");
    private static final MeasureId BENT = MeasureId.of("bent");
    private static final MeasureId TOTAL = MeasureId.of("total");

    private final Random random;

    public RandomComputations(Random random) {
        this.random = random;
    }

    /**
     * The same indicator with a computed number.
     *
     * @param continuous whether a number between −2 and 4 goes into it, too, and levels may be
     *     interpolated: what all of its values come to cannot be tried
     */
    public Indicator of(Indicator indicator, boolean continuous) {
        List<Measure> measures = new ArrayList<>(indicator.measures());
        measures.add(new Measure(DAY, MeasureKind.DATE, TEXT, null, null, null, false, false));
        if (continuous) {
            measures.add(
                    new Measure(NUMBER, MeasureKind.NUMBER, TEXT, null, UNIT, null, false, false));
        }
        boolean linear = continuous && random.nextBoolean();
        IndicatorBuilder builder =
                IndicatorBuilder.like(indicator)
                        .measures(measures)
                        .computedMeasures(computed(indicator, continuous))
                        .levels(levels(indicator, linear))
                        .interpolation(
                                linear ? Interpolation.LINEAR : Interpolation.NONE, Basis.STATED);
        return builder.build();
    }

    private List<ComputedMeasure> computed(Indicator indicator, boolean continuous) {
        List<ComputedMeasure> all = new ArrayList<>();
        all.add(
                computed(
                        STEPS,
                        new Computation.Points(
                                random.nextBoolean() ? Accumulation.SUM : Accumulation.BEST,
                                indicator.levels().stream()
                                        .map(level ->
                                                new Computation.Step(
                                                        TEXT,
                                                        pick("0.25", "0.5", "1", "1.5", "-0.5"),
                                                        level.conditions()))
                                        .toList())));
        all.add(
                computed(
                        PUNCTUAL,
                        new Computation.DayLine(
                                DAY,
                                List.of(
                                        new Computation.DayKnot(FIRST_DAY, BigDecimal.ONE),
                                        new Computation.DayKnot(
                                                LAST_DAY, BigDecimal.ONE.negate())))));
        Aggregation aggregation =
                List.of(Aggregation.values()).get(random.nextInt(Aggregation.values().length));
        List<Computation.Term> terms = new ArrayList<>();
        terms.add(term(aggregation, STEPS, "2"));
        terms.add(term(aggregation, PUNCTUAL, "0.7"));
        if (continuous) {
            all.add(
                    computed(
                            BENT,
                            new Computation.Line(
                                    NUMBER,
                                    List.of(
                                            new Computation.Knot(pick("-2"), pick("0")),
                                            new Computation.Knot(pick("0"), pick("1", "0.3")),
                                            new Computation.Knot(pick("2.2"), pick("0.3", "4"))))));
            terms.add(term(aggregation, BENT, "1"));
        }
        all.add(
                new ComputedMeasure(
                        TOTAL,
                        TEXT,
                        UNIT,
                        new Computation.Combination(aggregation, terms),
                        random.nextBoolean() ? null : pick("-1", "0"),
                        random.nextBoolean() || continuous ? null : pick("1", "2")));
        return all;
    }

    private static Computation.Term term(Aggregation aggregation, MeasureId id, String weight) {
        return new Computation.Term(
                id, aggregation.isWeighted() ? new BigDecimal(weight) : BigDecimal.ONE);
    }

    private static ComputedMeasure computed(MeasureId id, Computation computation) {
        return new ComputedMeasure(id, TEXT, UNIT, computation, null, null);
    }

    private List<Level> levels(Indicator indicator, boolean linear) {
        // What a line of levels leads to is to be in reach.
        BigDecimal threshold = pick("-2", "-1.5", "-1");
        List<Level> levels = new ArrayList<>();
        for (Level level : indicator.levels()) {
            threshold = threshold.add(pick("0.05", "0.01"));
            Condition condition =
                    new Condition.Comparison(
                            TOTAL,
                            linear
                                    ? Operator.AT_LEAST
                                    : List.of(Operator.values())
                                            .get(random.nextInt(Operator.values().length)),
                            linear ? threshold : pick("-1", "0", "0.5", "1", "1.75", "3"));
            levels.add(
                    new Level(
                            level.number(),
                            level.score(),
                            level.text(),
                            List.of(condition),
                            level.basis(),
                            level.notes()));
        }
        return levels;
    }

    private BigDecimal pick(String... numbers) {
        return new BigDecimal(numbers[random.nextInt(numbers.length)]);
    }
}
