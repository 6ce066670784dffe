package districtkpi.scoring.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.Stage;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.Levels;
import districtkpi.domain.testing.RandomComputations;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.movement.RuleChange.Wording.Where;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleChangeTest {

    private static final Indicator SPENDING = spending("spending >= 90", "100");

    private static Indicator spending(String top, String weight) {
        return Rounds.indicator(
                "budget_spending",
                "T1",
                weight,
                Agreements.baht("spending", MeasureKind.SHARE),
                "spending >= 70",
                "spending >= 75",
                "spending >= 80",
                "spending >= 85",
                top);
    }

    private static Indicator evidence(String deadline) {
        return Rounds.indicator(
                "transparency",
                "T3",
                "100",
                Agreements.day("evidence"),
                "evidence by 2999-01-01",
                "evidence by 2999-01-01",
                "evidence by 2999-01-01",
                "evidence by 2999-01-01",
                "evidence by " + deadline);
    }

    private static List<RuleChange> between(Indicator earlier, Indicator later) {
        return RuleChange.between(
                Rounds.round("2564-2", "2021-09-30", earlier),
                Rounds.round("2565-1", "2022-03-31", later));
    }

    @Test
    void findsNothingBetweenTwoRoundsOfTheSameRules() {
        assertThat(between(SPENDING, SPENDING)).isEmpty();
        assertThat(between(SPENDING, spending("spending >= 90.00", "100.0"))).isEmpty();
        assertThat(between(SPENDING, Rounds.named(SPENDING, "budget_spending", "X9", "100")))
                .as("another id is not another rule")
                .isEmpty();
    }

    @Test
    void findsWhatIsComputedOtherwise() {
        Indicator earlier =
                new RandomComputations(new Random(1)).of(spending("spending >= 90", "100"), true);
        ComputedMeasure steps = earlier.computedMeasures().getFirst();
        ComputedMeasure total = earlier.computedMeasures().getLast();
        Indicator same = IndicatorBuilder.like(earlier).build();
        assertThat(between(earlier, same))
                .as("the days of the line stayed, and the round moved on")
                .singleElement()
                .isInstanceOfSatisfying(
                        RuleChange.ComputationChange.class,
                        change -> assertThat(change.measure().value()).isEqualTo("punctual"));

        Indicator limited = withLast(earlier, limited(total, "-7"));
        assertThat(between(earlier, limited))
                .hasSize(2)
                .contains(
                        new RuleChange.ComputationChange(
                                earlier,
                                limited,
                                total.id(),
                                Optional.of(total),
                                Optional.of(limited.computedMeasures().getLast())));
        assertThat(between(limited, withLast(earlier, limited(total, "-7.0")))).hasSize(1);

        Indicator plain = spending("spending >= 90", "100");
        assertThat(between(plain, earlier))
                .contains(
                        new RuleChange.ComputationChange(
                                plain, earlier, steps.id(), Optional.empty(), Optional.of(steps)));
        assertThat(between(earlier, plain))
                .contains(
                        new RuleChange.ComputationChange(
                                earlier, plain, steps.id(), Optional.of(steps), Optional.empty()));
    }

    private static ComputedMeasure limited(ComputedMeasure measure, String min) {
        return new ComputedMeasure(
                measure.id(),
                measure.name(),
                measure.unit(),
                measure.computation(),
                new BigDecimal(min),
                null);
    }

    private static Indicator withLast(Indicator indicator, ComputedMeasure last) {
        List<ComputedMeasure> computed = new ArrayList<>(indicator.computedMeasures());
        computed.set(computed.size() - 1, last);
        return IndicatorBuilder.like(indicator).computedMeasures(computed).build();
    }

    @Test
    void findsAThresholdAndALadder() {
        Indicator later = Rounds.withLadder(spending("spending > 95", "100"), Ladder.CUMULATIVE);

        assertThat(between(SPENDING, later))
                .containsExactly(
                        new RuleChange.LadderChange(SPENDING, later),
                        new RuleChange.Threshold(
                                SPENDING,
                                later,
                                5,
                                Agreements.conditions("spending >= 90"),
                                Agreements.conditions("spending > 95")));
    }

    @Test
    void givesOnlyTheConditionsOfALevelThatDiffer() {
        Indicator earlier = Agreements.round2565No1().indicators().toList().get(5);
        Indicator later =
                Agreements.indicator(
                        "P3",
                        "10",
                        Ladder.HIGHEST,
                        earlier.measures(),
                        "activities_recorded > 70; villages_reported >= 80",
                        "activities_recorded > 75; villages_reported >= 85",
                        "activities_recorded > 80; villages_reported >= 90",
                        "activities_recorded > 85; villages_reported >= 95",
                        "activities_recorded > 90");
        Indicator before = Rounds.named(earlier, "villages", "P3", "100");
        Indicator after = Rounds.named(later, "villages", "P3", "100");

        assertThat(between(before, after))
                .containsExactly(
                        new RuleChange.Threshold(
                                before,
                                after,
                                4,
                                Agreements.conditions("activities_recorded >= 85"),
                                Agreements.conditions("activities_recorded > 85")),
                        new RuleChange.Threshold(
                                before,
                                after,
                                5,
                                Agreements.conditions("villages_reported = 100"),
                                List.of()));
    }

    @Test
    void aDeadlineThatKeepsItsDistanceToTheLastDayIsNoChange() {
        Indicator earlier = evidence("2021-09-03");

        // The other levels name a day that is further from the end of the one round than the other.
        assertThat(between(earlier, evidence("2022-03-04")))
                .extracting(change -> ((RuleChange.Threshold) change).level())
                .containsExactly(1, 2, 3, 4);
        assertThat(between(earlier, evidence("2022-03-05")))
                .extracting(change -> ((RuleChange.Threshold) change).level())
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void findsWeightsSharesSectionsAndTheFloor() {
        Indicator other = Rounds.named(evidence("2022-03-04"), "transparency", "T3", "40");
        Indicator light = spending("spending >= 90", "60");
        Indicator alone = Rounds.named(other, "transparency", "T3", "100");
        Agreement earlier =
                Agreements.agreement(
                        BelowLevelOne.ZERO,
                        Agreements.section(SectionId.TEAM, "100", List.of(light, other)));
        Agreement later =
                Agreements.agreement(
                        BelowLevelOne.ONE,
                        Agreements.section(SectionId.TEAM, "70", List.of(SPENDING)),
                        Agreements.section(SectionId.INDIVIDUAL, "30", List.of(alone)));

        assertThat(RuleChange.between(earlier, later))
                .containsExactly(
                        new RuleChange.SectionShare(
                                Agreements.name(SectionId.TEAM),
                                new BigDecimal("100"),
                                new BigDecimal("70")),
                        new RuleChange.SectionShare(
                                Agreements.name(SectionId.INDIVIDUAL),
                                BigDecimal.ZERO,
                                new BigDecimal("30")),
                        new RuleChange.Floor(BelowLevelOne.ZERO, BelowLevelOne.ONE),
                        new RuleChange.Weight(light, SPENDING),
                        new RuleChange.SectionMoved(
                                other,
                                alone,
                                Agreements.name(SectionId.TEAM),
                                Agreements.name(SectionId.INDIVIDUAL)),
                        new RuleChange.Weight(other, alone));
    }

    @Test
    void findsWhatLevelsAreWorthAndTotalsAreCalled() {
        BelowLevelOne half = BelowLevelOne.of(new BigDecimal("0.5"));
        Indicator three =
                IndicatorBuilder.like(SPENDING)
                        .levels(Levels.worth(SPENDING.levels().subList(0, 3), "1", "3", "5"))
                        .belowLevelOne(half, Basis.STATED)
                        .build();
        Rating all = new Rating(Agreements.name(SectionId.TEAM), BigDecimal.ZERO);
        Agreement earlier = Agreements.of(BelowLevelOne.ZERO, SPENDING);
        Agreement later =
                AgreementBuilder.like(Agreements.of(BelowLevelOne.ZERO, three))
                        .ratings(all)
                        .build();

        assertThat(RuleChange.between(earlier, later))
                .contains(
                        new RuleChange.Ratings(List.of(), List.of(all)),
                        new RuleChange.IndicatorFloor(SPENDING, three, BelowLevelOne.ZERO, half),
                        new RuleChange.LevelScores(SPENDING, three),
                        new RuleChange.Threshold(
                                SPENDING, three, 4, SPENDING.level(4).conditions(), List.of()),
                        new RuleChange.Threshold(
                                SPENDING, three, 5, SPENDING.level(5).conditions(), List.of()))
                .hasSize(5);
        assertThat(RuleChange.between(later, earlier)).hasSize(5);
    }

    @Test
    void findsWhatWasAddedAndDropped() {
        Indicator evidence = evidence("2022-03-04");

        List<RuleChange> changes = between(SPENDING, evidence);

        assertThat(changes)
                .containsExactly(new RuleChange.Added(evidence), new RuleChange.Dropped(SPENDING));
        assertThat(changes)
                .extracting(RuleChange::concept)
                .containsExactly(
                        Optional.of(ConceptId.of("transparency")),
                        Optional.of(ConceptId.of("budget_spending")));
    }

    @Test
    void findsAMeasureOfAnotherKindAndSaysThatItCannotBeCompared() {
        Indicator growth =
                Rounds.indicator(
                        "budget_spending",
                        "T1",
                        "100",
                        Agreements.baht("spending", MeasureKind.GROWTH),
                        "spending >= 70",
                        "spending >= 75",
                        "spending >= 80",
                        "spending >= 85",
                        "spending >= 90");

        assertThat(between(SPENDING, growth))
                .singleElement()
                .isInstanceOfSatisfying(
                        RuleChange.MeasureDefinition.class,
                        change -> {
                            assertThat(change.measure()).isEqualTo(MeasureId.of("spending"));
                            assertThat(change.comparable()).isFalse();
                        });
        assertThat(
                        Pairing.between(
                                Rounds.round("2564-2", "2021-09-30", SPENDING),
                                Rounds.round("2565-1", "2022-03-31", growth)))
                .containsExactly(
                        new Pairing.Redefined(SPENDING, growth, List.of(MeasureId.of("spending"))));
    }

    @Test
    void findsAnotherUnitWhichCanStillBeCompared() {
        Indicator whole =
                Rounds.indicator(
                        "budget_spending",
                        "T1",
                        "100",
                        Agreements.things("spending", MeasureKind.SHARE),
                        "spending >= 70",
                        "spending >= 75",
                        "spending >= 80",
                        "spending >= 85",
                        "spending >= 90");

        assertThat(between(SPENDING, whole))
                .singleElement()
                .isInstanceOfSatisfying(
                        RuleChange.MeasureDefinition.class,
                        change -> assertThat(change.comparable()).isTrue());
    }

    private static DistrictTerms terms(String targets, String day, String weight) {
        return new DistrictTerms(
                DistrictCode.of("4301"),
                targets.isEmpty()
                        ? List.of()
                        : Stream.of(targets.split(" ", -1)).map(BigDecimal::new).toList(),
                day.isEmpty() ? List.of() : List.of(LocalDate.parse(day)),
                weight.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(weight)),
                true);
    }

    private static Indicator with(Indicator indicator, DistrictTerms terms) {
        return IndicatorBuilder.like(indicator).districts(terms).build();
    }

    @Test
    void findsWhatIsAgreedForOneDistrict() {
        DistrictTerms own = terms("60 65 70 75 80", "", "");
        Indicator before = with(SPENDING, own);
        Indicator after = with(SPENDING, terms("60 65 70 75 81", "", ""));

        assertThat(between(before, with(SPENDING, terms("60.0 65 70 75 80", "", ""))))
                .as("60.0 is 60")
                .isEmpty();
        assertThat(between(SPENDING, before))
                .containsExactly(
                        new RuleChange.TermsOfDistrict(
                                SPENDING,
                                before,
                                own.district(),
                                Optional.empty(),
                                Optional.of(own)));
        assertThat(between(before, SPENDING)).hasSize(1).allMatch(RuleChange::affectsScores);
        assertThat(between(before, after))
                .singleElement()
                .isInstanceOf(RuleChange.TermsOfDistrict.class);
        assertThat(between(before, with(SPENDING, terms("60 65 70 75 80", "", "50")))).hasSize(1);
    }

    @Test
    void aDeadlineOfADistrictKeepsItsDistanceToTheRound() {
        Indicator agreed =
                IndicatorBuilder.like(evidence("2022-03-04"))
                        .levels("evidence by 2022-03-04")
                        .build();
        Indicator before = with(agreed, terms("", "2021-09-10", ""));

        assertThat(between(before, with(agreed, terms("", "2022-03-11", ""))))
                .noneMatch(RuleChange.TermsOfDistrict.class::isInstance);
        assertThat(between(before, with(agreed, terms("", "2022-03-12", ""))))
                .anyMatch(RuleChange.TermsOfDistrict.class::isInstance);
    }

    @Test
    void findsTargetsThatGrowOtherwise() {
        // Both end 59 days before their rounds do.
        Indicator before = stages("2021-08-02", "1 2 3 4 5");
        Indicator growing = stages("2022-01-31", "1 2 3 4 5");

        assertThat(between(SPENDING, growing))
                .containsExactly(new RuleChange.Stages(SPENDING, growing));
        assertThat(between(before, stages("2022-01-31", "1.0 2 3 4 5"))).isEmpty();
        assertThat(between(before, stages("2022-01-31", "1 2 3 4 6"))).hasSize(1);
        assertThat(between(before, stages("2022-01-30", "1 2 3 4 5"))).hasSize(1);
    }

    private static Indicator stages(String until, String targets) {
        return IndicatorBuilder.like(SPENDING)
                .stages(
                        new Stage(
                                LocalDate.parse(until),
                                Stream.of(targets.split(" ")).map(BigDecimal::new).toList()))
                .build();
    }

    @Test
    void wordsAloneAffectNoScores() {
        Indicator renamed =
                IndicatorBuilder.like(SPENDING).name(new LocalizedText("ใหม่", "new")).build();

        assertThat(between(SPENDING, renamed))
                .containsExactly(new RuleChange.Wording(SPENDING, renamed, Set.of(Where.NAME)))
                .noneMatch(RuleChange::affectsScores);
    }

    @Test
    void everyChangeIsFoundFromTheOtherSideToo() {
        for (long seed = 0; seed < 40; seed++) {
            RandomRounds rounds = new RandomRounds(seed);
            Agreement one = rounds.agreement();
            Agreement other = rounds.agreement();

            assertThat(RuleChange.between(one, one)).as("seed %d", seed).isEmpty();
            assertThat(RuleChange.between(other, one))
                    .as("seed %d", seed)
                    .hasSameSizeAs(RuleChange.between(one, other));
        }
    }

    @Test
    void refusesAConceptThatComesTwice() {
        LocalDate day = LocalDate.of(2022, 3, 31);
        Agreement twice = Rounds.at(Agreements.round2565No1(), "2565-1", day);

        assertThatThrownBy(() -> Pairing.between(twice, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Round 2565-1 has the concept concept twice");
    }
}
