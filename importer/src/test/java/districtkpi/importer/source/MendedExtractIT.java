package districtkpi.importer.source;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.result.CellCorrectionRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredCellCorrection;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.CellCorrection;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.WrongCell;
import districtkpi.importer.table.WorkbookBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MendedExtractIT {

    private static final Instant NOON = Instant.parse("2022-04-01T05:00:00Z");
    private static final String BPM = "อำเภอ,กิจกรรม,วันที่ดำเนินการ,วันที่บันทึก";

    @TempDir Path folder;

    private static ExtractContext context;

    @BeforeAll
    static void start() {
        context = new ExtractContext();
    }

    @BeforeEach
    void openRound() {
        context.clear();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private static ExtractReport dryRun(ExtractRequest request) {
        return context.service().dryRun(request, ImportProgress.NONE);
    }

    private static ExtractReport commit(ExtractRequest request, ExtractReport shown) {
        return context.service()
                .commit(request, Optional.of(shown.report().basis()), ImportProgress.NONE);
    }

    private static ExtractRequest mended(
            ExtractRequest request, ExtractReport report, String after) {
        return request.withCorrections(
                request.corrections()
                        .with(
                                report.report().wrongCells().stream()
                                        .map(cell -> cell.mended(after, NOON))
                                        .toList()));
    }

    private static List<String> codes(ExtractReport report) {
        return report.report().issues().stream().map(Issue::code).toList();
    }

    private List<String> figures() {
        return context.stored().stream().map(ExtractContext::shown).toList();
    }

    private static String rows(long importId) {
        ExtractRows rows = context.get(ExtractRows.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TransactionTemplate(context.get(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        rows.write(
                                rows.find(importId).orElseThrow(),
                                Optional.empty(),
                                Optional.empty(),
                                out));
        return out.toString(StandardCharsets.UTF_8);
    }

    private ExtractRequest bpm(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = BPM;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return ExtractContext.request(ExtractContext.write(folder, "bpm.csv", lines), "bpm");
    }

    @Test
    void aRowIsReadWithWhatWasPutInThePlaceOfItsCells() throws IOException {
        ExtractRequest request =
                bpm(
                        "4301,กิจกรรม 1,9/2/2565,10/2/2565",
                        "43o1,กิจกรรม 2,9/2/2565,31/2/2565",
                        "4302,กิจกรรม 3,9/2/2565,");

        ExtractReport refused = dryRun(request);

        assertThat(refused.report().status()).isEqualTo(Status.REJECTED);
        assertThat(refused.report().wrongCells())
                .extracting(WrongCell::line, WrongCell::column, WrongCell::own)
                .containsExactlyInAnyOrder(tuple(3, 0, "43o1"), tuple(3, 3, "31/2/2565"));

        ExtractRequest mended =
                request.withCorrections(
                        CellCorrections.NONE.with(
                                refused.report().wrongCells().stream()
                                        .map(cell ->
                                                cell.mended(
                                                        cell.column() == 0 ? "4301" : "28/2/2565",
                                                        NOON))
                                        .toList()));
        ExtractReport dryRun = dryRun(mended);
        assertThat(dryRun.report().status()).isEqualTo(Status.DRY_RUN);
        ExtractReport commit = commit(mended, dryRun);

        assertThat(codes(commit)).contains("CELLS_MENDED");
        assertThat(figures())
                .contains("4301 P3.activities_recorded 2 / 2, line 2")
                .contains("4302 P3.activities_recorded 0 / 1, line 4");
        long id = commit.report().id().getAsLong();
        assertThat(context.get(ImportRepository.class).content(id))
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("43o1"));
        assertThat(context.get(CellCorrectionRepository.class).find(List.of(id)))
                .extracting(
                        StoredCellCorrection::line,
                        StoredCellCorrection::heading,
                        StoredCellCorrection::before,
                        StoredCellCorrection::after,
                        StoredCellCorrection::ofDistrict)
                .containsExactly(
                        tuple(3, "อำเภอ", "43o1", "4301", Optional.of(DistrictCode.of("4301"))),
                        tuple(
                                3,
                                "วันที่บันทึก",
                                "31/2/2565",
                                "28/2/2565",
                                Optional.of(DistrictCode.of("4301"))));
        assertThat(context.stored().getFirst().origin().mendedCells()).isEqualTo(2);
        assertThat(rows(id))
                .contains(
                        "4301,,,,กิจกรรม 2,,2022-02-09,2022-02-28,true,"
                                + "activities_recorded activities_recorded.of,"
                                + "อำเภอ: 43o1 → 4301; วันที่บันทึก: 31/2/2565 → 28/2/2565\r\n");
        // The same with the same cells mended is the same; as it came it is refused as before.
        assertThat(codes(dryRun(mended))).containsExactly("ALREADY_IMPORTED");
        assertThat(dryRun(request).report().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void answersAndMappingStay() {
        Path file =
                ExtractContext.write(
                        folder,
                        "bpm.csv",
                        BPM.replace("วันที่บันทึก", "วันลงระบบ"),
                        "4301,กิจกรรม 1,9/2/2565,10/2/2565",
                        "4301,กิจกรรม 2,9/2/2565,x");
        ExtractRequest mapped =
                ExtractContext.request(file, "bpm")
                        .withMapping(Map.of(new ColumnKey("recorded_on"), "วันลงระบบ"));
        ExtractReport refused = dryRun(mapped);
        assertThat(refused.report().wrongCells()).extracting(WrongCell::text).containsExactly("x");

        assertThat(dryRun(mended(mapped, refused, "11/2/2565")).report().status())
                .isEqualTo(Status.DRY_RUN);
    }

    @Test
    void sheetsOfWorkbooksAreToldApart() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("bpm.xlsx"),
                        new WorkbookBytes()
                                .sheet(
                                        "ท่าบ่อ",
                                        row(1, BPM.split(","))
                                                + row(2, "4302", "ก", "9/2/2565", "x"))
                                .sheet(
                                        "เมือง",
                                        row(1, BPM.split(","))
                                                + row(2, "4301", "ก", "9/2/2565", "10/2/2565"))
                                .bytes());
        ExtractRequest request = ExtractContext.request(file, "bpm");
        ExtractReport refused = dryRun(request);

        assertThat(refused.report().wrongCells())
                .extracting(WrongCell::sheet)
                .containsExactly("ท่าบ่อ");
        ExtractRequest mended = mended(request, refused, "10/2/2565");
        ExtractReport commit = commit(mended, dryRun(mended));

        assertThat(commit.report().status()).isEqualTo(Status.COMMITTED);
        assertThat(
                        context.get(CellCorrectionRepository.class)
                                .find(List.of(commit.report().id().getAsLong())))
                .extracting(StoredCellCorrection::sheet, StoredCellCorrection::district)
                .containsExactly(tuple("ท่าบ่อ", DistrictCode.of("4302")));
    }

    @Test
    void whatIsTypedGoesThroughTheSameChecks() throws IOException {
        ExtractRequest request = bpm("4301,กิจกรรม 1,9/2/2565,x");
        ExtractReport refused = dryRun(request);

        assertThat(codes(dryRun(mended(request, refused, "1 2345 67890 12 1"))))
                .contains("PERSONAL_NUMBER");
        assertThat(codes(dryRun(mended(request, refused, "9".repeat(4_001)))))
                .contains("CELL_TOO_LONG");
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        context.service().writeRefused(mended(request, refused, "y"), rows);
        assertThat(rows.toString(StandardCharsets.UTF_8)).contains("9/2/2565,y");
    }

    @Test
    void whatIsNotAboutTheFileIsRefused() {
        ExtractRequest request = bpm("4301,กิจกรรม 1,9/2/2565,x");

        assertThat(codes(dryRun(with(request, 2, 3, "z", "10/2/2565"))))
                .contains("CORRECTED_CELL_DIFFERS");
        assertThat(codes(dryRun(with(request, 1, 3, "วันที่บันทึก", "วันที่"))))
                .contains("CORRECTED_HEADER");
        assertThat(codes(dryRun(with(request, 7, 3, "", "10/2/2565"))))
                .contains("CORRECTED_CELL_MISSING");
        assertThat(codes(dryRun(with(request, 2, 4, "", "10/2/2565"))))
                .contains("CORRECTED_CELL_MISSING");
    }

    @Test
    void aCellWithPersonalDataIsNotMended() {
        ExtractRequest request = bpm("4301,1234567890121,9/2/2565,x");

        assertThat(dryRun(request).report().wrongCells())
                .extracting(WrongCell::text)
                .doesNotContain("1234567890121");
        assertThat(codes(dryRun(with(request, 2, 1, "1234567890121", "กิจกรรม 1"))))
                .contains("PERSONAL_NUMBER");
    }

    private static ExtractRequest with(
            ExtractRequest request, int line, int column, String before, String after) {
        return request.withCorrections(
                CellCorrections.NONE.with(
                        List.of(
                                new CellCorrection(
                                        "", line, column, "value", before, after, NOON))));
    }
}
