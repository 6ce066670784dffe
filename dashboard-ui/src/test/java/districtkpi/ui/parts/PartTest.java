package districtkpi.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

    private static final Agreement AGREEMENT = SignedAgreement.get();
    private static final Part WHOLE = new Part(AGREEMENT, null, null);
    private static final Words ENGLISH = new Words(new Translations(), Translations.ENGLISH, false);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesTheScorersTotalsForTheWholeAndForASection(long seed) {
        List<Scorecard> scorecards = scorecards(seed);
        for (Part.Place place : WHOLE.rank(scorecards)) {
            Scorecard.Total total = place.scorecard().total();
            assertThat(place.points()).as("seed %d", seed).isEqualTo(total.points());
            assertThat(place.possibleMin()).as("seed %d", seed).isEqualTo(total.possibleMin());
            assertThat(place.possibleMax()).as("seed %d", seed).isEqualTo(total.possibleMax());
            assertThat(place.scoredWeight()).as("seed %d", seed).isEqualTo(total.scoredWeight());
        }
        for (SectionId section : List.of(SectionId.TEAM, SectionId.INDIVIDUAL)) {
            for (Part.Place place : new Part(AGREEMENT, section, null).rank(scorecards)) {
                assertThat(place.points())
                        .as("seed %d", seed)
                        .isEqualTo(place.scorecard().section(section).orElseThrow().points());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void drawsPiecesThatAddUpToThePoints(long seed) {
        Part part = new Part(AGREEMENT, null, UnitId.of("promotion"));
        for (Part.Place place : part.rank(scorecards(seed))) {
            BigFraction drawn =
                    part.pieces(place.scorecard(), ENGLISH).stream()
                            .map(PointsBar.Piece::points)
                            .reduce(BigFraction.ZERO, BigFraction::add);
            assertThat(drawn)
                    .as("seed %d", seed)
                    .isEqualTo(place.points().orElse(BigFraction.ZERO));
        }
    }

    @Test
    void ranksTiesAlikeAndThoseWithoutAResultLast() {
        Scorer scorer = new Scorer(AGREEMENT);
        Map<MeasureKey, MeasuredValue> good = spending(95);
        Map<MeasureKey, MeasuredValue> fair = spending(75);
        List<Part.Place> places =
                WHOLE.rank(
                        List.of(
                                scorer.score(DistrictCode.of("4301"), Map.of()),
                                scorer.score(DistrictCode.of("4305"), good),
                                scorer.score(DistrictCode.of("4302"), good),
                                scorer.score(DistrictCode.of("4307"), fair)));
        assertThat(places)
                .extracting(place -> place.scorecard().district().value())
                .containsExactly("4302", "4305", "4307", "4301");
        assertThat(places)
                .extracting(Part.Place::rank)
                .containsExactly(
                        OptionalInt.of(1),
                        OptionalInt.of(1),
                        OptionalInt.of(3),
                        OptionalInt.empty());
    }

    @Test
    void hasNothingToSayWhereNothingOfThePartApplies() {
        Map<MeasureKey, MeasuredValue> none = new HashMap<>();
        AGREEMENT.sections().stream()
                .filter(terms -> terms.section().equals(SectionId.TEAM))
                .flatMap(terms -> terms.indicators().stream())
                .forEach(indicator ->
                        indicator
                                .measures()
                                .forEach(measure ->
                                        none.put(
                                                indicator.key(measure.id()),
                                                new MeasuredValue.NotApplicable("abolished"))));
        Scorecard scorecard = new Scorer(AGREEMENT).score(DistrictCode.of("4301"), none);
        Part.Place place =
                new Part(AGREEMENT, SectionId.TEAM, null).rank(List.of(scorecard)).getFirst();
        assertThat(place.points()).isEmpty();
        assertThat(place.possibleMax()).isEqualTo(BigFraction.ZERO);
    }

    private static Map<MeasureKey, MeasuredValue> spending(int percent) {
        Indicator indicator = AGREEMENT.indicators().findFirst().orElseThrow();
        return Map.of(
                indicator.key(indicator.measures().getFirst().id()),
                new MeasuredValue.Ratio(BigDecimal.valueOf(percent), BigDecimal.valueOf(100)));
    }

    private static List<Scorecard> scorecards(long seed) {
        Random random = new Random(seed);
        Scorer scorer = new Scorer(AGREEMENT);
        return IntStream.range(4301, 4310)
                .mapToObj(code -> scorer.score(DistrictCode.of("" + code), values(random)))
                .toList();
    }

    /** Any figures, some missing, some indicators not applicable. */
    private static Map<MeasureKey, MeasuredValue> values(Random random) {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        AGREEMENT
                .indicators()
                .forEach(indicator -> {
                    boolean applies = random.nextInt(12) > 0;
                    for (Measure measure : indicator.measures()) {
                        value(measure, applies, random)
                                .ifPresent(value -> values.put(indicator.key(measure.id()), value));
                    }
                });
        return values;
    }

    private static Optional<MeasuredValue> value(Measure measure, boolean applies, Random random) {
        if (!applies) {
            return Optional.of(new MeasuredValue.NotApplicable("none here"));
        }
        if (random.nextInt(10) == 0) {
            return Optional.empty();
        }
        BigDecimal number = BigDecimal.valueOf(random.nextInt(130));
        return Optional.of(
                switch (measure.kind()) {
                    case SHARE, GROWTH, REDUCTION ->
                            new MeasuredValue.Ratio(number, BigDecimal.valueOf(100));
                    case COUNT -> new MeasuredValue.Count(number);
                    case NUMBER -> new MeasuredValue.Quantity(number);
                    case DONE ->
                            random.nextBoolean()
                                    ? new MeasuredValue.Done(null)
                                    : new MeasuredValue.NotDone();
                    case DATE ->
                            new MeasuredValue.Day(LocalDate.of(2022, 3, 1 + random.nextInt(9)));
                });
    }
}
