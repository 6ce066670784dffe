package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.scoring.plan.Move;
import districtkpi.scoring.plan.Moves;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Districts with targets, deadlines and weights of their own, as the method document has them. */
class DistrictTermsTest {

    private static final Path METHOD = Path.of("../docs/method");

    private final Agreement agreement = agreement();
    private final Scorer scorer = new Scorer(agreement);

    private static Agreement agreement() {
        return Agreements.agreement(
                BelowLevelOne.ZERO,
                Agreements.section(SectionId.of("results"), "100", List.of(r1(), r2(), r3())));
    }

    private static Indicator r1() {
        Indicator indicator =
                Agreements.indicator(
                        "R1",
                        "40",
                        Ladder.HIGHEST,
                        List.of(Agreements.things("trained", MeasureKind.COUNT)),
                        "trained >= 60",
                        "trained >= 70",
                        "trained >= 80",
                        "trained >= 90",
                        "trained >= 100");
        return IndicatorBuilder.like(indicator)
                .districts(
                        terms("4301", "100 105 110 115 120", "", "", true),
                        terms("4302", "40 50 60 70 80", "", "", true))
                .build();
    }

    private static Indicator r2() {
        Indicator indicator =
                Agreements.indicator(
                        "R2",
                        "20",
                        Ladder.HIGHEST,
                        List.of(Agreements.baht("invested", MeasureKind.SHARE)),
                        "invested >= 60",
                        "invested >= 70",
                        "invested >= 80",
                        "invested >= 90",
                        "invested >= 100");
        return IndicatorBuilder.like(indicator)
                .districts(terms("4302", "", "", "", false), terms("4303", "", "", "", false))
                .build();
    }

    private static Indicator r3() {
        Indicator indicator =
                Agreements.indicator(
                        "R3",
                        "40",
                        Ladder.HIGHEST,
                        List.of(Agreements.day("plan_sent")),
                        "plan_sent by 2022-02-28");
        return IndicatorBuilder.like(indicator)
                .districts(
                        terms("4301", "", "2022-03-10", "", true),
                        terms("4302", "", "", "60", true))
                .build();
    }

    private static DistrictTerms terms(
            String district, String targets, String deadlines, String weight, boolean applies) {
        return new DistrictTerms(
                DistrictCode.of(district),
                words(targets).map(BigDecimal::new).toList(),
                words(deadlines).map(LocalDate::parse).toList(),
                words(weight).map(BigDecimal::new).findFirst(),
                applies);
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(files = "../docs/method/district-vectors.csv", numLinesToSkip = 1)
    void givesWhatTheMethodDocumentSays(
            String district,
            String indicator,
            @Nullable String given,
            BigDecimal weight,
            String status,
            @Nullable Integer level,
            @Nullable Integer levelMin,
            @Nullable Integer levelMax,
            @Nullable BigDecimal points) {
        Scorecard scorecard =
                scorer.score(
                        DistrictCode.of(district),
                        Figures.of(agreement, indicator, given == null ? "" : given));
        Scorecard.Line line = scorecard.line(IndicatorId.of(indicator));

        assertThat(ScoreRow.of(line.score()))
                .isEqualTo(new ScoreRow(status, level, levelMin, levelMax));
        assertThat(line.effectiveWeight()).isEqualTo(Exact.fraction(weight));
        assertThat(line.points()).isEqualTo(Optional.ofNullable(points).map(Exact::fraction));
    }

    @Test
    void theMethodDocumentShowsEveryVector() throws IOException {
        assertThat(Files.readAllLines(METHOD.resolve("scoring.md")))
                .containsSubsequence(
                        Files.readAllLines(METHOD.resolve("district-vectors.csv")).stream()
                                .skip(1)
                                .map(line -> "| " + line.replace(",", " | ") + " |")
                                .toList());
    }

    private static Map<MeasureKey, MeasuredValue> sameFigures(Agreement agreement) {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        values.putAll(Figures.of(agreement, "R1", "trained=90"));
        values.putAll(Figures.of(agreement, "R2", "invested=54/60"));
        values.putAll(Figures.of(agreement, "R3", "plan_sent=2022-02-28"));
        return values;
    }

    @ParameterizedTest
    @CsvSource({"4301,56,0", "4302,100,0", "4303,90,20", "4304,88,0"})
    void theSameFiguresGiveFourTotals(String code, int total, BigDecimal spread) {
        Scorecard.Total found = scorer.score(DistrictCode.of(code), sameFigures(agreement)).total();

        assertThat(found.points()).contains(BigFraction.of(total));
        assertThat(found.notApplicableWeight()).isEqualByComparingTo(spread);
        assertThat(found.scoredWeight()).isEqualTo(BigFraction.of(100));
        assertThat(found.isComplete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4301,1,100", "4304,5,100"})
    void distancesAndMovesLeadToTheTargetsOfTheDistrict(String code, int next, BigDecimal target) {
        DistrictCode district = DistrictCode.of(code);
        Scorecard scorecard = scorer.score(district, sameFigures(agreement));
        IndicatorScore.WithLevel score =
                (IndicatorScore.WithLevel) scorecard.line(IndicatorId.of("R1")).score();

        Explanation.NextLevel way = score.explanation().next().orElseThrow();
        assertThat(way.level().number()).isEqualTo(next);
        assertThat(way.missing())
                .containsExactly(
                        new Distance.Amount(
                                MeasureId.of("trained"),
                                Distance.Direction.MORE,
                                BigDecimal.TEN,
                                target));
        assertThat(
                        Moves.of(
                                        agreement,
                                        scorecard,
                                        sameFigures(agreement),
                                        LocalDate.of(2022, 2, 1))
                                .of(IndicatorId.of("R1")))
                .first()
                .isInstanceOfSatisfying(
                        Move.Climb.class, climb -> assertThat(climb.to()).isEqualTo(next));
        assertThat(score.indicator())
                .isEqualTo(agreement.in(district).indicators().toList().get(0));
    }

    @Test
    void formsAddUpWithTheWeightsOfTheDistrict() {
        Scorecard scorecard = scorer.score(DistrictCode.of("4302"), sameFigures(agreement));

        OutOfFive sums = OutOfFive.of(agreement, scorecard);

        assertThat(sums.weight()).isEqualByComparingTo("100");
        assertThat(sums.average()).contains(BigFraction.of(5));
        assertThat(sums.sections().getFirst().terms().indicators())
                .extracting(one -> one.weight().toPlainString())
                .containsExactly("40", "0", "60");
    }

    @Test
    void anAgreementIsTheSameWhereNothingDiffers() {
        assertThat(agreement.in(DistrictCode.of("4304"))).isSameAs(agreement);
        assertThat(agreement.in(DistrictCode.of("4301")).in(DistrictCode.of("4301")))
                .isEqualTo(agreement.in(DistrictCode.of("4301")));
        assertThat(agreement.districtsWithTerms())
                .extracting(DistrictCode::value)
                .containsExactly("4301", "4302", "4303");
    }

    @Test
    void refusesWeightsOfADistrictThatDoNotGoTogether() {
        Agreement other =
                Agreements.agreement(
                        BelowLevelOne.ZERO,
                        Agreements.section(
                                SectionId.of("results"),
                                "100",
                                List.of(
                                        r1(),
                                        r2(),
                                        IndicatorBuilder.like(r3())
                                                .districts(terms("4302", "", "", "59", true))
                                                .build())));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scorer(other))
                .withMessageContaining("119");
    }
}
