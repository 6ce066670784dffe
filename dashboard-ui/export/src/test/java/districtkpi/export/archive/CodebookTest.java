package districtkpi.export.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.domain.agreement.Agreement;
import districtkpi.importer.agreement.AgreementReader;
import districtkpi.office.words.Translations;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CodebookTest {

    private static final String COMPUTED = "/districtkpi/domain/testing/computed.yaml";

    @Test
    void saysHowNumbersAreComputed() throws IOException {
        assertThat(lines(document()))
                .filteredOn(line -> line.name().equals("C2.steps"))
                .extracting(Codebook.Line::kind, line -> line.meaning().en())
                .containsExactly(
                        tuple("computed_measure", "Steps done"),
                        tuple("measure_unit", "steps"),
                        tuple(
                                "computation",
                                "the points of all steps that hold, added up; +1 Step 1 (Step 1: done); +1 Step 2 (Step 2: done); +1 Step 3 (Step 3: done); +1 Step 4 (Step 4: done); +1 Step 5 (Step 5: done)"));
    }

    @Test
    void saysWhatWasAgreedForSingleDistricts() throws IOException {
        String without =
                document()
                        .replaceFirst(
                                "(?s)(id: C2.*?weight: 20\n)",
                                "$1        districts: [{district: \"4302\", applies: false}]\n");

        assertThat(lines(without))
                .filteredOn(line -> line.kind().equals("district_terms"))
                .extracting(Codebook.Line::of, Codebook.Line::name, line -> line.meaning().en())
                .containsExactly(tuple("C2", "4302", "does not apply"));
    }

    private static List<Codebook.Line> lines(String document) {
        Agreement agreement = new AgreementReader().read(document);
        return Codebook.lines(agreement, new Translations());
    }

    private static String document() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(CodebookTest.class.getResourceAsStream(COMPUTED))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
