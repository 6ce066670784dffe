package districtkpi.importer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkpi.db.extract.ColumnKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDescriptionReaderTest {

    private static final String SMALL =
            """
            id: small
            name: {th: เล็ก, en: small}
            columns:
              - {key: district, type: district, name: {th: อำเภอ, en: district}}
              - {key: amount, type: number, name: {th: จำนวน, en: amount}, min: 0}
              - {key: paid_on, type: day, name: {th: จ่ายเมื่อ, en: paid on}}
            measures:
              - id: spending
                value: {sum: amount, where: [{column: paid_on, in: round}]}
                of: {sum: amount}
                working: {th: "{value} จาก {of}", en: "{value} of {of}"}
            """;

    static List<SourceDescription> all() {
        return Sources.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyShippedDescriptionSaysWhatWasAssumed(SourceDescription source) {
        assertThat(source.notes()).isNotEmpty();
        assertThat(source.measures()).isNotEmpty();
        assertThat(Sources.read(source.document())).isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "- ", "{a: "})
    void nestingWithoutEndIsRefused(String opening) {
        SourceDescriptionException refused =
                catchThrowableOfType(
                        SourceDescriptionException.class,
                        () -> Sources.read(opening.repeat(100_000 / opening.length())));

        assertThat(refused).hasMessageContaining("30 levels deep");
    }

    @Test
    void readsASmallOne() {
        SourceDescription source = Sources.read(SMALL);

        assertThat(source.id()).isEqualTo("small");
        assertThat(source.columns()).hasSize(3);
        assertThat(source.column(new ColumnKey("amount")).orElseThrow().leastNumber())
                .hasValueSatisfying(least -> assertThat(least).isZero());
        assertThat(source.sha256()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: small | id: Small One | line 1: id is written in lower case",
                "type: number, | type: money, | line 5, columns[2]: type is one of district, village_code",
                "sum: amount}\\n | sum: district}\\n | line 10, measures[1].of: sum: district is no number",
                "sum: amount}\\n | sum: baht}\\n | line 10, measures[1].of: sum: there is no column baht",
                "in: round | in: year | in: round or base",
                "column: paid_on | column: amount | amount does not say when",
                "min: 0 | min: 0, colour: red | line 5, columns[2]: colour is not known here",
                "min: 0 | min: 0, min: 1 | line 5, columns[2]: min stands there twice",
                "min: 0 | min: 0, ? [a] : 1 | line 5, columns[2]: ? is not known here",
                "sum: amount}\\n | sum: amount, where: 3}\\n | line 10, measures[1].of: where is a list",
                "en: paid on | en: amount | “amount” means both amount and paid_on",
                "id: spending | id: Spending Now | line 8, measures[1]: id:",
                "type: district, | type: text, | one of type district or village_code is needed"
            })
    void saysWhatIsWrongAndWhere(String right, String wrong, String fault) {
        String document = SMALL.replace(unescaped(right), unescaped(wrong));
        assertThat(document).isNotEqualTo(SMALL);

        SourceDescriptionException refusal =
                catchThrowableOfType(
                        SourceDescriptionException.class, () -> Sources.read(document));

        assertThat(refusal.faults())
                .anySatisfy(said -> {
                    assertThat(said.en()).contains(fault);
                    assertThat(said.th()).startsWith("บรรทัด ").containsPattern(": .*[ก-ฮ]");
                });
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void refusesMoreMeasuresThanARowCanCountFor() {
        int start = SMALL.indexOf("  - id: spending");
        String measure = SMALL.substring(start);

        assertThat(Sources.read(document(measure, 32)).measures()).hasSize(32);
        SourceDescriptionException refusal =
                catchThrowableOfType(
                        SourceDescriptionException.class,
                        () -> Sources.read(document(measure, 33)));

        assertThat(refusal.faults())
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.en()).contains("measures: at most 32, not 33");
                    assertThat(said.th()).contains("measures: มีได้ไม่เกิน 32 รายการ แต่มี 33");
                });
    }

    private static String document(String measure, int number) {
        return SMALL.replace(
                measure,
                IntStream.range(0, number)
                        .mapToObj(i -> measure.replace("spending", "spending_" + i))
                        .collect(Collectors.joining()));
    }

    @Test
    void refusesWhatIsNoYaml() {
        SourceDescriptionException refusal =
                catchThrowableOfType(SourceDescriptionException.class, () -> Sources.read("a: [b"));

        assertThat(refusal.faults()).hasSize(1);
    }

    @Test
    void headingsAreRecognisedAsPeopleWriteThem() {
        Headings headings = new Headings(ExtractContext.source("debtor-register"), Map.of());

        for (String heading :
                Arrays.asList(
                        "ลูกหนี้คงเหลือ ณ 1 ต.ค. 2564 (A)",
                        "ลูกหนี้คงเหลือ\nณ ๑ ต.ค. ๖๔",
                        "ลููกหนี้คงเหลือ ณ 1 ต.ค.",
                        "BALANCE_OPENING",
                        "Balance on 1 October")) {
            assertThat(headings.find(heading))
                    .as(heading)
                    .contains(new ColumnKey("balance_opening"));
        }
        assertThat(headings.find("ลูกหนี้")).isEmpty();
        assertThat(headings.find("")).isEmpty();
    }
}
