package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must stay the same, or must not get worse, when figures change in a known way. */
class ScoringPropertiesTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final Agreement AGREEMENT = Agreements.round2565No1();
    private static final Scorer SCORER = new Scorer(AGREEMENT);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfDistrictsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Scorecard> scorecards = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            scorecards.add(
                    SCORER.score(
                            DistrictCode.of(String.valueOf(4301 + i)),
                            RandomFigures.of(AGREEMENT, random, 0.3)));
        }
        Ranking before = Ranking.of(AGREEMENT, scorecards);
        Collections.shuffle(scorecards, random);

        assertThat(Ranking.of(AGREEMENT, scorecards)).as("seed %d", seed).isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rankIsOneMoreThanTheNumberOfBetterDistricts(long seed) {
        Random random = new Random(seed);
        List<Scorecard> scorecards = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            scorecards.add(
                    SCORER.score(
                            DistrictCode.of(String.valueOf(4301 + i)),
                            RandomFigures.of(AGREEMENT, random, 0.9)));
        }

        for (Ranking.Row row : Ranking.of(AGREEMENT, scorecards).rows()) {
            Optional<BigFraction> total = row.scorecard().total().points();
            long better =
                    scorecards.stream()
                            .flatMap(scorecard -> scorecard.total().points().stream())
                            .filter(points -> points.compareTo(total.orElse(points)) > 0)
                            .count();
            assertThat(row.rank())
                    .as("seed %d", seed)
                    .isEqualTo(
                            total.isPresent()
                                    ? OptionalInt.of((int) better + 1)
                                    : OptionalInt.empty());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfIndicatorsMeasuresAndFiguresDoesNotMatter(long seed) {
        Random random = new Random(seed);
        Map<MeasureKey, MeasuredValue> figures = RandomFigures.of(AGREEMENT, random, 0.3);
        List<MeasureKey> keys = new ArrayList<>(figures.keySet());
        Collections.shuffle(keys, random);
        Map<MeasureKey, MeasuredValue> reordered = new LinkedHashMap<>();
        keys.forEach(key -> reordered.put(key, figures.get(key)));

        Scorecard before = SCORER.score(DISTRICT, figures);
        Scorecard after = new Scorer(shuffled(random)).score(DISTRICT, reordered);

        assertThat(after.total()).as("seed %d", seed).isEqualTo(before.total());
        AGREEMENT
                .indicators()
                .map(Indicator::id)
                .forEach(id ->
                        assertThat(ScoreRow.of(after.line(id).score()))
                                .as("seed %d, %s", seed, id)
                                .isEqualTo(ScoreRow.of(before.line(id).score())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void valueAndOfMultipliedTogetherChangeNothing(long seed) {
        Random random = new Random(seed);
        Map<MeasureKey, MeasuredValue> figures = RandomFigures.of(AGREEMENT, random, 0.1);
        BigDecimal factor = BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), 4);
        Map<MeasureKey, MeasuredValue> scaled = new HashMap<>(figures);
        scaled.replaceAll((_, value) ->
                value instanceof MeasuredValue.Ratio(BigDecimal amount, BigDecimal of)
                        ? new MeasuredValue.Ratio(amount.multiply(factor), of.multiply(factor))
                        : value);

        Scorecard before = SCORER.score(DISTRICT, figures);
        Scorecard after = SCORER.score(DISTRICT, scaled);

        assertThat(after.total()).as("seed %d", seed).isEqualTo(before.total());
        assertThat(rows(after)).as("seed %d", seed).isEqualTo(rows(before));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFinishedPercentageScoresLikeTheFiguresItIsMadeOf(long seed) {
        Random random = new Random(seed);
        Map<MeasureKey, MeasuredValue> figures = new HashMap<>();
        Map<MeasureKey, MeasuredValue> finished = new HashMap<>();
        for (MeasureKey key : ratios()) {
            MeasureKind kind = AGREEMENT.measure(key).orElseThrow().kind();
            // Of 1,000 the percentage has one decimal, so that it can be written down exactly.
            MeasuredValue.Ratio ratio =
                    new MeasuredValue.Ratio(
                            BigDecimal.valueOf(random.nextInt(1_200)), BigDecimal.valueOf(1_000));
            figures.put(key, ratio);
            finished.put(
                    key,
                    new MeasuredValue.Percentage(
                            new BigDecimal(
                                    PlainDecimal.of(Percent.of(kind, ratio).orElseThrow()))));
        }

        assertThat(rows(SCORER.score(DISTRICT, finished)))
                .as("seed %d", seed)
                .isEqualTo(rows(SCORER.score(DISTRICT, figures)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aBetterFigureNeverLowersALevel(long seed) {
        Random random = new Random(seed);
        Map<MeasureKey, MeasuredValue> figures = RandomFigures.of(AGREEMENT, random, 0.2);
        Scorecard before = SCORER.score(DISTRICT, figures);

        for (MeasureKey key : figures.keySet()) {
            Map<MeasureKey, MeasuredValue> better = new HashMap<>(figures);
            better.computeIfPresent(
                    key,
                    (_, value) ->
                            better(AGREEMENT.measure(key).orElseThrow().kind(), value, random));
            Scorecard after = SCORER.score(DISTRICT, better);
            IndicatorId indicator = key.indicator();
            assertThat(after.line(indicator).pointsMin())
                    .as("seed %d, %s from %s to %s", seed, key, figures.get(key), better.get(key))
                    .isGreaterThanOrEqualTo(before.line(indicator).pointsMin());
            assertThat(after.line(indicator).pointsMax())
                    .as("seed %d, %s from %s to %s", seed, key, figures.get(key), better.get(key))
                    .isGreaterThanOrEqualTo(before.line(indicator).pointsMax());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverArrivesLaterStaysWithinTheBounds(long seed) {
        Random random = new Random(seed);
        Map<MeasureKey, MeasuredValue> figures = RandomFigures.complete(AGREEMENT, random);
        Map<MeasureKey, MeasuredValue> some = new HashMap<>(figures);
        some.keySet().removeIf(_ -> random.nextInt(3) == 0);

        Scorecard so = SCORER.score(DISTRICT, some);
        BigFraction later =
                SCORER.score(DISTRICT, figures).total().points().orElse(BigFraction.ZERO);

        assertThat(later)
                .as("seed %d", seed)
                .isBetween(so.total().possibleMin(), so.total().possibleMax());
        assertThat(so.total().points().orElse(BigFraction.ZERO))
                .as("seed %d", seed)
                .isLessThanOrEqualTo(so.total().possibleMin());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void effectiveWeightsOfASectionTotalHundred(long seed) {
        Random random = new Random(seed);
        Scorecard scorecard = SCORER.score(DISTRICT, RandomFigures.of(AGREEMENT, random, 0.2));

        for (Scorecard.SectionTotal section : scorecard.sections()) {
            BigFraction weight =
                    scorecard.lines().stream()
                            .filter(line -> line.section().equals(section.section()))
                            .map(Scorecard.Line::effectiveWeight)
                            .reduce(BigFraction.ZERO, BigFraction::add);
            boolean applies = section.total().notApplicableWeight().intValueExact() < 100;
            assertThat(weight)
                    .as("seed %d, %s", seed, section.section())
                    .isEqualTo(BigFraction.of(applies ? 100 : 0));
        }
    }

    private static List<ScoreRow> rows(Scorecard scorecard) {
        return scorecard.lines().stream().map(line -> ScoreRow.of(line.score())).toList();
    }

    private static List<MeasureKey> ratios() {
        return AGREEMENT
                .indicators()
                .flatMap(indicator ->
                        indicator.measures().stream()
                                .filter(measure -> measure.kind().isRatio())
                                .map(Measure::id)
                                .map(indicator::key))
                .toList();
    }

    private static MeasuredValue better(MeasureKind kind, MeasuredValue value, Random random) {
        BigDecimal change = BigDecimal.valueOf(random.nextInt(200), 1);
        return switch (value) {
            case MeasuredValue.Ratio(BigDecimal amount, BigDecimal of) ->
                    switch (kind) {
                        // All villages are all villages: a share is not bettered beyond its whole.
                        case SHARE ->
                                new MeasuredValue.Ratio(amount.max(amount.add(change).min(of)), of);
                        case GROWTH -> new MeasuredValue.Ratio(amount.add(change), of);
                        case REDUCTION ->
                                new MeasuredValue.Ratio(
                                        amount.subtract(change).max(BigDecimal.ZERO), of);
                        case COUNT, NUMBER, DONE, DATE -> throw new AssertionError(kind);
                    };
            case MeasuredValue.Percentage(BigDecimal percent) ->
                    new MeasuredValue.Percentage(percent.add(change));
            case MeasuredValue.Count(BigDecimal count) ->
                    new MeasuredValue.Count(count.add(BigDecimal.ONE));
            case MeasuredValue.Quantity(BigDecimal number) ->
                    new MeasuredValue.Quantity(number.add(change));
            case MeasuredValue.NotDone _ -> new MeasuredValue.Done(null);
            case MeasuredValue.Day(LocalDate day) -> new MeasuredValue.Day(day.minusDays(3));
            case MeasuredValue.Done _, MeasuredValue.NotApplicable _ -> value;
        };
    }

    private static Agreement shuffled(Random random) {
        List<SectionTerms> sections = new ArrayList<>();
        for (SectionTerms terms : AGREEMENT.sections()) {
            List<Indicator> indicators = new ArrayList<>();
            for (Indicator indicator : terms.indicators()) {
                List<Measure> measures = new ArrayList<>(indicator.measures());
                Collections.shuffle(measures, random);
                indicators.add(
                        Agreements.indicator(
                                indicator.id().value(),
                                indicator.weight().toPlainString(),
                                indicator.ladder().value(),
                                indicator.interpolation().value(),
                                measures,
                                indicator.levels()));
            }
            Collections.shuffle(indicators, random);
            sections.add(
                    Agreements.section(
                            terms.section(), terms.share().value().toPlainString(), indicators));
        }
        Collections.shuffle(sections, random);
        return Agreements.agreement(
                AGREEMENT.belowLevelOne().value(), sections.toArray(SectionTerms[]::new));
    }
}
