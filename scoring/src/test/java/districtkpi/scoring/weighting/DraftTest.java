package districtkpi.scoring.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.LevelTable;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

    private static final IndicatorId T1 = IndicatorId.of("T1");
    private static final Threshold P1_3 =
            Threshold.of(IndicatorId.of("P1"), 3, MeasureId.of("households_developed"));

    private final Agreement agreement = Agreements.round2565No1();

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void itsTextFitsIntoAnAddress() {
        Draft draft =
                Draft.NONE
                        .withThreshold(P1_3, new BigDecimal("64.0"))
                        .withWeight(IndicatorId.of("T2"), new BigDecimal("75"))
                        .withWeight(T1, new BigDecimal("25.00"));

        assertThat(draft.toString()).isEqualTo("T1:25,T2:75;P1.l3.households_developed:64");
        assertThat(Draft.parse(draft.toString())).isEqualTo(draft);
        assertThat(Draft.NONE.toString()).isEmpty();
        assertThat(Draft.parse("")).isEqualTo(Draft.NONE);
        assertThat(Draft.NONE.withThreshold(P1_3, BigDecimal.TEN.negate()).toString())
                .isEqualTo(";P1.l3.households_developed:-10");
    }

    @Test
    void sharesStandBehindASecondSemicolonSoThatAnIndicatorMayBeCalledTeam() {
        Draft shares =
                Draft.NONE
                        .withShare(SectionId.INDIVIDUAL, bound("40.0"))
                        .withShare(SectionId.TEAM, bound("60"));

        assertThat(shares.toString()).isEqualTo(";;individual:40,team:60");
        assertThat(shares.withThreshold(P1_3, bound("64")).withWeight(T1, bound("25")).toString())
                .isEqualTo("T1:25;P1.l3.households_developed:64;individual:40,team:60");
        Draft both = Draft.parse("team:25;;team:60");
        assertThat(both.weights()).containsOnlyKeys(IndicatorId.of("team"));
        assertThat(both.shares()).containsOnlyKeys(SectionId.TEAM);
        assertThat(both.toString()).isEqualTo("team:25;;team:60");
    }

    @Test
    void sharesTakeThePlaceOfTheAgreedOnesAndAreNoLongerAssumed() {
        Agreement drafted = scorable(Draft.parse(";;individual:40,team:60"));

        assertThat(drafted.sections())
                .extracting(terms -> terms.share().value().toPlainString())
                .containsExactly("60", "40");
        assertThat(drafted.sections()).allMatch(terms -> terms.share().basis() == Basis.STATED);
        assertThat(drafted.indicators()).isEqualTo(agreement.indicators().toList());
        Draft same = Draft.parse(";;individual:50.00,team:50");
        assertThat(scorable(same)).isEqualTo(agreement);
        assertThat(same.withoutUnchanged(agreement)).isEqualTo(Draft.NONE);
        assertThat(scorable(Draft.parse(";;individual:0,team:100")).sections())
                .extracting(terms -> terms.share().value().toPlainString())
                .containsExactly("100", "0");
    }

    @Test
    void saysWhyAgreementsCannotHaveTheShares() {
        assertThat(problems(";;team:60"))
                .containsExactly(
                        new LocalizedText(
                                "สัดส่วนของทุกส่วนรวมได้ 110 ต้องรวมได้ 100 พอดี",
                                "The shares of the sections total 110; they have to total exactly 100."));
        assertThat(problems(";;team:130,individual:-30"))
                .extracting(LocalizedText::en)
                .containsExactly(
                        "The share of the section Team has to be from 0 to 100, but is 130.",
                        "The share of the section Individual has to be from 0 to 100, but is -30.");
        Agreement team = other(agreement.indicator(T1).orElseThrow().concept());
        assertThat(Draft.parse(";;individual:40,team:60").applyTo(team))
                .isInstanceOfSatisfying(
                        DraftedAgreement.Unscorable.class,
                        unscorable ->
                                assertThat(unscorable.problems())
                                        .extracting(LocalizedText::en)
                                        .contains(
                                                "The agreement of this round has no section individual."));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatItWritesItReads(long seed) {
        Random random = new Random(seed);
        Draft draft = Draft.NONE;
        for (int i = random.nextInt(5); i > 0; i--) {
            draft = draft.withWeight(IndicatorId.of("I" + random.nextInt(20)), number(random));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            draft =
                    draft.withThreshold(
                            new Threshold(
                                    IndicatorId.of("I" + random.nextInt(20)),
                                    1 + random.nextInt(5),
                                    MeasureId.of("m" + random.nextInt(3)),
                                    1 + random.nextInt(9)),
                            number(random));
        }
        for (SectionId section : List.of(SectionId.TEAM, SectionId.INDIVIDUAL)) {
            if (random.nextBoolean()) {
                draft = draft.withShare(section, number(random));
            }
        }

        assertThat(Draft.parse(draft.toString())).as("seed %d", seed).isEqualTo(draft);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(draft.toString()))
                .as("seed %d", seed)
                .isTrue();
    }

    private static BigDecimal number(Random random) {
        int decimals = random.nextInt(11);
        BigDecimal whole = BigDecimal.valueOf(random.nextLong(-999_999_999_999L, 999_999_999_999L));
        return whole.add(BigDecimal.valueOf(random.nextInt(10), decimals));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T1",
                "T1:",
                "T1:x",
                "T1:1e9",
                "T1:25,",
                ",T1:25",
                "T1:25;",
                "T1:25;T2:75",
                "T1:25;P1.l11.m:1",
                "T1:25;P1.l3.m.0:1",
                "T1:25;P1.l3.m:1;P1.l3.m:1",
                "1T:25",
                "T1:๒๕",
                "T1:25,T1:25",
                "T1:1234567890123",
                "T1:1.12345678901",
                "T1: 25",
                ";",
                ";;",
                "T1:25;;",
                "T1:25;;T2:75",
                ";team:60",
                ";;team:60,team:40",
                ";;TEAM:60",
                ";;team:60;",
                ";;team:60;individual:40"
            })
    void refusesWhatItWouldNotWriteAndQuotesIt(String text) {
        String[] items = text.split("[,;]", -1);
        assertThatExceptionOfType(DraftSyntaxException.class)
                .isThrownBy(() -> Draft.parse(text))
                .satisfies(refusal ->
                        assertThat(refusal.problem().th())
                                .containsAnyOf(
                                        Arrays.stream(items)
                                                .map(item -> "“" + item)
                                                .toArray(String[]::new)))
                .satisfies(refusal -> assertThat(refusal).hasMessage(refusal.problem().en()));
    }

    @Test
    void refusesNumbersThatNoTextCouldHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draft.NONE.withWeight(T1, new BigDecimal("1e999999999")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draft.NONE.withWeight(T1, new BigDecimal("1e-11")));
    }

    @Test
    void aDraftThatSaysWhatWasAgreedGivesTheAgreementItself() {
        Draft same =
                Draft.NONE.withWeight(T1, new BigDecimal("40.00")).withThreshold(P1_3, bound("55"));

        assertThat(scorable(Draft.NONE)).isEqualTo(agreement);
        assertThat(scorable(same)).isEqualTo(agreement);
        assertThat(same.withoutUnchanged(agreement)).isEqualTo(Draft.NONE);
        assertThat(same.withWeight(T1, bound("41")).withoutUnchanged(agreement).toString())
                .isEqualTo("T1:41");
    }

    @Test
    void otherNumbersTakeThePlaceOfTheAgreedOnesAndANoteSaysSo() {
        Agreement drafted = scorable(Draft.parse("T1:25,T2:55;P1.l3.households_developed:64"));

        assertThat(drafted.indicator(T1).orElseThrow().weight()).isEqualByComparingTo("25");
        assertThat(P1_3.in(drafted).orElseThrow().threshold()).isEqualByComparingTo("64");
        assertThat(drafted.indicator(IndicatorId.of("P1")).orElseThrow().level(3).notes())
                .extracting(note -> note.text().en())
                .containsExactly(
                        "Draft: the threshold on households_developed is 64 (agreed: 55).");
        assertThat(drafted.indicator(IndicatorId.of("P1")).orElseThrow().level(4))
                .isEqualTo(agreement.indicator(IndicatorId.of("P1")).orElseThrow().level(4));
        assertThat(new Scorer(drafted).agreement()).isEqualTo(drafted);
    }

    @Test
    void theSecondBoundOnAMeasureHasItsOwnPlace() {
        Agreement between =
                Agreements.of(
                        BelowLevelOne.ZERO,
                        Agreements.indicator(
                                "X",
                                "100",
                                Ladder.HIGHEST,
                                List.of(Agreements.things("m", MeasureKind.COUNT)),
                                "m >= 1",
                                "m >= 2; m <= 9",
                                "m >= 3",
                                "m >= 4",
                                "m >= 5"));
        Threshold upper = new Threshold(IndicatorId.of("X"), 2, MeasureId.of("m"), 2);

        assertThat(upper.in(between).orElseThrow().threshold()).isEqualByComparingTo("9");
        assertThat(Threshold.allOf(between.indicator(IndicatorId.of("X")).orElseThrow()))
                .hasSize(6);
        Draft draft = Draft.parse(";X.l2.m.2:8");
        assertThat(draft.applyTo(between))
                .isInstanceOfSatisfying(
                        DraftedAgreement.Scorable.class,
                        scorable -> {
                            assertThat(upper.in(scorable.agreement()).orElseThrow().threshold())
                                    .isEqualByComparingTo("8");
                            assertThat(scorable.warnings()).isEmpty();
                        });
    }

    @Test
    void saysEverythingThatKeepsADraftFromBeingScored() {
        assertThat(
                        problems(
                                "T1:25,Q9:10,P1:0;P1.l3.nothing:1,P1.l10.households_developed:90,Z.l1.m:2"))
                .extracting(LocalizedText::en)
                .containsExactly(
                        "The weight of indicator P1 has to be above 0 and at most 100, but is 0.",
                        "The agreement of this round has no indicator Q9.",
                        "Indicator P1 has at level 3 no numeric threshold on nothing.",
                        "Indicator P1 has at level 10 no numeric threshold on households_developed.",
                        "The agreement of this round has no indicator Z.",
                        "The weights of the section Team total 85, 15 too little; they have to total exactly 100.",
                        "The weights of the section Individual total 80, 20 too little; they have to total exactly 100.");
        assertThat(problems("T1:40.01"))
                .containsExactly(
                        new LocalizedText(
                                "น้ำหนักของตัวชี้วัดรายทีมรวมได้ 100.01 เกินไป 0.01 ต้องรวมได้ 100 พอดี",
                                "The weights of the section Team total 100.01, 0.01 too much; they have to total exactly 100."));
    }

    @Test
    void thresholdsThatAreInterpolatedHaveToLieOnOneLine() {
        Agreement linear =
                Agreements.of(
                        BelowLevelOne.ZERO,
                        Agreements.indicator(
                                "X",
                                "100",
                                Ladder.HIGHEST,
                                Interpolation.LINEAR,
                                List.of(Agreements.baht("m", MeasureKind.SHARE)),
                                "m >= 10",
                                "m >= 20",
                                "m >= 30",
                                "m >= 40",
                                "m >= 50"));

        assertThat(Draft.parse(";X.l3.m:45").applyTo(linear))
                .isInstanceOfSatisfying(
                        DraftedAgreement.Unscorable.class,
                        unscorable ->
                                assertThat(unscorable.problems())
                                        .singleElement()
                                        .satisfies(problem ->
                                                assertThat(problem.en()).contains("Indicator X")));
        assertThat(Draft.parse(";X.l3.m:35").applyTo(linear))
                .isInstanceOf(DraftedAgreement.Scorable.class);
    }

    @Test
    void warnsOfThresholdsOutOfOrder() {
        assertThat(warnings(";P1.l3.households_developed:64")).isEmpty();
        assertThat(warnings(";P1.l3.households_developed:71"))
                .containsExactly(
                        "The threshold of indicator P1 at level 3 (71) is out of order with level 4 (70), so that nobody can have one of the levels.");
        assertThat(warnings(";P1.l3.households_developed:40")).hasSize(1);
        // Said once for a pair of which both differ.
        assertThat(warnings(";P1.l3.households_developed:69,P1.l4.households_developed:68"))
                .hasSize(1);
        // More than 85 and at least 85 are two levels.
        assertThat(warnings(";P3.l3.activities_recorded:85")).isEmpty();
        // Level 1 of P8 is less than 7: another direction, no order.
        assertThat(warnings(";P8.l1.otop_sales:8")).isEmpty();
    }

    private List<String> warnings(String draft) {
        return switch (Draft.parse(draft).applyTo(agreement)) {
            case DraftedAgreement.Scorable scorable ->
                    scorable.warnings().stream().map(LocalizedText::en).toList();
            case DraftedAgreement.Unscorable unscorable ->
                    throw new AssertionError(unscorable.problems());
        };
    }

    private List<LocalizedText> problems(String draft) {
        return switch (Draft.parse(draft).applyTo(agreement)) {
            case DraftedAgreement.Scorable _ -> List.of();
            case DraftedAgreement.Unscorable(List<LocalizedText> problems) -> problems;
        };
    }

    private Agreement scorable(Draft draft) {
        return switch (draft.applyTo(agreement)) {
            case DraftedAgreement.Scorable scorable -> scorable.agreement();
            case DraftedAgreement.Unscorable unscorable ->
                    throw new AssertionError(unscorable.problems());
        };
    }

    private static BigDecimal bound(String number) {
        return new BigDecimal(number);
    }

    @Test
    void districtsKeepWhatWasAgreedForThem() {
        Agreement agreed = LevelTable.agreement("40", "60");
        Indicator first = agreed.indicators().findFirst().orElseThrow();
        Agreement own =
                AgreementBuilder.like(agreed)
                        .sections(
                                List.of(
                                        Agreements.section(
                                                SectionId.TEAM,
                                                "100",
                                                List.of(
                                                        withTerms(first, "2 3 4 5 6", "70"),
                                                        withTerms(
                                                                agreed.indicators().toList().get(1),
                                                                "",
                                                                "30")))))
                        .build();

        assertThat(Draft.parse("A:50,B:50;A.l5.m:7").applyTo(own))
                .isInstanceOfSatisfying(
                        DraftedAgreement.Scorable.class,
                        scorable -> {
                            assertThat(total(scorable.agreement(), "4301"))
                                    .isEqualTo(total(own, "4301"));
                            assertThat(total(scorable.agreement(), "4302"))
                                    .isNotEqualTo(total(own, "4302"));
                            assertThat(scorable.warnings())
                                    .extracting(LocalizedText::en)
                                    .containsExactly(
                                            "Of indicator A the districts 4301 keep the targets"
                                                    + " agreed for them; the thresholds of the"
                                                    + " draft are not theirs.");
                        });
        Agreement half =
                AgreementBuilder.like(agreed)
                        .sections(
                                List.of(
                                        Agreements.section(
                                                SectionId.TEAM,
                                                "100",
                                                List.of(
                                                        withTerms(first, "", "40"),
                                                        agreed.indicators().toList().get(1)))))
                        .build();
        assertThat(Draft.parse("A:50,B:50").applyTo(half))
                .isInstanceOfSatisfying(
                        DraftedAgreement.Unscorable.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(LocalizedText::en)
                                        .containsExactly(
                                                "What applies to district 4301 of the section Team"
                                                        + " weighs 90 together, with the weights"
                                                        + " agreed for it alone; it has to weigh"
                                                        + " 100, as elsewhere."));
    }

    private static BigFraction total(Agreement agreement, String district) {
        return LevelTable.card(new Scorer(agreement), district, "5 3")
                .total()
                .points()
                .orElseThrow();
    }

    private static Indicator withTerms(Indicator indicator, String targets, String weight) {
        return IndicatorBuilder.like(indicator)
                .districts(
                        new DistrictTerms(
                                DistrictCode.of("4301"),
                                targets.isEmpty()
                                        ? List.of()
                                        : Stream.of(targets.split(" ", -1))
                                                .map(BigDecimal::new)
                                                .toList(),
                                List.of(),
                                Optional.of(new BigDecimal(weight)),
                                true))
                .build();
    }

    @Test
    void goesToAnotherRoundByWhatIsMeasured() {
        ConceptId concept = agreement.indicator(T1).orElseThrow().concept();
        Draft draft = Draft.parse("T1:25;T1.l2.spending:71");

        assertThat(draft.in(agreement, other(concept)))
                .contains(Draft.parse("A9:25;A9.l2.spending:71"));
        assertThat(draft.in(agreement, other(ConceptId.of("another")))).isEmpty();
        assertThat(Draft.NONE.in(agreement, other(concept))).contains(Draft.NONE);
        Draft shares = Draft.parse(";;individual:40,team:60");
        assertThat(shares.in(agreement, agreement)).contains(shares);
        assertThat(shares.in(agreement, other(concept))).isEmpty();
    }

    /** An agreement whose only indicator is called A9. */
    private Agreement other(ConceptId concept) {
        Indicator t1 = agreement.indicator(T1).orElseThrow();
        return Agreements.agreement(
                agreement.belowLevelOne().value(),
                Agreements.section(
                        SectionId.TEAM,
                        "100",
                        List.of(
                                IndicatorBuilder.like(t1)
                                        .id("A9")
                                        .concept(concept.value())
                                        .weight("100")
                                        .build())));
    }
}
