package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.scoring.certainty.Certainty;
import districtkpi.scoring.movement.RuleChange;
import districtkpi.scoring.plan.Move;
import districtkpi.scoring.plan.Moves;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.scoring.weighting.Influence;
import districtkpi.scoring.weighting.WeightSpread;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights that total something else than 100 score as their percentages do. */
class SectionWeightsTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final SectionId RESULTS = SectionId.of("results");
    private static final Agreement AGREEMENT = Agreements.round2565No1();

    // The example of docs/method/scoring.md: results out of 70, competence out of 30.

    @Test
    void pointsAreOfWhatTheWeightsTotal() {
        Scorecard scorecard = example("R1", "75%", "R2", "90%", "C1", "80%");

        Scorecard.SectionTotal results = scorecard.sections().getFirst();
        assertThat(results.total().points()).contains(BigFraction.of(64));
        assertThat(SectionWeights.printed(results.terms(), BigFraction.of(64)))
                .isEqualTo(BigFraction.of(448, 10));
        Scorecard.Line line = scorecard.line(IndicatorId.of("R1"));
        assertThat(line.effectiveWeight()).isEqualTo(BigFraction.of(60));
        assertThat(SectionWeights.printed(results.terms(), line.points().orElseThrow()))
                .isEqualTo(BigFraction.of(168, 10));
        assertThat(scorecard.total().points()).contains(BigFraction.of(628, 10));
        OutOfFive.SectionSum sum =
                OutOfFive.of(exampleAgreement(), scorecard).sections().getFirst();
        assertThat(sum.weight()).isEqualByComparingTo("70");
        assertThat(sum.printed()).contains(BigFraction.of(448, 10));
        assertThat(sum.ofTotal()).contains(BigFraction.of(448, 10));
    }

    @Test
    void whatDoesNotApplyIsSpreadExactly() {
        Scorecard scorecard = example("R1", "75%", "R2", "n/a", "C1", "80%");

        Scorecard.Line line = scorecard.line(IndicatorId.of("R1"));
        assertThat(line.effectiveWeight()).isEqualTo(BigFraction.of(100));
        assertThat(scorecard.sections().getFirst().total().notApplicableWeight())
                .isEqualByComparingTo("40");
        assertThat(scorecard.total().notApplicableWeight()).isEqualByComparingTo("28");
    }

    @Test
    void weightsTotalWhatTheyAreOutOf() {
        SectionTerms short70 =
                new SectionTerms(
                        RESULTS,
                        AgreementBuilder.text("results"),
                        new Rule<>(new BigDecimal("100"), Basis.STATED),
                        new BigDecimal("70"),
                        List.of(percent("R1", "42")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scorer(Agreements.agreement(BelowLevelOne.ZERO, short70)))
                .withMessage("Section results: weights total 42, not 70");
    }

    @Test
    void draftsKeepToWhatTheWeightsAreOutOf() {
        Agreement agreement = exampleAgreement();
        assertThat(Draft.parse("R1:35,R2:35").applyTo(agreement))
                .isInstanceOf(DraftedAgreement.Scorable.class);
        assertThat(
                        ((DraftedAgreement.Unscorable) Draft.parse("R1:71").applyTo(agreement))
                                .problems())
                .anySatisfy(problem -> assertThat(problem.en()).contains("at most 70"))
                .anySatisfy(
                        problem -> assertThat(problem.en()).contains("29 too much", "exactly 70"));
        WeightSpread spread =
                Draft.parse("R1:35").spread(agreement, RESULTS, Set.of(IndicatorId.of("R1")));
        assertThat(((WeightSpread.Spread) spread).draft()).hasToString("R1:35,R2:35");
    }

    @Test
    void otherTotalsAreAChangeOfRules() {
        Agreement percent = Agreements.agreement(BelowLevelOne.ZERO, rescaled(results(), "100"));
        Agreement printed = Agreements.agreement(BelowLevelOne.ZERO, results());

        assertThat(RuleChange.between(percent, printed))
                .contains(
                        new RuleChange.WeightsOutOf(
                                results().name(),
                                percent.sections().getFirst().outOf(),
                                new BigDecimal("70")));
        assertThat(RuleChange.between(printed, printed)).isEmpty();
    }

    private static Scorecard example(String... figures) {
        Map<MeasureKey, MeasuredValue> values = new TreeMap<>();
        for (int i = 0; i < figures.length; i += 2) {
            values.put(
                    MeasureKey.parse(figures[i] + ".done"),
                    figures[i + 1].equals("n/a")
                            ? new MeasuredValue.NotApplicable("reason")
                            : new MeasuredValue.Percentage(
                                    new BigDecimal(figures[i + 1].replace("%", ""))));
        }
        return new Scorer(exampleAgreement()).score(DISTRICT, values);
    }

    private static Agreement exampleAgreement() {
        SectionTerms competence =
                new SectionTerms(
                        SectionId.of("competence"),
                        AgreementBuilder.text("competence"),
                        new Rule<>(new BigDecimal("30"), Basis.STATED),
                        new BigDecimal("30"),
                        List.of(percent("C1", "30")));
        return Agreements.agreement(BelowLevelOne.ZERO, results(), competence);
    }

    private static SectionTerms results() {
        return new SectionTerms(
                RESULTS,
                AgreementBuilder.text("results"),
                new Rule<>(new BigDecimal("70"), Basis.STATED),
                new BigDecimal("70"),
                List.of(percent("R1", "42"), percent("R2", "28")));
    }

    private static Indicator percent(String id, String weight) {
        return IndicatorBuilder.like(
                        Agreements.indicator(
                                id,
                                weight,
                                Ladder.HIGHEST,
                                List.of(Agreements.things("done", MeasureKind.SHARE)),
                                "done >= 70",
                                "done >= 75",
                                "done >= 80",
                                "done >= 85",
                                "done >= 90"))
                .concept("concept_" + id.toLowerCase(Locale.ROOT))
                .build();
    }

    // Whatever weights are out of, everything is as if they were percentages.

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingIsAsOfPercentages(long seed) {
        Random random = new Random(seed);
        List<SectionTerms> sections = new ArrayList<>();
        for (SectionTerms terms : AGREEMENT.sections()) {
            sections.add(
                    rescaled(terms, List.of("70", "50", "200", "30", "7").get(random.nextInt(5))));
        }
        Agreement printed = AgreementBuilder.like(AGREEMENT).sections(sections).build();
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            values.put(
                    DistrictCode.of(String.valueOf(4301 + i)),
                    RandomFigures.of(AGREEMENT, random, 0.3));
        }
        Ranking before = ranking(AGREEMENT, values);
        Ranking after = ranking(printed, values);

        for (int i = 0; i < before.rows().size(); i++) {
            Scorecard one = before.rows().get(i).scorecard();
            Scorecard other = after.rows().get(i).scorecard();
            assertThat(other.district()).as("seed %d", seed).isEqualTo(one.district());
            assertThat(after.rows().get(i).rank()).isEqualTo(before.rows().get(i).rank());
            compare(other.total(), one.total());
            for (int section = 0; section < one.sections().size(); section++) {
                compare(other.sections().get(section).total(), one.sections().get(section).total());
            }
            assertThat(other.lines())
                    .extracting(Scorecard.Line::effectiveWeight)
                    .isEqualTo(one.lines().stream().map(Scorecard.Line::effectiveWeight).toList());
            Map<MeasureKey, MeasuredValue> own = values.getOrDefault(one.district(), Map.of());
            LocalDate today = LocalDate.of(2022, 2, 1);
            assertThat(gains(Moves.of(printed, other, own, today)))
                    .isEqualTo(gains(Moves.of(AGREEMENT, one, own, today)));
        }
        assertThat(Certainty.of(after).neighbours()).isEqualTo(Certainty.of(before).neighbours());
        assertThat(Influence.of(after).indicators())
                .extracting(Influence.OfIndicator::agreedWeight)
                .isEqualTo(
                        Influence.of(before).indicators().stream()
                                .map(Influence.OfIndicator::agreedWeight)
                                .toList());
    }

    private static List<BigFraction> gains(Moves moves) {
        return moves.moves().stream()
                .map(move ->
                        switch (move) {
                            case Move.Climb climb -> climb.gain();
                            case Move.ReportFirst report -> report.gainAtHighest();
                        })
                .toList();
    }

    private static void compare(Scorecard.Total total, Scorecard.Total expected) {
        assertThat(total.points()).isEqualTo(expected.points());
        assertThat(total.possibleMin()).isEqualTo(expected.possibleMin());
        assertThat(total.possibleMax()).isEqualTo(expected.possibleMax());
        assertThat(total.scoredWeight()).isEqualTo(expected.scoredWeight());
        assertThat(total.notApplicableWeight())
                .isEqualByComparingTo(expected.notApplicableWeight());
    }

    private static Ranking ranking(
            Agreement agreement, Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values) {
        Scorer scorer = new Scorer(agreement);
        return Ranking.of(
                agreement,
                values.entrySet().stream()
                        .map(entry -> scorer.score(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The same proportions of weights that total something else. */
    private static SectionTerms rescaled(SectionTerms terms, String outOf) {
        BigDecimal whole = new BigDecimal(outOf);
        return new SectionTerms(
                terms.section(),
                terms.name(),
                terms.share(),
                whole,
                terms.indicators().stream()
                        .map(indicator ->
                                IndicatorBuilder.like(indicator)
                                        .weight(
                                                indicator
                                                        .weight()
                                                        .multiply(whole)
                                                        .divide(terms.outOf())
                                                        .toPlainString())
                                        .build())
                        .toList());
    }
}
