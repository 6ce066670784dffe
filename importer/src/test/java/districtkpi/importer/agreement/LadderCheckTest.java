package districtkpi.importer.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.Issue;
import districtkpi.importer.Issue.Severity;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LadderCheckTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final List<String> OPERATORS =
            List.of("atLeast", "moreThan", "atMost", "lessThan", "equalTo");

    private final AgreementText small = AgreementText.small();

    @ParameterizedTest
    @CsvSource({
        "share, moreThan: 100",
        "share, atLeast: 100.01",
        "share, lessThan: 0",
        "reduction, atLeast: 101",
        "growth, lessThan: -100",
        "growth, atMost: -100.5",
        "count, equalTo: 2.5",
        "count, lessThan: 0"
    })
    void refusesAThresholdThatNoResultCanMeet(String kind, String condition) {
        AgreementText text =
                single(
                        kind,
                        "highest",
                        "atLeast: 1",
                        "atLeast: 2",
                        "atLeast: 3",
                        "atLeast: 4",
                        condition);

        assertThat(codes(text)).containsExactly("CONDITION_IMPOSSIBLE");
        assertThat(text.issues().getFirst().line()).isEqualTo(text.lineOf("level: 5"));
        assertThat(text.issues().getFirst().column()).endsWith("levels[5].conditions[1]");
    }

    @ParameterizedTest
    @CsvSource({
        "share, equalTo: 100",
        "share, atLeast: 100",
        "reduction, atLeast: 100",
        "growth, moreThan: 1000000",
        "count, moreThan: 2.5"
    })
    void acceptsAThresholdAtTheEndOfWhatIsPossible(String kind, String condition) {
        assertThat(
                        codes(
                                single(
                                                kind,
                                                "highest",
                                                "atLeast: 0.1",
                                                "atLeast: 1.1",
                                                "atLeast: 2",
                                                "moreThan: 2",
                                                condition)
                                        .with(
                                                "atLeast: 1.1",
                                                kind.equals("count")
                                                        ? "atLeast: 1.5"
                                                        : "atLeast: 1.1")))
                .doesNotContain("CONDITION_IMPOSSIBLE");
    }

    @Test
    void refusesALevelWhoseConditionsContradictEachOther() {
        AgreementText text =
                small.with(
                                "{measure: spent, moreThan: 85}",
                                "{measure: spent, moreThan: 85}, {measure: spent, lessThan: 80}")
                        .with("value: linear", "value: none");

        assertThat(codes(text)).containsExactly("CONDITIONS_CONTRADICT");
        assertThat(text.issues().getFirst().line()).isEqualTo(text.lineOf("moreThan: 85"));
    }

    @Test
    void refusesALevelThatContradictsALowerOneOfACumulativeLadder() {
        AgreementText text =
                small.with("{measure: channels, atLeast: 3}", "{measure: channels, lessThan: 1}");

        assertThat(codes(text)).contains("CONTRADICTS_LOWER_LEVEL");
        assertThat(codes(text)).doesNotContain("LEVEL_SHADOWED");
    }

    @Test
    void refusesTheInvertedLevelOneOnACumulativeLadderWhereNothingCouldFollowIt() {
        AgreementText text =
                single(
                        "growth",
                        "cumulative",
                        "lessThan: 7",
                        "atLeast: 7",
                        "atLeast: 8",
                        "atLeast: 9",
                        "atLeast: 10");

        assertThat(codes(text)).containsExactly("CONTRADICTS_LOWER_LEVEL");
    }

    @Test
    void acceptsTheInvertedLevelOneWhereTheHighestLevelCounts() {
        assertThat(
                        codes(
                                single(
                                        "growth",
                                        "highest",
                                        "lessThan: 7",
                                        "atLeast: 7",
                                        "atLeast: 8",
                                        "atLeast: 9",
                                        "atLeast: 10")))
                .isEmpty();
    }

    @Test
    void refusesALevelThatAHigherOneAlwaysCovers() {
        AgreementText text =
                single(
                        "share",
                        "highest",
                        "atLeast: 70",
                        "atLeast: 75",
                        "atLeast: 75",
                        "atLeast: 85",
                        "atLeast: 90");

        assertThat(codes(text)).containsExactly("LEVEL_SHADOWED");
        assertThat(text.issues().getFirst().message().en()).contains("level 2");
        assertThat(
                        codes(
                                single(
                                        "share",
                                        "cumulative",
                                        "atLeast: 70",
                                        "atLeast: 75",
                                        "atLeast: 75",
                                        "atLeast: 85",
                                        "atLeast: 90")))
                .containsExactly("LEVEL_SHADOWED");
    }

    @Test
    void refusesThresholdsThatAreOutOfOrder() {
        assertThat(
                        codes(
                                single(
                                        "share",
                                        "highest",
                                        "atLeast: 70",
                                        "atLeast: 75",
                                        "atLeast: 80",
                                        "atLeast: 85",
                                        "atLeast: 60")))
                .containsExactly(
                        "LEVEL_SHADOWED", "LEVEL_SHADOWED", "LEVEL_SHADOWED", "LEVEL_SHADOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"equalTo: 95", "lessThan: 95"})
    void refusesALevelThatABetterResultLoses(String fifth) {
        AgreementText text =
                single(
                        "share",
                        "highest",
                        "atLeast: 70",
                        "atLeast: 75",
                        "atLeast: 80",
                        "atLeast: 85",
                        fifth.startsWith("less")
                                ? "atLeast: 90}, {measure: m, lessThan: 95"
                                : fifth);

        assertThat(codes(text)).containsExactly("BETTER_RESULT_LOSES");
        Issue issue = text.issues().getFirst();
        assertThat(issue.line()).isEqualTo(text.lineOf("- {id: m, kind"));
        assertThat(issue.message().en()).contains("from level 5 to 4");
        assertThat(issue.message().th()).contains("จากระดับ 5 เป็น 4");
    }

    @Test
    void refusesAGapBetweenLevels() {
        assertThat(
                        codes(
                                single(
                                        "growth",
                                        "highest",
                                        "lessThan: 6",
                                        "atLeast: 7",
                                        "atLeast: 8",
                                        "atLeast: 9",
                                        "atLeast: 10")))
                .containsExactly("BETTER_RESULT_LOSES");
    }

    @Test
    void acceptsAGapBelowLevelTwoWhereEveryResultIsWorthLevelOne() {
        AgreementText text =
                single(
                                "growth",
                                "highest",
                                "lessThan: 6",
                                "atLeast: 7",
                                "atLeast: 8",
                                "atLeast: 9",
                                "atLeast: 10")
                        .with("value: zero", "value: one");

        assertThat(codes(text)).isEmpty();
    }

    @Test
    void acceptsAMeasureOfWhichLessIsBetter() {
        assertThat(
                        codes(
                                single(
                                        "count",
                                        "highest",
                                        "atMost: 20",
                                        "atMost: 15",
                                        "atMost: 10",
                                        "atMost: 5",
                                        "equalTo: 0")))
                .isEmpty();
        assertThat(
                        codes(
                                single(
                                        "share",
                                        "cumulative",
                                        "lessThan: 20",
                                        "lessThan: 15",
                                        "lessThan: 10",
                                        "lessThan: 5",
                                        "atMost: 1")))
                .isEmpty();
    }

    @Test
    void acceptsEveryVillageAsTheTopOfAShare() {
        assertThat(
                        codes(
                                single(
                                        "share",
                                        "highest",
                                        "moreThan: 70",
                                        "moreThan: 75",
                                        "moreThan: 80",
                                        "atLeast: 85",
                                        "equalTo: 100")))
                .isEmpty();
    }

    @Test
    void refusesADeadlineBeforeTheRound() {
        AgreementText text =
                small.with("๓ มีนาคม ๒๕๖๖", "๓๐ กันยายน ๒๕๖๕")
                        .with("doneBy: 2023-03-03", "doneBy: 2022-09-30");

        assertThat(text.issues())
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("DEADLINE_BEFORE_ROUND");
                    assertThat(issue.line()).isEqualTo(text.lineOf("doneBy:"));
                });
    }

    @Test
    void warnsOfADeadlineAfterTheRound() {
        AgreementText text =
                small.with("๓ มีนาคม ๒๕๖๖", "๑ เมษายน ๒๕๖๖")
                        .with("doneBy: 2023-03-03", "doneBy: 2023-04-01");

        assertThat(text.issues()).extracting(Issue::code).containsExactly("DEADLINE_AFTER_ROUND");
        assertThat(text.issues()).extracting(Issue::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void refusesToInterpolateStepsAndSeveralMeasures() {
        AgreementText text =
                small.with(
                        "value: none, basis: assumed}\n        levels:\n          - {level: 1, text: {th: มีแผน",
                        "value: linear, basis: assumed}\n        levels:\n          - {level: 1, text: {th: มีแผน");

        assertThat(codes(text)).containsExactly("INTERPOLATION_NOT_POSSIBLE");
    }

    @Test
    void refusesToInterpolateAlongThresholdsThatTurn() {
        AgreementText text =
                single(
                                "growth",
                                "highest",
                                "lessThan: 7",
                                "atLeast: 7",
                                "atLeast: 8",
                                "atLeast: 9",
                                "atLeast: 10")
                        .with("interpolation: {value: none", "interpolation: {value: linear");

        assertThat(codes(text)).containsExactly("INTERPOLATION_NOT_MONOTONE");
    }

    @Test
    void interpolatesFallingThresholds() {
        AgreementText text =
                single(
                                "count",
                                "highest",
                                "atMost: 20",
                                "atMost: 15",
                                "atMost: 10",
                                "atMost: 5",
                                "atMost: 0")
                        .with("interpolation: {value: none", "interpolation: {value: linear");

        assertThat(codes(text)).isEmpty();
        new Scorer(text.agreement());
    }

    static List<Long> seeds() {
        return IntStream.range(0, 400).mapToObj(i -> 20_221_001L + i).toList();
    }

    /** The check against the scorer itself, on a grid finer than all thresholds. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheScorerOnWhatCanBeReachedAndLost(long seed) {
        Random random = new Random(seed);
        String kind = random.nextBoolean() ? "share" : "count";
        String ladder = random.nextBoolean() ? "highest" : "cumulative";
        int start = random.nextInt(4);
        List<String> conditions = new ArrayList<>();
        for (int level = 1; level <= 5; level++) {
            String operator =
                    OPERATORS.get(random.nextInt(4) == 0 ? random.nextInt(5) : random.nextInt(2));
            conditions.add(
                    operator
                            + ": "
                            + Math.max(
                                    0,
                                    start
                                            + level
                                            + (random.nextInt(5) == 0
                                                    ? random.nextInt(5) - 2
                                                    : 0)));
        }
        AgreementText text = single(kind, ladder, conditions.toArray(String[]::new));

        Agreement agreement = new AgreementReader().read(text.text());
        Indicator indicator = agreement.indicator(IndicatorId.of("X")).orElseThrow();
        Scorer scorer = new Scorer(agreement);
        List<Integer> levels = new ArrayList<>();
        int step = kind.equals("count") ? 4 : 1;
        // Quarters up to 20, then the end of the range.
        IntStream.concat(IntStream.rangeClosed(0, 80).filter(i -> i % step == 0), IntStream.of(400))
                .mapToObj(i -> BigDecimal.valueOf(i).divide(BigDecimal.valueOf(4)))
                .forEach(value ->
                        levels.add(
                                level(
                                        scorer,
                                        indicator,
                                        kind.equals("count")
                                                ? new MeasuredValue.Count(value)
                                                : new MeasuredValue.Percentage(value))));

        Set<Integer> reached = new TreeSet<>(levels);
        boolean allReached = reached.containsAll(List.of(1, 2, 3, 4, 5));
        boolean rises =
                IntStream.range(1, levels.size()).anyMatch(i -> levels.get(i) > levels.get(i - 1));
        boolean falls =
                IntStream.range(1, levels.size()).anyMatch(i -> levels.get(i) < levels.get(i - 1));
        List<String> codes = codes(text);
        assertThat(codes.stream().allMatch(code -> code.equals("BETTER_RESULT_LOSES")))
                .as("all reached: %s %s", text.text(), codes)
                .isEqualTo(allReached);
        assertThat(codes.contains("BETTER_RESULT_LOSES"))
                .as("both ways: %s %s", text.text(), codes)
                .isEqualTo(rises && falls);
    }

    private static int level(Scorer scorer, Indicator indicator, MeasuredValue value) {
        MeasureKey key = indicator.key(MeasureId.of("m"));
        IndicatorScore score =
                scorer.score(DISTRICT, Map.of(key, value)).line(indicator.id()).score();
        return ((IndicatorScore.Scored) score).level();
    }

    private static List<String> codes(AgreementText text) {
        return text.issues().stream().map(Issue::code).toList();
    }

    /** An agreement with one indicator X of one measure m. */
    private AgreementText single(String kind, String ladder, String... conditions) {
        String of = kind.equals("count") ? "" : ", of: {th: ฐาน, en: Base}";
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i < conditions.length; i++) {
            levels.append(
                    String.format(
                            Locale.ROOT,
                            "          - {level: %d, text: {th: ก, en: a}, conditions: [{measure: m, %s}], basis: stated}%n",
                            i + 1,
                            conditions[i]));
        }
        String head = small.text().substring(0, small.text().indexOf("sections:"));
        return new AgreementText(
                head
                        + """
                        sections:
                          - section: team
                            share: {value: 100, basis: stated}
                            indicators:
                              - id: X
                                concept: x
                                name: {th: ก, en: a}
                                weight: 100
                                unit: one
                                measures:
                                  - {id: m, kind: %s, name: {th: ก, en: a}%s, countedIn: {th: ก, en: a, decimals: 0}}
                                ladder: {value: %s, basis: stated}
                                interpolation: {value: none, basis: stated}
                                levels:
                        """
                                .formatted(kind, of, ladder)
                        + levels);
    }
}
