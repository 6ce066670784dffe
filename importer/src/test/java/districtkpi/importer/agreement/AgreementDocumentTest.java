package districtkpi.importer.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.UnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AgreementDocumentTest {

    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            AgreementText.resource(
                                    "/districtkpi/importer/agreement/agreement.schema.json"),
                            InputFormat.JSON);

    private final AgreementText small = AgreementText.small();

    @ParameterizedTest
    @ValueSource(strings = {"2564-1", "2564-2", "2565-1", "2565-2"})
    void writesJsonThatReadsBackAsAnEqualAgreement(String round) {
        Agreement agreement = AgreementText.shipped(round).agreement();

        assertThat(new AgreementText(json(agreement)).agreement()).isEqualTo(agreement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2564-1", "2564-2", "2565-1", "2565-2"})
    void writesYamlThatReadsBackAsAnEqualAgreement(String round) {
        Agreement agreement = AgreementText.shipped(round).agreement();
        String yaml = AgreementDocument.toYaml(agreement);

        assertThat(new AgreementText(yaml).agreement()).isEqualTo(agreement);
        assertThat(yaml).doesNotContain("!!").doesNotContain("\\u");
        assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isEmpty();
    }

    @Test
    void writesEveryPlaceOfANumberAsYaml() {
        AgreementText text = small.with("atLeast: 90.25", "atLeast: 90.000001");

        assertThat(new AgreementText(AgreementDocument.toYaml(text.agreement())).agreement())
                .isEqualTo(text.agreement());
    }

    @Test
    void keepsEveryFieldAndEveryPlaceOfANumber() {
        AgreementText text =
                small.with("atLeast: 90.25", "atLeast: 90.000001")
                        .with("en: An oddity", "en: \"An \\\"oddity\\\": with \\\\ and ü and 😀\"");

        assertThat(new AgreementText(json(text.agreement())).agreement())
                .isEqualTo(text.agreement());
        assertThat(json(text.agreement())).contains("90.000001");
    }

    @Test
    void leavesOutWhatTheAgreementLeavesOut() {
        AgreementText text = small.with("submissionDay: 2023-03-03\n", "");

        assertThat(AgreementDocument.toMap(text.agreement()))
                .doesNotContainKey("submissionDay")
                .doesNotContainKey("notes");
        assertThat(new AgreementText(json(text.agreement())).agreement())
                .isEqualTo(text.agreement());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2564-1", "2564-2", "2565-1", "2565-2"})
    void fitsTheSchemaAsYamlAndAsJson(String round) {
        AgreementText text = AgreementText.shipped(round);

        assertThat(SCHEMA.validate(text.text(), InputFormat.YAML)).isEmpty();
        assertThat(SCHEMA.validate(json(text.agreement()), InputFormat.JSON)).isEmpty();
    }

    @Test
    void keepsLevelsWithScoresAndWhatIsBelowThemAndRatings() {
        AgreementText text =
                small.with("format: 1", "format: 2")
                        .with("section: team", "section: team\n    name: {th: ก, en: a}")
                        .with(
                                "section: individual",
                                "section: individual\n    name: {th: ข, en: b}")
                        .with("value: zero", "value: 0.5")
                        .with(
                                "sections:\n",
                                "ratings:\n  - {th: ดี, en: Good, from: 62.5}\n  - {th: ต่ำ, from: 0}\nsections:\n")
                        .with("{level: 4, text: {th: สาม", "{level: 4, score: 4.5, text: {th: สาม");
        assertThat(SCHEMA.validate(text.text(), InputFormat.YAML)).isEmpty();

        assertThat(new AgreementText(AgreementDocument.toYaml(text.agreement())).agreement())
                .isEqualTo(text.agreement());
        assertThat(SCHEMA.validate(json(text.agreement()), InputFormat.JSON)).isEmpty();
    }

    @Test
    void keepsTargetsThatGrowWithinTheRound() {
        AgreementText text =
                small.with("format: 1", "format: 2")
                        .with("section: team", "section: team\n    name: {th: ก, en: a}")
                        .with(
                                "section: individual",
                                "section: individual\n    name: {th: ข, en: b}")
                        .with(
                                "        interpolation: {value: linear, basis: stated}\n",
                                """
                                        interpolation: {value: linear, basis: stated}
                                        stages:
                                          - {until: 2022-11-30, targets: [10, 15, 20, 25, 30.5]}
                                          - {until: 2022-12-31, targets: [50, 55, 60, 65, 70]}
                                """);
        assertThat(SCHEMA.validate(text.text(), InputFormat.YAML)).isEmpty();

        assertThat(new AgreementText(AgreementDocument.toYaml(text.agreement())).agreement())
                .isEqualTo(text.agreement());
        assertThat(text.agreement().indicators().findFirst().orElseThrow().stages()).hasSize(2);
        assertThat(SCHEMA.validate(json(text.agreement()), InputFormat.JSON)).isEmpty();
    }

    @Test
    void keepsUnitsThatAnswerTogether() {
        AgreementText text =
                small.with("format: 1", "format: 2")
                        .with("section: team", "section: team\n    name: {th: ก, en: a}")
                        .with(
                                "section: individual",
                                "section: individual\n    name: {th: ข, en: b}")
                        .with("unit: one", "unit: [two, one]");
        assertThat(SCHEMA.validate(text.text(), InputFormat.YAML)).isEmpty();

        assertThat(text.agreement().indicators().findFirst().orElseThrow().units())
                .containsExactly(UnitId.of("two"), UnitId.of("one"));
        assertThat(new AgreementText(AgreementDocument.toYaml(text.agreement())).agreement())
                .isEqualTo(text.agreement());
        assertThat(SCHEMA.validate(json(text.agreement()), InputFormat.JSON)).isEmpty();
    }

    @Test
    void keepsWhatIsAgreedForSingleDistricts() {
        AgreementText text =
                small.with("format: 1", "format: 2")
                        .with("section: team", "section: team\n    name: {th: ก, en: a}")
                        .with(
                                "section: individual",
                                "section: individual\n    name: {th: ข, en: b}\n")
                        .with(
                                "      - id: S2\n",
                                """
                                        districts:
                                          - {district: "4301", targets: [60, 65.5, 70, 75, 80]}
                                          - {district: "4302", applies: false}
                                      - id: S2
                                """)
                        .with(
                                "  - section: individual\n",
                                """
                                        districts:
                                          - district: "4302"
                                            targets: [2, 4]
                                            deadlines: [2023-03-10]
                                            weight: 100
                                  - section: individual
                                """);
        assertThat(SCHEMA.validate(text.text(), InputFormat.YAML)).isEmpty();

        assertThat(new AgreementText(AgreementDocument.toYaml(text.agreement())).agreement())
                .isEqualTo(text.agreement());
        assertThat(text.agreement().districtsWithTerms()).hasSize(2);
        assertThat(SCHEMA.validate(json(text.agreement()), InputFormat.JSON)).isEmpty();
        assertThat(SCHEMA.validate(text.with("format: 2", "format: 1").text(), InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void writesNumbersAndDaysPlainHoweverTheyWerePrinted() {
        AgreementText text =
                small.with("format: 1", "format: 2")
                        .with("section: team", "section: team\n    name: {th: ก, en: a}")
                        .with(
                                "section: individual",
                                "section: individual\n    name: {th: ข, en: b}")
                        .with("firstDay: 2022-10-01", "firstDay: ๑ ตุลาคม ๒๕๖๕")
                        .with("lastDay: 2023-03-31", "lastDay: ๒๕๖๖-๐๓-๓๑")
                        .with("weight: 60.5", "weight: ๖๐.๕")
                        .with("atLeast: 90.25", "atLeast: ๙๐.๒๕")
                        .with("decimals: 0", "decimals: ๐")
                        .with("{level: 4, text: {th: สาม", "{level: ๔, score: ๔, text: {th: สาม")
                        .with(
                                "{measure: channels, atLeast: 3}",
                                "{measure: channels, atLeast: \"1,000\"}");
        assertThat(SCHEMA.validate(text.text(), InputFormat.YAML)).isEmpty();

        String yaml = AgreementDocument.toYaml(text.agreement());
        assertThat(yaml)
                .contains(
                        "firstDay: '2022-10-01'",
                        "lastDay: '2023-03-31'",
                        "weight: 60.5",
                        "atLeast: 90.25",
                        "atLeast: 1000",
                        "ร้อยละ ๗๐");
        assertThat(new AgreementText(yaml).agreement()).isEqualTo(text.agreement());
    }

    @Test
    void keepsMeasuresThatAreComputed() {
        AgreementText text = AgreementText.computed();
        assertThat(SCHEMA.validate(text.text(), InputFormat.YAML)).isEmpty();

        assertThat(new AgreementText(AgreementDocument.toYaml(text.agreement())).agreement())
                .isEqualTo(text.agreement());
        assertThat(SCHEMA.validate(json(text.agreement()), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum: [{measure: earned} | total: [{measure: earned}",
                "through: [{at: 50, points: 0}, | max: 1, through: [{at: 50, points: 0},",
                "weight: 0.6 | weight: 0",
                "points: 1.5 | points: 0",
                "line: {measure: sent, | line: {",
                "{at: 2020-03-10, points: 0}, | {at: soon, points: 0},",
                "percent, decimals: 2 | percent, decimals: 5",
            })
    void schemaAndReaderRefuseTheSameShapesOfComputedMeasures(String part, String replacement) {
        AgreementText text = AgreementText.computed().with(part, replacement);

        assertThat(SCHEMA.validate(text.text(), InputFormat.YAML)).isNotEmpty();
        assertThat(text.read().agreement()).isEmpty();
    }

    @Test
    void theSchemaAcceptsEveryFieldThatTheReaderAccepts() {
        assertThat(SCHEMA.validate(small.text(), InputFormat.YAML)).isEmpty();
    }

    /** Faults of shape, which an editor with the schema shows before the file is handed in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 1 | format: 2",
                "format: 1 | format: 3",
                "share: {value: 40, basis: stated} | name: {th: ก, en: a}",
                "round: 2566-1 | round: 2566-3",
                "province: \"43\" | province: \"4\"",
                "demonstration: false | demonstration: maybe",
                "firstDay: 2022-10-01 | firstDay: 2565-10-01",
                "unit: one | units: one",
                "unit: one | stages: []",
                "unit: one | unit: [one, two]",
                "weight: 39.5 | weight: 0",
                "kind: date, | kind: date, of: {th: ฐาน, en: Base},",
                "kind: count, | kind: count, baselineDay: 2022-10-01,",
                "kind: count, | kind: count, receipt: evidence,",
                "kind: count, | kind: count, mayExceedWhole: true,",
                "kind: date, | kind: date, receipt: post,",
                "of: {th: จัดสรร, en: Allocated} | notes: []",
                "decimals: 0 | decimals: 5",
                "- level: 5 | - level: 6",
                "{level: 1, text: {th: มีแผน | {level: 1, score: 2, text: {th: มีแผน",
                "value: zero, basis: assumed | value: 0.5, basis: assumed",
                "{measure: channels, atLeast: 3} | {measure: channels, atLeast: 3, atMost: 5}",
                "{measure: channels, atLeast: 3} | {measure: channels}",
                "{measure: channels, atLeast: 3} | {measure: channels, from: 3, to: 4}",
                "{doneBy: 2023-03-03, measure: sent} | {doneBy: 2023-03-03}",
                "kind: oddity | kind: odd",
                "en: An oddity | en: \"\"",
                "value: linear | value: quadratic",
                "value: zero, basis: assumed | value: zero",
                "- section: individual | - section: persons",
            })
    void schemaAndReaderRefuseTheSameShapes(String part, String replacement) {
        AgreementText text = small.with(part, replacement);

        assertThat(SCHEMA.validate(text.text(), InputFormat.YAML)).isNotEmpty();
        assertThat(text.read().agreement()).isEmpty();
    }

    private static String json(Agreement agreement) {
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(AgreementDocument.toMap(agreement));
    }
}
