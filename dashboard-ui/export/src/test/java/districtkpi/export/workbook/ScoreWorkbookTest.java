package districtkpi.export.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.export.workbook.RecomputedWorkbook.Line;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.scoring.Exact;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.RatingRange;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class ScoreWorkbookTest {

    private static final MeasureKey SPENDING = MeasureKey.parse("T1.spending");
    private static final DistrictCode DISTRICT = DistrictCode.of("4301");

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFormulasGiveWhatTheScoringGivesForAnyAgreementAndTheirResultsStandBesideThem(
            long seed) {
        ScoredRound round = RandomRound.of(seed);

        compare(RecomputedWorkbook.bytes(round), round);
    }

    /** Else the comparison above would say nothing of levels that everybody has. */
    @Test
    void someOfTheseAgreementsGiveLevelsFromTheFloor() {
        List<Scorecard.Line> lines =
                seeds().mapToObj(RandomRound::of)
                        .flatMap(round -> round.places().stream())
                        .flatMap(place -> place.row().scorecard().lines().stream())
                        .toList();
        assertThat(lines)
                .filteredOn(line ->
                        line.score() instanceof IndicatorScore.WithLevel with && with.isFloor())
                .hasSizeGreaterThan(20);
    }

    @Test
    void aThresholdThatIsMetToTheLastSatangIsMet() {
        // 0.85 of 0.7 and its like have no exact binary form.
        for (String of : List.of("0.1", "0.7", "1234567.89", "999999999.99")) {
            BigDecimal budget = new BigDecimal(of);
            BigDecimal exactly = budget.multiply(new BigDecimal("0.85"));
            assertThat(level(exactly, budget)).as(of).isEqualTo("4");
            assertThat(level(exactly.subtract(new BigDecimal("0.0001")), budget))
                    .as(of)
                    .isEqualTo("3");
        }
    }

    @Test
    void saysWhereAFigureIsTooLargeForASpreadsheet() {
        ScoredRound round = round(new BigDecimal("123456789012345678.91"), new BigDecimal("2E+17"));

        assertThat(RecomputedWorkbook.of(round).lines(ScoresSheet.NAME).getFirst().get("check"))
                .isEqualTo("too large");
    }

    @Test
    void anotherFigureOrThresholdChangesTheScoreAndTheCheckSaysSo() {
        ScoredRound round = round(new BigDecimal("80"), new BigDecimal("100"));
        RecomputedWorkbook workbook = RecomputedWorkbook.of(round);
        Line score = workbook.lines(ScoresSheet.NAME).getFirst();
        String before = score.get("level");

        workbook.lines(FiguresSheet.NAME).getFirst().set("value", 100);

        assertThat(before).isEqualTo("3");
        assertThat(score.get("level")).isEqualTo("5");
        assertThat(score.get("check")).isEqualTo("differs");
    }

    @Test
    void whatALevelCanStillBecomeFollowsFiguresAndThresholds() {
        RecomputedWorkbook workbook =
                RecomputedWorkbook.of(round(new BigDecimal("80"), new BigDecimal("100")));
        Line spending = workbook.line(ScoresSheet.NAME, "indicator", "T1");
        Line sales = workbook.line(ScoresSheet.NAME, "indicator", "P8");
        assertThat(spending.get("level_min") + "–" + spending.get("level_max")).isEqualTo("3–3");
        // The worst result meets level 1, which asks for less than 7 %.
        assertThat(sales.get("level_min") + "–" + sales.get("level_max")).isEqualTo("1–5");

        workbook.line(FiguresSheet.NAME, "measure", "spending").clear("value");
        workbook.line(AgreementSheet.NAME, "indicator", "P8").set("threshold", 5);

        assertThat(spending.get("level_min") + "–" + spending.get("level_max")).isEqualTo("0–5");
        // Between 5 and 7 % no level is met any more.
        assertThat(sales.get("level_min") + "–" + sales.get("level_max")).isEqualTo("0–5");
    }

    /** Of some 200 districts there are more ways than a sheet has rows. */
    @Test
    void whatFillsASheetGoesOnOnAnother() {
        ScoredRound round = RandomRound.of(3);
        List<Line> whole = RecomputedWorkbook.of(round).lines(PossibleLevelsSheet.NAME);
        int most = whole.size() / 3;

        RecomputedWorkbook workbook = RecomputedWorkbook.of(RecomputedWorkbook.bytes(round, most));

        List<String> sheets =
                workbook.sheets().stream()
                        .filter(name -> name.startsWith(PossibleLevelsSheet.NAME))
                        .toList();
        assertThat(sheets).startsWith("possible_levels", "possible_levels_2", "possible_levels_3");
        assertThat(sheets)
                .allSatisfy(name -> assertThat(workbook.lines(name)).hasSizeLessThan(most));
        assertThat(sheets.stream().flatMap(name -> workbook.lines(name).stream()))
                .extracting(ScoreWorkbookTest::way)
                .isEqualTo(whole.stream().map(ScoreWorkbookTest::way).toList());
        assertThat(workbook.first("about"))
                .filteredOn(line -> line.contains(sheets.getLast()))
                .hasSize(2);
        assertThat(workbook.wrongResults()).isEmpty();
        compare(workbook, round);
    }

    private static String way(Line line) {
        return String.join(
                " ", line.get("district"), line.get("indicator"), line.get("level_reached"));
    }

    @Test
    void theSameRoundGivesTheSameBytes() {
        assertThat(RecomputedWorkbook.bytes(RandomRound.of(1)))
                .isEqualTo(RecomputedWorkbook.bytes(RandomRound.of(1)));
    }

    private static String level(BigDecimal value, BigDecimal of) {
        return RecomputedWorkbook.of(round(value, of))
                .lines(ScoresSheet.NAME)
                .getFirst()
                .get("level");
    }

    private static ScoredRound round(BigDecimal spent, BigDecimal budget) {
        Map<MeasureKey, MeasuredValue> figures =
                Map.of(SPENDING, new MeasuredValue.Ratio(spent, budget));
        Scorer scorer = new Scorer(SignedAgreement.get());
        return new ScoredRound(
                SignedAgreement.get(),
                List.of(
                        new District(
                                DISTRICT,
                                new LocalizedText("เมืองหนองคาย", "Mueang Nong Khai"),
                                LocalDate.EPOCH,
                                null)),
                Map.of(DISTRICT, figures),
                Ranking.of(SignedAgreement.get(), List.of(scorer.score(DISTRICT, figures))));
    }

    /** Compares every score, section, total and rank of a workbook with what the scoring says. */
    public static void compare(byte[] workbook, ScoredRound round) {
        RecomputedWorkbook recomputed = RecomputedWorkbook.of(workbook);
        assertThat(recomputed.wrongResults()).isEmpty();
        compare(recomputed, round);
    }

    private static void compare(RecomputedWorkbook workbook, ScoredRound round) {
        List<Line> scores = workbook.lines(ScoresSheet.NAME);
        List<Scorecard.Line> expected =
                round.places().stream()
                        .flatMap(place -> place.row().scorecard().lines().stream())
                        .toList();
        assertThat(scores).hasSameSizeAs(expected);
        IntStream.range(0, scores.size()).forEach(i -> compare(scores.get(i), expected.get(i)));
        List<Line> totals = workbook.lines(TotalsSheet.NAME);
        assertThat(totals).hasSameSizeAs(round.places());
        IntStream.range(0, totals.size())
                .forEach(i -> compare(totals.get(i), round.places().get(i).row(), round));
    }

    private static void compare(Line line, Scorecard.Line expected) {
        String where = line.get("district") + " " + line.get("indicator");
        assertThat(line.get("indicator")).isEqualTo(expected.score().indicator().id().value());
        assertThat(line.get("status"))
                .as(where)
                .isEqualTo(
                        switch (expected.score()) {
                            case IndicatorScore.Scored _ -> "SCORED";
                            case IndicatorScore.Incomplete _ -> "INCOMPLETE";
                            case IndicatorScore.NoResult _ -> "NO_RESULT";
                            case IndicatorScore.NotApplicable _ -> "NOT_APPLICABLE";
                        });
        Optional<IndicatorScore.WithLevel> found =
                expected.score() instanceof IndicatorScore.WithLevel with
                        ? Optional.of(with)
                        : Optional.empty();
        compare(where, line.number("level"), found.map(with -> BigFraction.of(with.level())));
        assertThat(line.get("level_from_floor"))
                .as(where)
                .isEqualToIgnoringCase(
                        found.map(with -> Boolean.toString(with.isFloor())).orElse(""));
        compare(where, line.number("level_min"), whole(expected.score().lowestLevel()));
        compare(where, line.number("level_max"), whole(expected.score().highestLevel()));
        compare(where, line.number("points_min_100"), Optional.of(expected.pointsMin()));
        compare(where, line.number("points_max_100"), Optional.of(expected.pointsMax()));
        compare(where, line.number("level_score"), found.map(with -> with.levelScore()));
        compare(where, line.number("effective_weight"), Optional.of(expected.effectiveWeight()));
        compare(where, line.number("points_100"), expected.points());
        assertThat(line.get("check")).as(where).isEqualTo("ok");
    }

    private static void compare(Line line, Ranking.Row expected, ScoredRound round) {
        String where = line.get("district");
        expected.scorecard()
                .sections()
                .forEach(section ->
                        compare(
                                where,
                                line.number(section.section().value() + "_100"),
                                section.total().points()));
        Scorecard.Total total = expected.scorecard().total();
        compare(where, line.number("total_100"), total.points());
        compare(where, line.number("scored_weight"), Optional.of(total.scoredWeight()));
        compare(where, line.number("rank"), whole(expected.rank()));
        compare(where, line.number("possible_min_100"), Optional.of(total.possibleMin()));
        compare(where, line.number("possible_max_100"), Optional.of(total.possibleMax()));
        assertThat(line.get("check")).as(where).isEqualTo("ok");
        if (!round.agreement().ratings().isEmpty()) {
            Optional<RatingRange> rating = RatingRange.of(round.agreement(), total);
            assertThat(List.of(line.get("rating_min"), line.get("rating_max")))
                    .as(where)
                    .containsExactly(
                            rating.map(range -> range.lowest().name().th()).orElse(""),
                            rating.map(range -> range.highest().name().th()).orElse(""));
        }
    }

    private static Optional<BigFraction> whole(OptionalInt number) {
        return number.isPresent()
                ? Optional.of(BigFraction.of(number.getAsInt()))
                : Optional.empty();
    }

    private static void compare(
            String where, Optional<BigDecimal> computed, Optional<BigFraction> expected) {
        assertThat(computed.isPresent()).as(where).isEqualTo(expected.isPresent());
        if (computed.isPresent()) {
            assertThat(
                            Exact.fraction(computed.get())
                                    .subtract(expected.orElseThrow())
                                    .doubleValue())
                    .as(where)
                    .isCloseTo(0, within(1e-9));
        }
    }
}
