package districtkpi.ui.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** Hands in the agreement and the results of a round, as an office does. */
final class PostedRound {

    private PostedRound() {}

    /**
     * @param agreement its document
     * @param figures a results file
     */
    static void post(
            AgreementImportService agreements,
            ResultImportService results,
            String agreement,
            String figures) {
        committed(agreements.commit(file("agreement.yaml", agreement)));
        committed(results.commit(file("results.csv", figures), Optional.empty()));
    }

    private static ImportFile file(String name, String text) {
        return new ImportFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void committed(ImportReport report) {
        assertThat(report.status()).as("%s", report.issues()).isEqualTo(Status.COMMITTED);
    }

    /** A document beside this class, or anywhere if its name begins with a slash. */
    static String document(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PostedRound.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
