package districtkpi.export.workbook;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.RandomComputations;
import districtkpi.domain.testing.RandomTerms;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A round that no office would sign, with every kind of rule that the format can express and with
 * figures on and around the thresholds, some of them missing, some not applicable.
 */
final class RandomRound {

    private static final LocalDate DEADLINE = LocalDate.of(2022, 3, 4);
    private static final LocalizedText TEXT = new LocalizedText("ข้อความ", "text");
    private static final int DISTRICTS = 5;

    private final Random random;

    private RandomRound(long seed) {
        this.random = new Random(seed);
    }

    static ScoredRound of(long seed) {
        return new RandomRound(seed).round();
    }

    private ScoredRound round() {
        Agreement agreement = agreement();
        List<District> districts =
                IntStream.range(0, DISTRICTS)
                        .mapToObj(i ->
                                new District(
                                        DistrictCode.of(String.valueOf(4301 + i)),
                                        TEXT,
                                        LocalDate.EPOCH,
                                        null))
                        .toList();
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values = new HashMap<>();
        for (District district : districts) {
            values.put(district.code(), values(agreement));
        }
        // Two districts with the same figures share a rank.
        values.put(districts.get(1).code(), values.getOrDefault(districts.get(0).code(), Map.of()));
        Scorer scorer =
                new Scorer(agreement).withOverrides(overrides(agreement, districts.getLast()));
        return new ScoredRound(
                agreement,
                districts,
                values,
                Ranking.of(
                        agreement,
                        districts.stream()
                                .map(District::code)
                                .map(code ->
                                        scorer.score(code, values.getOrDefault(code, Map.of())))
                                .toList()));
    }

    /** Of one district, some of them where there is no level to override. */
    private List<LevelOverride> overrides(Agreement agreement, District district) {
        return agreement
                .indicators()
                .filter(_ -> random.nextInt(3) == 0)
                .map(indicator ->
                        new LevelOverride(
                                1,
                                district.code(),
                                indicator.id(),
                                random.nextInt(indicator.topLevel() + 1),
                                "reason",
                                Instant.EPOCH,
                                ""))
                .toList();
    }

    private Agreement agreement() {
        List<SectionTerms> sections = sections();
        return AgreementBuilder.agreement("2565-1")
                .title(TEXT)
                .demonstration()
                .belowLevelOne(
                        random.nextBoolean() ? BelowLevelOne.ZERO : BelowLevelOne.ONE, Basis.STATED)
                .ratings(ratings())
                .sections(sections)
                .build();
    }

    private Rating[] ratings() {
        return random.nextBoolean()
                ? new Rating[0]
                : new Rating[] {
                    new Rating(new LocalizedText("ดี \"มาก\"", "Very good"), pick("60", "33.3")),
                    new Rating(new LocalizedText("ดี", "Good"), pick("20", "12.5")),
                    new Rating(new LocalizedText("<พอใช้>", "Fair"), BigDecimal.ZERO)
                };
    }

    private List<SectionTerms> sections() {
        BigDecimal share = pick("50", "33.3", "0", "100");
        BigDecimal rest = BigDecimal.valueOf(100).subtract(share);
        SectionTerms first = section(SectionId.TEAM, share, "T", "60", "40");
        return switch (random.nextInt(3)) {
            case 0 -> List.of(section(SectionId.of("all"), BigDecimal.valueOf(100), "A", "100"));
            case 1 ->
                    List.of(
                            first,
                            section(SectionId.INDIVIDUAL, rest, "P", "33.3", "33.3", "33.4"));
            default ->
                    List.of(
                            first,
                            section(
                                    SectionId.of("part2"),
                                    rest.divide(BigDecimal.TWO),
                                    "P",
                                    "33.3",
                                    "66.7"),
                            section(
                                    SectionId.of("part3"),
                                    rest.divide(BigDecimal.TWO),
                                    "Q",
                                    "100"));
        };
    }

