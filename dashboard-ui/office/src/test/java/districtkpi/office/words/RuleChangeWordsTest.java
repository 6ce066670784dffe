package districtkpi.office.words;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.RandomComputations;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.scoring.movement.RuleChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleChangeWordsTest {

    private static final Indicator P1 =
            SignedAgreement.get().indicator(IndicatorId.of("P1")).orElseThrow();
    private static final Indicator COMPUTED = new RandomComputations(new Random(1)).of(P1, true);
    private static final ComputedMeasure TOTAL = COMPUTED.computedMeasures().getLast();
    private static final LocalizedText NAME = new LocalizedText("รายทีม", "Team");
    private static final Measure MEASURE = P1.measures().getFirst();

    private static final DistrictTerms OWN =
            new DistrictTerms(
                    DistrictCode.of("4301"),
                    Stream.of("10", "20", "30", "40", "50.5").map(BigDecimal::new).toList(),
                    List.of(),
                    Optional.of(new BigDecimal("25")),
                    true);

    static Stream<RuleChange> everyCase() {
        return Stream.of(
                new RuleChange.SectionShare(NAME, new BigDecimal("50"), new BigDecimal("60")),
                new RuleChange.WeightsOutOf(NAME, new BigDecimal("100"), new BigDecimal("70")),
                new RuleChange.Floor(BelowLevelOne.ZERO, BelowLevelOne.ONE),
                new RuleChange.Floor(BelowLevelOne.LINEAR, BelowLevelOne.of(new BigDecimal("0.5"))),
                new RuleChange.IndicatorFloor(P1, P1, BelowLevelOne.ZERO, BelowLevelOne.ONE),
                new RuleChange.LevelScores(P1, P1),
                new RuleChange.Ratings(List.of(), List.of(new Rating(NAME, BigDecimal.ZERO))),
                new RuleChange.Added(P1),
                new RuleChange.Dropped(P1),
                new RuleChange.Weight(P1, P1),
                new RuleChange.TermsOfDistrict(
                        P1, P1, OWN.district(), Optional.of(OWN), Optional.empty()),
                new RuleChange.TermsOfDistrict(
                        P1,
                        P1,
                        OWN.district(),
                        Optional.empty(),
                        Optional.of(
                                new DistrictTerms(
                                        OWN.district(),
                                        List.of(),
                                        List.of(LocalDate.of(2022, 3, 4)),
                                        Optional.of(BigDecimal.TWO),
                                        false))),
                new RuleChange.Stages(P1, P1),
                new RuleChange.SectionMoved(P1, P1, NAME, NAME),
                new RuleChange.Threshold(P1, P1, 3, List.of(), P1.level(3).conditions()),
                new RuleChange.MeasureDefinition(
                        P1, P1, MEASURE.id(), Optional.empty(), Optional.of(MEASURE)),
                new RuleChange.MeasureDefinition(
                        P1, P1, MEASURE.id(), Optional.of(MEASURE), Optional.empty()),
                new RuleChange.MeasureDefinition(
                        P1, P1, MEASURE.id(), Optional.of(MEASURE), Optional.of(MEASURE)),
                new RuleChange.ComputationChange(
                        COMPUTED, COMPUTED, TOTAL.id(), Optional.empty(), Optional.of(TOTAL)),
                new RuleChange.ComputationChange(
                        COMPUTED, COMPUTED, TOTAL.id(), Optional.of(TOTAL), Optional.of(TOTAL)),
                new RuleChange.ComputationChange(
                        COMPUTED, COMPUTED, TOTAL.id(), Optional.of(TOTAL), Optional.empty()),
                new RuleChange.LadderChange(P1, P1),
                new RuleChange.InterpolationChange(P1, P1),
                new RuleChange.Wording(P1, P1, EnumSet.allOf(RuleChange.Wording.Where.class)));
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void saysEveryChangeInBothLanguages(RuleChange change) {
        assertThat(sentence(change, words(true))).isNotBlank().doesNotContain("{");
        assertThat(sentence(change, words(false))).isNotBlank().doesNotContain("{");
    }

    @Test
    void saysFromWhatToWhat() {
        MeasureId id = MEASURE.id();
        RuleChange change =
                new RuleChange.Threshold(
                        P1, P1, 3, List.of(comparison(id, "60")), List.of(comparison(id, "65")));

        assertThat(sentence(change, words(false)))
                .startsWith("P1 ")
                .contains("level 3")
                .containsSubsequence("60", "65");
    }

    @Test
    void saysWhatLevelsAreWorthAndTotalsAreCalled() {
        assertThat(sentence(new RuleChange.LevelScores(P1, P1), words(false)))
                .contains("levels worth 1/2/3/4/5 are worth 1/2/3/4/5 now");
        assertThat(
                        sentence(
                                new RuleChange.Ratings(
                                        List.of(), List.of(new Rating(NAME, BigDecimal.ZERO))),
                                words(false)))
                .contains("from “no ratings” to “Team from 0”");
    }

    @Test
    void saysWhatIsAgreedForOneDistrict() {
        Indicator own = IndicatorBuilder.like(P1).districts(OWN).build();

        assertThat(
                        sentence(
                                        new RuleChange.TermsOfDistrict(
                                                P1,
                                                own,
                                                OWN.district(),
                                                Optional.empty(),
                                                Optional.of(OWN)),
                                        words(false))
                                .replace('\u00a0', ' '))
                .startsWith("P1 ")
                .endsWith(
                        "in district 4301: from “as for all” to “targets ≥ 10 % / ≥ 20 %"
                                + " / ≥ 30 % / ≥ 40 % / ≥ 50.5 %; weight 25”");
    }

    @Test
    void saysOfWeightZeroThatItIsWatchedOnly() {
        Indicator watched = IndicatorBuilder.like(P1).weight("0").build();

        assertThat(sentence(new RuleChange.Weight(P1, watched), words(false)))
                .contains("to 0, watched only");
        assertThat(sentence(new RuleChange.Added(watched), words(true)))
                .contains("0 คือติดตามเท่านั้น");
    }

    private static Condition comparison(MeasureId id, String threshold) {
        return new Condition.Comparison(id, Condition.Operator.AT_LEAST, new BigDecimal(threshold));
    }

    private static String sentence(RuleChange change, Words words) {
        return new RuleChangeWords(words).sentence(change);
    }

    private static Words words(boolean thai) {
        return new Words(
                new Translations(), thai ? Translations.THAI : Translations.ENGLISH, false);
    }
}
