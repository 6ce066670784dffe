package districtkpi.importer.result;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.importer.ImportFile;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.TestDistricts;
import districtkpi.importer.template.Template;
import districtkpi.importer.template.TemplateWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTemplateTest {

    private static final OpenRound ROUND = TestRounds.open().firstEntry().getValue();

    private static Template template(String language) {
        return ResultTemplate.of(
                ROUND.agreement(), TestDistricts.NONG_KHAI, Locale.forLanguageTag(language));
    }

    /** With a legal value in every cell. */
    private static Template filled(Template template) {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : template.rows()) {
            List<String> cells = new ArrayList<>(row);
            for (String header : template.header().subList(row.size(), template.header().size())) {
                cells.add(value(header));
            }
            rows.add(cells);
        }
        return new Template(
                template.sheet(),
                template.header(),
                rows,
                template.fixedColumns(),
                template.explanationSheet(),
                template.explanations());
    }

    private static String value(String header) {
        String[] key = header.split(" ", 2)[0].split("\\.", 3);
        if (key.length < 2) {
            return Field.named(header).filter(Field.AS_OF::equals).isPresent()
                    ? "15/3/2565"
                    : "ข้อความ";
        }
        Measure measure =
                OpenRound.measure(ROUND.indicator(key[0]).orElseThrow(), key[1]).orElseThrow();
        MeasureKind kind = measure.kind();
        return switch (kind) {
            case SHARE, GROWTH, REDUCTION -> key.length == 3 ? "20" : "15";
            case COUNT -> "๒";
            case NUMBER -> "-4.21";
            case DONE -> "ใช่";
            case DATE -> "4/3/2565";
        };
    }

    @ParameterizedTest
    @CsvSource({"th, csv", "en, csv", "th, xlsx", "en, xlsx"})
    void isImportedAsItIsOnceFilledIn(String language, String form) {
        Template filled = filled(template(language));
        byte[] content =
                form.equals("csv") ? TemplateWriter.csv(filled) : TemplateWriter.xlsx(filled);

        Checked checked =
                Checked.check(
                        new ImportFile("template." + form, content),
                        Optional.empty(),
                        ImportLimits.ofBytes(ImportLimits.DEFAULT_BYTES));

        long measures = ROUND.agreement().indicators().mapToLong(i -> i.measures().size()).sum();
        assertThat(checked.codes())
                .containsExactlyElementsOf(
                        form.equals("csv")
                                ? List.of()
                                : List.of("SHEET_READ 0", "SHEET_LEFT_OUT 0"));
        assertThat(checked.figures()).hasSize((int) measures * TestDistricts.NONG_KHAI.size());
        assertThat(checked.figures())
                .allSatisfy(figure -> assertThat(figure.note()).isEqualTo("ข้อความ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void hasNothingToImportBeforeItIsFilledIn(String language) {
        Checked checked =
                Checked.check(
                        new ImportFile("t.xlsx", TemplateWriter.xlsx(template(language))),
                        Optional.empty(),
                        ImportLimits.ofBytes(ImportLimits.DEFAULT_BYTES));

        assertThat(checked.codes()).containsExactly("SHEET_READ 0", "SHEET_LEFT_OUT 0");
        assertThat(checked.rows()).isEqualTo(9);
        assertThat(checked.figures()).isEmpty();
    }

    /** For readers that take a sheet's own word for how far it reaches. */
    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void saysHowFarItsSheetsReach(String language) throws IOException {
        Template template = template(language);
        List<String> dimensions = new ArrayList<>();
        List<String> reached = new ArrayList<>();
        try (ZipInputStream parts =
                new ZipInputStream(new ByteArrayInputStream(TemplateWriter.xlsx(template)))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().startsWith("xl/worksheets/sheet")) {
                    String xml = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                    dimensions.add(found(xml, "<dimension ref=\"([^\"]*)\"").getLast());
                    reached.add(
                            "A1:"
                                    + found(xml, "<c r=\"([A-Z]+)1\"").getLast()
                                    + found(xml, "<c r=\"[A-Z]+([0-9]+)\"").getLast());
                }
            }
        }

        assertThat(dimensions)
                .containsExactlyElementsOf(reached)
                .satisfiesExactly(
                        table ->
                                assertThat(table)
                                        .endsWith(String.valueOf(template.rows().size() + 1)),
                        explanation ->
                                assertThat(explanation)
                                        .endsWith(String.valueOf(template.explanations().size())));
    }

    private static List<String> found(String xml, String pattern) {
        return Pattern.compile(pattern)
                .matcher(xml)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void explainsEveryColumn() {
        Template thai = template("th");

        assertThat(thai.explanations()).hasSize(thai.header().size() + 1);
        assertThat(thai.header())
                .startsWith("รอบ", "อำเภอ", "ชื่ออำเภอ", "ข้อมูล ณ วันที่")
                .endsWith("แหล่งข้อมูล", "หมายเหตุ");
        assertThat(template("en").header())
                .startsWith("round", "district", "district_name", "as_of")
                .endsWith("source", "note");
        assertThat(thai.rows().getFirst()).containsExactly("รอบ 2565-1", "4301", "เมืองหนองคาย");
    }
}