    private SectionTerms section(
            SectionId section, BigDecimal share, String id, String... weights) {
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            indicators.add(indicator(IndicatorId.of(id + (i + 1)), new BigDecimal(weights[i])));
        }
        if (random.nextInt(3) == 0) {
            indicators.add(
                    random.nextInt(indicators.size() + 1),
                    indicator(IndicatorId.of(id + "0"), BigDecimal.ZERO));
        }
        SectionTerms terms =
                new SectionTerms(
                        section,
                        new LocalizedText(section.value(), section.value()),
                        rule(share),
                        indicators);
        return RandomTerms.of(
                random.nextInt(3) == 0 ? outOf(terms, pick("0.7", "0.5", "2")) : terms,
                random,
                DISTRICTS,
                this::target);
    }

    /** Another threshold of the same measure; where levels lie on a line, a step for all. */
    private BigDecimal target(Indicator indicator, Condition.Comparison agreed) {
        if (indicator.interpolation().value() == Interpolation.LINEAR) {
            return agreed.threshold().add(BigDecimal.ONE);
        }
        Measure measure = indicator.measure(agreed.measure()).orElseThrow();
        return ((Condition.Comparison) condition(measure)).threshold();
    }

    /** The same proportions of weights that total something else. */
    private static SectionTerms outOf(SectionTerms terms, BigDecimal part) {
        return new SectionTerms(
                terms.section(),
                terms.name(),
                terms.share(),
                terms.outOf().multiply(part),
                terms.indicators().stream()
                        .map(indicator ->
                                IndicatorBuilder.like(indicator)
                                        .weight(indicator.weight().multiply(part).toPlainString())
                                        .build())
                        .toList());
    }

    private Indicator indicator(IndicatorId id, BigDecimal weight) {
        boolean linear = random.nextInt(3) == 0;
        List<Measure> measures =
                linear
                        ? List.of(measure(0, numeric()))
                        : IntStream.rangeClosed(0, random.nextInt(3))
                                .mapToObj(i -> measure(i, kind()))
                                .toList();
        List<Level> levels = new ArrayList<>();
        boolean rising = random.nextBoolean();
        boolean scored = random.nextInt(3) == 0;
        int top = scored ? 1 + random.nextInt(linear ? 5 : Level.MAX) : 5;
        BigDecimal score = BigDecimal.ZERO;
        for (int number = 1; number <= top; number++) {
            score = score.add(scored ? pick("0.5", "1", "2.25", "25") : BigDecimal.ONE);
            levels.add(
                    new Level(
                            number,
                            score,
                            TEXT,
                            linear
                                    ? List.of(step(measures.getFirst(), number, rising))
                                    : conditions(measures),
                            Basis.STATED,
                            List.of()));
        }
        IndicatorBuilder indicator = IndicatorBuilder.indicator(id.value());
        if (scored) {
            indicator.belowLevelOne(
                    linear && rising && isAboveZero(levels.getFirst())
                            ? BelowLevelOne.LINEAR
                            : BelowLevelOne.of(
                                    levels.getFirst().score().multiply(pick("0", "0.5", "1"))),
                    Basis.STATED);
        }
        Indicator plain =
                indicator
                        .name(TEXT)
                        .weight(weight.toPlainString())
                        .measures(measures)
                        .ladder(
                                random.nextBoolean() ? Ladder.CUMULATIVE : Ladder.HIGHEST,
                                Basis.STATED)
                        .interpolation(
                                linear ? Interpolation.LINEAR : Interpolation.NONE, Basis.STATED)
                        .levels(levels)
                        .build();
        return linear || random.nextInt(3) > 0
                ? plain
                : new RandomComputations(random).of(plain, true);
    }

    private static boolean isAboveZero(Level level) {
        return level.conditions().getFirst() instanceof Condition.Comparison comparison
                && comparison.threshold().signum() > 0;
    }

    /** Thresholds of a count are small; those of percentages lie around what {@link #value} has. */
    private static Condition step(Measure measure, int number, boolean rising) {
        BigDecimal base = measure.kind() == MeasureKind.COUNT ? BigDecimal.ZERO : base(measure);
        BigDecimal threshold = base.add(BigDecimal.valueOf(rising ? number - 1 : 5 - number));
        return new Condition.Comparison(
                measure.id(), rising ? Operator.AT_LEAST : Operator.AT_MOST, threshold);
    }

    private static BigDecimal base(Measure measure) {
        return switch (measure.kind()) {
            case SHARE -> new BigDecimal("0.3");
            case GROWTH -> new BigDecimal("-99.7");
            case REDUCTION -> new BigDecimal("94.7");
            case COUNT, NUMBER, DONE, DATE -> BigDecimal.ZERO;
        };
    }

    private List<Condition> conditions(List<Measure> measures) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> condition(measures.get(random.nextInt(measures.size()))))
                .toList();
    }

    private Condition condition(Measure measure) {
        return switch (measure.kind()) {
            case SHARE -> comparison(measure, "0", "0.3", "1.1", "2", "3.3");
            case GROWTH -> comparison(measure, "-100", "-99.7", "-98.9", "-96.7");
            case REDUCTION -> comparison(measure, "96.7", "98.9", "99.7", "100");
            case COUNT -> comparison(measure, "0", "1", "1.5", "2", "3");
            case NUMBER -> comparison(measure, "-1.5", "0", "0.3", "2.2", "3");
            case DONE -> new Condition.Done(measure.id());
            case DATE -> new Condition.DoneBy(measure.id(), DEADLINE.plusDays(random.nextInt(3)));
        };
    }

    private Condition comparison(Measure measure, String... thresholds) {
        return new Condition.Comparison(
                measure.id(),
                List.of(Operator.values()).get(random.nextInt(Operator.values().length)),
                pick(thresholds));
    }

    private static Measure measure(int number, MeasureKind kind) {
        return new Measure(
                MeasureId.of("m" + number),
                kind,
                TEXT,
                kind.isRatio() ? TEXT : null,
                kind.isNumeric() ? new MeasureUnit(TEXT, kind == MeasureKind.COUNT ? 0 : 2) : null,
                null,
                false,
                false);
    }

    private MeasureKind kind() {
        return List.of(MeasureKind.values()).get(random.nextInt(MeasureKind.values().length));
    }

    private MeasureKind numeric() {
        MeasureKind kind = kind();
        return kind.isNumeric() ? kind : MeasureKind.SHARE;
    }

    private Map<MeasureKey, MeasuredValue> values(Agreement agreement) {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        agreement
                .indicators()
                .forEach(indicator ->
                        indicator.measures().stream()
                                .filter(_ -> random.nextInt(5) > 0)
                                .forEach(measure ->
                                        values.put(indicator.key(measure.id()), value(measure))));
        return values;
    }

    private MeasuredValue value(Measure measure) {
        if (random.nextInt(12) == 0) {
            return new MeasuredValue.NotApplicable("reason");
        }
        return switch (measure.kind()) {
            case SHARE, GROWTH, REDUCTION -> ratio(measure);
            case COUNT -> new MeasuredValue.Count(BigDecimal.valueOf(random.nextInt(5)));
            case NUMBER ->
                    new MeasuredValue.Quantity(
                            pick("-2", "-1.5", "-1.4999", "0", "0.3", "2.2", "2.2001", "4"));
            case DONE ->
                    switch (random.nextInt(3)) {
                        case 0 -> new MeasuredValue.Done(null);
                        case 1 -> new MeasuredValue.Done(DEADLINE);
                        default -> new MeasuredValue.NotDone();
                    };
            case DATE ->
                    random.nextInt(6) == 0
                            ? new MeasuredValue.NotDone()
                            : new MeasuredValue.Day(DEADLINE.plusDays(random.nextInt(5) - 1));
        };
    }

    private MeasuredValue ratio(Measure measure) {
        BigDecimal percent = pick("0", "0.3", "0.30001", "0.2999", "1.1", "2", "3.3", "3.31", "5");
        if (random.nextInt(4) == 0) {
            return new MeasuredValue.Percentage(
                    switch (measure.kind()) {
                        case SHARE -> percent;
                        case GROWTH -> percent.subtract(BigDecimal.valueOf(100));
                        case REDUCTION -> BigDecimal.valueOf(100).subtract(percent);
                        case COUNT, NUMBER, DONE, DATE -> throw new IllegalStateException();
                    });
        }
        // Satang of budgets, so that the thresholds are met to the last digit.
        BigDecimal of = new BigDecimal("100.7").multiply(BigDecimal.valueOf(1 + random.nextInt(9)));
        return new MeasuredValue.Ratio(percent.multiply(of).movePointLeft(2), of);
    }

    private BigDecimal pick(String... numbers) {
        return new BigDecimal(numbers[random.nextInt(numbers.length)]);
    }

    private static <T> Rule<T> rule(T value) {
        return new Rule<>(value, Basis.STATED);
    }
}
