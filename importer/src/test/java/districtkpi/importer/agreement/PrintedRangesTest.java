package districtkpi.importer.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Comparison;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.Issue;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedRangesTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");

    // What is read.

    @Test
    void aLevelIsForWhatHasBegunItsRangeAndNotTheNext() {
        Indicator indicator =
                indicator(
                        levels(
                                "share",
                                "from: 50, to: 59.99",
                                "from: 60, to: 69.99",
                                "from: 70, to: 79.99",
                                "from: 80, to: 89.99",
                                "from: 90, to: 100"));

        assertThat(conditions(indicator)).containsExactly("≥ 50", "≥ 60", "≥ 70", "≥ 80", "≥ 90");
        assertThat(indicator.levels())
                .extracting(Level::basis)
                .containsExactly(
                        Basis.ASSUMED, Basis.ASSUMED, Basis.ASSUMED, Basis.ASSUMED, Basis.STATED);
        assertThat(notes(indicator, 2))
                .containsExactly(
                        new LocalizedText(
                                "ค่าที่อยู่ระหว่าง 69.99 กับ 70 ซึ่งข้อตกลงไม่ได้พิมพ์ไว้ นับอยู่ในระดับนี้"
                                        + " คือระดับนี้ใช้กับค่าที่น้อยกว่า 70",
                                "What lies between the printed ends 69.99 and 70 counts at this"
                                        + " level, which goes up to less than 70."));
        assertThat(notes(indicator, 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "49.99, 0",
        "50, 1",
        "59.99, 1",
        "59.995, 1",
        "60, 2",
        "69.995, 2",
        "70, 3",
        "79.9999, 3",
        "80, 4",
        "89.99, 4",
        "89.991, 4",
        "90, 5",
        "100, 5",
    })
    void resultsBetweenPrintedEndsHaveTheLevelThatTheyBegan(String result, int level) {
        AgreementText text =
                levels(
                        "share",
                        "from: 50, to: 59.99",
                        "from: 60, to: 69.99",
                        "from: 70, to: 79.99",
                        "from: 80, to: 89.99",
                        "from: 90, to: 100");

        assertThat(level(text.agreement(), result)).isEqualTo(level);
    }

    @Test
    void lessIsBetterWhereTheRangesFall() {
        AgreementText text =
                levels("share", "from: 20, to: 29.99", "from: 10, to: 19.99", "from: 0, to: 9.99");
        Indicator indicator = indicator(text);

        assertThat(conditions(indicator)).containsExactly("≤ 29.99", "< 20", "< 10");
        assertThat(indicator.levels())
                .extracting(Level::basis)
                .containsExactly(Basis.STATED, Basis.ASSUMED, Basis.ASSUMED);
        assertThat(level(text.agreement(), "19.995")).isEqualTo(2);
        assertThat(level(text.agreement(), "20")).isEqualTo(1);
        assertThat(level(text.agreement(), "9.999")).isEqualTo(3);
        assertThat(level(text.agreement(), "29.995")).isZero();
    }

    @Test
    void anEndCanBeLeftOutAtTheWorstAndTheBestLevel() {
        assertThat(
                        conditions(
                                indicator(
                                        levels(
                                                "share",
                                                "to: 59.99",
                                                "from: 60, to: 69",
                                                "from: 70"))))
                .containsExactly("< 60", "≥ 60", "≥ 70");
        assertThat(conditions(indicator(levels("share", "from: 20", "from: 10, to: 19", "to: 9"))))
                .containsExactly("≥ 20", "< 20", "< 10");
    }

    @Test
    void rangesStandBesideOtherConditions() {
        Indicator indicator =
                indicator(levels("share", "lessThan: 60", "from: 60, to: 69.99", "atLeast: 70"));

        assertThat(conditions(indicator)).containsExactly("< 60", "≥ 60", "≥ 70");
        assertThat(indicator.levels())
                .extracting(Level::basis)
                .containsExactly(Basis.STATED, Basis.ASSUMED, Basis.STATED);
    }

    @Test
    void whatIsPrintedAtTwoLevelsCountsAtTheBetterOne() {
        AgreementText rising = levels("share", "from: 60, to: 70", "from: 70, to: 80", "from: 80");
        assertThat(level(rising.agreement(), "70")).isEqualTo(2);
        assertThat(notes(indicator(rising), 2))
                .extracting(LocalizedText::en)
                .containsExactly(
                        "70 is printed at level 1 and at level 2; it counts at this one, the"
                                + " better of the two.");
        assertThat(indicator(rising).level(1).basis()).isEqualTo(Basis.STATED);

        AgreementText falling = levels("share", "from: 20, to: 30", "from: 10, to: 20", "to: 10");
        assertThat(level(falling.agreement(), "20")).isEqualTo(2);
        assertThat(conditions(indicator(falling))).containsExactly("≤ 30", "≤ 20", "≤ 10");
    }

    @Test
    void nothingLiesBetweenWholeNumbersOfACount() {
        Indicator indicator =
                indicator(levels("count", "from: 1, to: 2", "from: 3, to: 4", "from: 5"));

        assertThat(conditions(indicator)).containsExactly("≥ 1", "≥ 3", "≥ 5");
        assertThat(indicator.levels()).extracting(Level::basis).containsOnly(Basis.STATED);
    }

    @Test
    void whatIsBetterThanTheBestRangeIsAtItsLevel() {
        AgreementText growth = levels("growth", "from: 5, to: 9.99", "from: 10, to: 15");
        assertThat(level(growth.agreement(), "20")).isEqualTo(2);
        assertThat(notes(indicator(growth), 2))
                .extracting(LocalizedText::en)
                .containsExactly("A result above the printed end 15 counts at this level as well.");

        AgreementText few = levels("count", "from: 6, to: 9", "from: 2, to: 5");
        assertThat(level(few.agreement(), "0")).isEqualTo(2);
        assertThat(notes(indicator(few), 2))
                .extracting(LocalizedText::en)
                .containsExactly("A result below the printed end 2 counts at this level as well.");
    }

    @Test
    void rangesCanBeClimbedAndInterpolated() {
        AgreementText text =
                levels("share", "from: 60, to: 69.99", "from: 70, to: 79.99", "from: 80");
        assertThat(text.with("value: highest", "value: cumulative").issues()).isEmpty();
        assertThat(text.with("value: none", "value: linear").issues()).isEmpty();
    }

    @Test
    void printedInThaiDigitsAndWrittenBackAsConditions() {
        AgreementText text = levels("share", "from: ๖๐, to: ๖๙.๙๙", "from: ๗๐, to: ๑๐๐");

        assertThat(new AgreementText(AgreementDocument.toYaml(text.agreement())).agreement())
                .isEqualTo(text.agreement());
        assertThat(AgreementDocument.toYaml(text.agreement()))
                .contains("atLeast: 60", "basis: assumed", "kind: assumption")
                .doesNotContain("from:");
    }

    /** For random scales, printed with as many decimals: whoever begins a range is at its level. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyResultHasTheLevelWhoseRangeItBegan(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            int places = random.nextInt(3);
            int count = 2 + random.nextInt(6);
            List<BigDecimal> starts = new ArrayList<>();
            BigDecimal start = BigDecimal.valueOf(random.nextInt(100), places);
            for (int i = 0; i < count; i++) {
                starts.add(start);
                start = start.add(BigDecimal.valueOf(2 + random.nextInt(300), places));
            }
            boolean rising = random.nextBoolean();
            List<String> ranges = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                BigDecimal end =
                        (i + 1 < count ? starts.get(i + 1) : start)
                                .subtract(BigDecimal.ONE.movePointLeft(places));
                ranges.add(
                        "from: " + starts.get(i).toPlainString() + ", to: " + end.toPlainString());
            }
            Agreement agreement =
                    levels("number", (rising ? ranges : ranges.reversed()).toArray(String[]::new))
                            .agreement();
            for (int i = 0; i < 30; i++) {
                BigDecimal result =
                        starts.get(random.nextInt(count))
                                .add(BigDecimal.valueOf(random.nextInt(2_000), places + 1));
                if (result.compareTo(start.subtract(BigDecimal.ONE.movePointLeft(places))) > 0) {
                    // Beyond the last printed end, which another test is about.
                    continue;
                }
                int begun = (int) starts.stream().filter(s -> s.compareTo(result) <= 0).count();
                assertThat(level(agreement, result.toPlainString()))
                        .as("%s in %s", result, ranges)
                        .isEqualTo(rising ? begun : count + 1 - begun);
            }
        }
    }

    // What is refused.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from: 60, to: 69.99 | from: 69.98, to: 80 | RANGES_OVERLAP",
                "from: 60, to: 69.9  | from: 70.9, to: 80  | RANGES_APART",
                "from: 60, to: 69.90 | from: 70, to: 80    | RANGES_APART",
                "from: 60, to: 68    | from: 70            | RANGES_APART",
                "lessThan: 59        | from: 60            | RANGES_APART",
                "from: 60, to: 69    | from: 60, to: 79    | RANGES_NOT_IN_ORDER",
                "from: 10, to: 20    | from: 5, to: 10.5   | RANGES_OVERLAP",
                "from: 10, to: 20    | from: 5, to: 8      | RANGES_APART",
                "from: 60, to: 69    | from: 80, to: 70    | RANGE_REVERSED",
                "from: 60, to: 69    | from: 70, atLeast: 5 | UNKNOWN_FIELD",
                "from: 60, to: 69    | from: seventy       | NOT_A_NUMBER",
                "from: 60, to: 69    | from: 101           | RANGES_APART",
            })
    void refusesWhatIsNoScale(String first, String second, String code) {
        AgreementText text = levels("share", first, second);

        assertThat(text.issues()).extracting(Issue::code).containsExactly(code);
        assertThat(text.issues().getFirst().line()).isEqualTo(text.lineOf("level: 2"));
        assertThat(text.issues().getFirst().column()).contains("levels[2].conditions[1]");
    }

    @Test
    void refusesAScaleThatTurns() {
        AgreementText text =
                levels(
                        "share",
                        "from: 60, to: 69.99",
                        "from: 80, to: 89.99",
                        "from: 70, to: 79.99");

        assertThat(text.issues()).extracting(Issue::code).containsExactly("RANGES_NOT_IN_ORDER");
        assertThat(text.issues().getFirst().line()).isEqualTo(text.lineOf("level: 3"));
    }

    @Test
    void aMiddleLevelNeedsTheEndThatDecides() {
        AgreementText rising = levels("share", "to: 59", "to: 69", "from: 70");
        assertThat(rising.issues()).extracting(Issue::code).containsExactly("MISSING_FIELD");
        assertThat(rising.issues().getFirst().message().en()).contains("from");
    }

    @Test
    void aThresholdThatNoResultReachesIsFoundWhenTheFileIsHandedIn() {
        AgreementText text = levels("share", "from: 90, to: 100", "from: 101, to: 110");

        assertThat(text.issues()).extracting(Issue::code).containsExactly("CONDITION_IMPOSSIBLE");
        assertThat(text.issues().getFirst().line()).isEqualTo(text.lineOf("level: 2"));
        assertThat(levels("share", "from: -5, to: -1", "from: 0, to: 10").issues())
                .extracting(Issue::code)
                .contains("LEVEL_SHADOWED");
    }

    @Test
    void aMeasureHasOneRangeAtALevel() {
        AgreementText text =
                levels(
                        "share",
                        "from: 60, to: 69.99}, {measure: m, from: 61, to: 69.99",
                        "from: 70");

        assertThat(text.issues()).extracting(Issue::code).containsExactly("CONDITION_UNCLEAR");
    }

    @Test
    void aRangeIsOfANumberAndACountIsWhole() {
        assertThat(levels("count", "from: 1, to: 2.5", "from: 3").issues())
                .extracting(Issue::code)
                .containsExactly("COUNT_WITH_DECIMALS");
        AgreementText done =
                levels("count", "from: 1, to: 2", "from: 3")
                        .with(", countedIn: {th: ก, en: a, decimals: 0}}", "}")
                        .with("kind: count", "kind: done");
        assertThat(done.issues()).extracting(Issue::code).containsOnly("CONDITION_NOT_FOR_KIND");
        assertThat(done.issues().getFirst().message().en()).contains("from, to");
    }

    @Test
    void formatOneHasNoRanges() {
        AgreementText text = AgreementText.small();
        assertThat(
                        text.with("{measure: channels, atLeast: 3}", "{measure: channels, from: 3}")
                                .issues())
                .extracting(Issue::code)
                .contains("UNKNOWN_FIELD");
    }

    private static Indicator indicator(AgreementText text) {
        return text.agreement().indicators().findFirst().orElseThrow();
    }

    private static List<String> conditions(Indicator indicator) {
        return indicator.levels().stream()
                .map(level -> {
                    Condition only = level.conditions().getFirst();
                    Comparison comparison = (Comparison) only;
                    return comparison.operator().symbol()
                            + " "
                            + comparison.threshold().toPlainString();
                })
                .toList();
    }

    private static List<LocalizedText> notes(Indicator indicator, int level) {
        assertThat(indicator.level(level).notes())
                .allSatisfy(note -> assertThat(note.kind()).isEqualTo(Note.Kind.ASSUMPTION));
        return indicator.level(level).notes().stream().map(Note::text).toList();
    }

    private static int level(Agreement agreement, String result) {
        Indicator indicator = agreement.indicators().findFirst().orElseThrow();
        MeasureKey key = indicator.key(MeasureId.of("m"));
        MeasuredValue value =
                switch (indicator.measures().getFirst().kind()) {
                    case COUNT -> new MeasuredValue.Count(new BigDecimal(result));
                    case NUMBER -> new MeasuredValue.Quantity(new BigDecimal(result));
                    default -> new MeasuredValue.Percentage(new BigDecimal(result));
                };
        return new Scorer(agreement)
                .score(DISTRICT, Map.of(key, value))
                .lines()
                .getFirst()
                .score()
                .countingLevel()
                .orElseThrow();
    }

    private static AgreementText levels(String kind, String... conditions) {
        String of =
                kind.equals("count") || kind.equals("number") ? "" : ", of: {th: ฐาน, en: Base}";
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i < conditions.length; i++) {
            levels.append(
                    String.format(
                            Locale.ROOT,
                            "          - {level: %d, text: {th: ก, en: a}, conditions: [{measure: m, %s}], basis: stated}%n",
                            i + 1,
                            conditions[i]));
        }
        String small = AgreementText.small().text();
        String head = small.substring(0, small.indexOf("sections:"));
        return new AgreementText(
                head.replace("format: 1", "format: 2")
                        + """
                        sections:
                          - section: results
                            name: {th: ก, en: a}
                            share: {value: 100, basis: stated}
                            indicators:
                              - id: X
                                concept: x
                                name: {th: ก, en: a}
                                weight: 100
                                unit: one
                                measures:
                                  - {id: m, kind: %s, name: {th: ก, en: a}%s, countedIn: {th: ก, en: a, decimals: 0}}
                                ladder: {value: highest, basis: stated}
                                interpolation: {value: none, basis: stated}
                                levels:
                        """
                                .formatted(kind, of)
                        + levels);
    }
}
