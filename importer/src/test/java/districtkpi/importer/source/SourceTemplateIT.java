package districtkpi.importer.source;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.importer.Issue;
import districtkpi.importer.agreement.AgreementReader;
import districtkpi.importer.table.TestDistricts;
import districtkpi.importer.template.Template;
import districtkpi.importer.template.TemplateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of every source is read as what it is. */
class SourceTemplateIT {

    @TempDir static Path folder;

    private static ExtractContext context;
    private static Agreement agreement;

    @BeforeAll
    static void openRound() {
        context = new ExtractContext();
        agreement =
                context.get(AgreementReader.class)
                        .read(ExtractContext.resource("/districtkpi/agreements/2565-1.yaml"));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    static Stream<SourceDescription> sources() {
        return Sources.all().stream();
    }

    private static Template template(SourceDescription source, String language) {
        return SourceTemplate.of(
                source, agreement, TestDistricts.NONG_KHAI, Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isRecognisedWithoutAMappingInBothLanguagesAndForms(SourceDescription source)
            throws IOException {
        for (String language : List.of("th", "en")) {
            Template template = template(source, language);
            assertRecognised(source, "form.csv", TemplateWriter.csv(template));
            assertRecognised(source, "form.xlsx", TemplateWriter.xlsx(template));
        }
    }

    private static void assertRecognised(SourceDescription source, String name, byte[] content)
            throws IOException {
        Path file = Files.write(folder.resolve(name), content);

        ExtractReport report = context.dryRun(file, source.id());

        assertThat(report.sheets())
                .singleElement()
                .satisfies(sheet -> {
                    assertThat(sheet.headerLine()).isEqualTo(1);
                    assertThat(sheet.others()).isEmpty();
                    assertThat(sheet.columns().keySet())
                            .containsExactlyInAnyOrderElementsOf(
                                    source.columns().stream()
                                            .map(SourceDescription.Column::key)
                                            .toList());
                });
        assertThat(report.report().issues())
                .extracting(Issue::code)
                .isSubsetOf("NO_ROWS", "SHEET_LEFT_OUT", "SHEET_READ", "CELL_EMPTY");
    }

    @Test
    void hasARowForEachDistrictWhereARowIsAboutAWholeDistrict() {
        Template spending = template(ExtractContext.source("budget-spending"), "th");
        assertThat(spending.rows()).hasSize(9);
        assertThat(spending.rows().getFirst()).startsWith("เมืองหนองคาย", "2565").contains("");
        assertThat(sources().filter(source -> !template(source, "th").rows().isEmpty()))
                .extracting(SourceDescription::id)
                .containsExactly("budget-spending");
    }

    @Test
    void explainsEachColumnAndWhatWasAssumed() {
        SourceDescription bpm = ExtractContext.source("bpm");
        Template template = template(bpm, "en");
        assertThat(template.explanations())
                .hasSize(1 + bpm.columns().size() + bpm.notes().size())
                .contains(
                        List.of(
                                "carried out on",
                                "may be empty in a row",
                                "a day such as 2022-03-31; rows of another fiscal year are left out"))
                .last()
                .isEqualTo(List.of("", "", bpm.notes().getLast().en()));
    }
}
