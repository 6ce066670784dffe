package districtkpi.ui.api;

import static districtkpi.ui.api.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.CellCorrections;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.ResultImportService;
import districtkpi.ui.api.ApiClient.Answer;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;

class CellCorrectionApiIT {

    private static final String IMPORTS = "/api/v1/imports/";
    private static final ApiClient CLIENT = ApiServer.client();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** Takes a file in whose wrong cells are mended. */
    private static long mended(String content, String after) {
        ApiServer.application().signIn();
        ResultImportService service = ApiServer.application().get(ResultImportService.class);
        ImportFile file = new ImportFile("mended.csv", content.getBytes(UTF_8));
        Instant noon = Instant.parse("2022-04-01T05:00:00Z");
        CellCorrections corrections =
                CellCorrections.NONE.with(
                        service.dryRun(file, Optional.empty()).wrongCells().stream()
                                .map(cell -> cell.mended(after, noon))
                                .toList());
        ImportReport report = service.commit(file.with(corrections), Optional.empty());
        return report.id().orElseThrow();
    }

    @Test
    void aFileIsReadWithCellsMendedAndGivenBackAsItCame() {
        TestRound round = ApiServer.newRound().open();
        String content = round.file("4301,T1,spending,=1+,100", "4302,T1,spending,70,100");

        long id = mended(content, "90");

        assertThat(CLIENT.get(IMPORTS + id + "/file").text()).isEqualTo(content);
        assertThat(CLIENT.get(IMPORTS + id + ".json").json().get("mended_cells").asInt())
                .isEqualTo(1);
        Answer table = CLIENT.get(IMPORTS + id + "/cell-corrections.csv");
        CSVRecord row = table.rows().getFirst();
        assertThat(row.get("line")).isEqualTo("2");
        assertThat(row.get("column")).isEqualTo("5");
        assertThat(row.get("heading")).isEqualTo("value");
        // Harmless in a spreadsheet program.
        assertThat(row.get("before")).isEqualTo("'=1+");
        assertThat(row.get("after")).isEqualTo("90");
        assertThat(row.get("district")).isEqualTo("4301");
        assertThat(row.get("account")).isEqualTo("admin");
        assertThat(row.get("corrected_at")).isEqualTo("2022-04-01T05:00:00Z");
        JsonNode json = CLIENT.get(IMPORTS + id + "/cell-corrections.json").json().get(0);
        assertThat(json.get("before").asString()).isEqualTo("=1+");
        assertThat(round.get("measurements.csv").rows())
                .extracting(figure -> figure.get("line") + " " + figure.get("mended_cells"))
                .containsExactlyInAnyOrder("2 1", "3 0");
        assertThat(CLIENT.get("/api/v1/issues.csv?round=" + round).text()).contains("CELLS_MENDED");
    }

    @Test
    void aFileThatWasReadAsItCameHasNone() {
        TestRound round = ApiServer.newRound().open();
        long id = round.commit("4301,T1,spending,90,100").json().get("id").asLong();

        assertThat(CLIENT.get(IMPORTS + id + "/cell-corrections.csv").rows()).isEmpty();
        assertThat(round.get("measurements.csv").rows())
                .extracting(figure -> figure.get("mended_cells"))
                .containsExactly("0");
        assertProblem(CLIENT.get(IMPORTS + "0/cell-corrections.csv"), 404, "unknown-import");
    }

    @Test
    void thePlainFileIsStillRefusedAndTheAuditSaysHowManyCells() {
        TestRound round = ApiServer.newRound().open();
        String content = round.file("4301,T1,spending,abc,100");
        long id = mended(content, "90");

        assertThat(CLIENT.postFile("/api/v1/imports", "mended.csv", content).status())
                .isEqualTo(422);
        assertThat(CLIENT.get("/api/v1/audit.csv").text())
                .contains("import " + id)
                .contains("mended-cells");
    }
}
