package districtkpi.importer.source;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.result.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small made-up extract of every source, taken into one database. */
class ShippedSourcesIT {

    @TempDir static Path folder;

    private static ExtractContext context;

    @BeforeAll
    static void openRound() {
        context = new ExtractContext();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    static Stream<String> sources() {
        return Sources.all().stream().map(SourceDescription::id);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void givesItsMeasuresWithTheirWorkingAndRows(String source) throws IOException {
        Path file = folder.resolve(source + ".csv");
        Files.writeString(file, ExtractContext.resource(source + ".csv"));
        int before = context.stored().size();

        ExtractReport report = context.commit(file, source);

        List<Measurement> stored = context.stored().stream().skip(before).toList();
        assertThat(ExtractText.of(report, stored))
                .isEqualTo(ExtractContext.resource(source + ".expected.txt"));
        assertThat(stored)
                .allSatisfy(figure ->
                        assertThat(report.workings())
                                .anySatisfy(working ->
                                        assertThat(figure.origin().rawText())
                                                .isEqualTo(working.text().th())));
        assertThat(
                        context.column(
                                "select count(*) from extract_row join extract using (extract_id)"
                                        + " where import_id = "
                                        + report.report().id().orElseThrow()))
                .containsExactly(Integer.toString(report.report().rows()));
    }

    @Test
    void everyMeasureOfASourceIsOneOfTheAgreement() {
        assertThat(Sources.all())
                .allSatisfy(source ->
                        assertThat(source.measures())
                                .allSatisfy(measure ->
                                        assertThat(
                                                        ExtractContext.resource(
                                                                "/districtkpi/agreements/2565-1.yaml"))
                                                .contains("- id: " + measure.id() + "\n")));
    }
}
