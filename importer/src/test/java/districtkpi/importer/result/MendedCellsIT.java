package districtkpi.importer.result;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.result.CellCorrectionRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.result.StoredCellCorrection;
import districtkpi.db.result.StoredImport;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.CellCorrection;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.WrongCell;
import districtkpi.importer.table.WorkbookBytes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MendedCellsIT {

    private static final Instant NOON = Instant.parse("2022-04-01T05:00:00Z");
    private static final String HEADER = "round,district,indicator,measure,value,of,as_of,note";
    private static final String GOOD = "2565-1,4305,P1,households_developed,1,2,2022-03-15,";
    private static final String WRONG = "2565-1,4301,P1,households_developed,abc,50,2022-03-15,";
    private static final String WRONG_TOO = "2565-1,4302,P1,households_developed,abc,9,2022-03-15,";

    private static TestDatabase database;
    private static ImportContext context;
    private static ResultImportService service;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        context = new ImportContext(database.dataSource());
        service = context.service();
    }

    @BeforeEach
    void openRounds() {
        database.clear();
        context.open("2565-1", "2565-2");
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    private static ImportFile file(String... lines) {
        List<String> all = new ArrayList<>(List.of(HEADER));
        all.addAll(List.of(lines));
        return RoundFile.file("results.csv", all);
    }

    /** Types a text into the field of each cell that is wrong. */
    private static ImportFile mended(ImportFile file, ImportReport report, String after) {
        return file.with(
                file.corrections()
                        .with(
                                report.wrongCells().stream()
                                        .map(cell -> cell.mended(after, NOON))
                                        .toList()));
    }

    private static ImportFile mended(
            ImportFile file, int line, int column, String before, String after) {
        return file.with(
                file.corrections()
                        .with(
                                List.of(
                                        new CellCorrection(
                                                "", line, column, "value", before, after, NOON))));
    }

    private static ImportReport dryRun(ImportFile file) {
        return service.dryRun(file, Optional.empty());
    }

    private static ImportReport commit(ImportFile file) {
        return service.commit(file, Optional.empty());
    }

    private static List<String> codes(ImportReport report) {
        return report.issues().stream().map(Issue::code).toList();
    }

    private static List<StoredCellCorrection> corrections(ImportReport report) {
        return context.get(CellCorrectionRepository.class).find(List.of(report.id().getAsLong()));
    }

    private static StoredImport stored(ImportReport report) {
        return context.get(ImportRepository.class).find(report.id().getAsLong()).orElseThrow();
    }

    private static List<Measurement> figures() {
        return context.get(MeasurementRepository.class).findAll(TestRounds.FIRST);
    }

    @Test
    void saysWhichCellsCanBeMendedAndTakesThemInMended() {
        ImportFile file = file(GOOD, WRONG, WRONG_TOO);

        ImportReport refused = dryRun(file);

        assertThat(refused.status()).isEqualTo(Status.REJECTED);
        assertThat(refused.wrongCells())
                .containsExactly(
                        new WrongCell("NOT_A_NUMBER", "", 3, 4, "value", "abc", "abc"),
                        new WrongCell("NOT_A_NUMBER", "", 4, 4, "value", "abc", "abc"));

        ImportFile mended = mended(file, refused, "9");
        ImportReport dryRun = dryRun(mended);

        assertThat(dryRun.status()).isEqualTo(Status.DRY_RUN);
        assertThat(dryRun.created()).isEqualTo(3);
        assertThat(codes(dryRun)).containsExactly("CELLS_MENDED");
        assertThat(dryRun.corrections().all()).hasSize(2);

        ImportReport commit =
                service.commit(
                        mended, Optional.empty(), Optional.of(dryRun.basis()), ImportProgress.NONE);

        assertThat(commit.status()).isEqualTo(Status.COMMITTED);
        assertThat(commit.sha256()).isEqualTo(file.sha256());
        assertThat(context.get(ImportRepository.class).content(commit.id().getAsLong()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(file.content()));
        assertThat(stored(commit).mendedCells()).isEqualTo(2);
        assertThat(corrections(commit))
                .containsExactly(
                        new StoredCellCorrection(
                                commit.id().getAsLong(),
                                "",
                                3,
                                5,
                                "value",
                                "abc",
                                "9",
                                DistrictCode.of("4301"),
                                NOON,
                                null),
                        new StoredCellCorrection(
                                commit.id().getAsLong(),
                                "",
                                4,
                                5,
                                "value",
                                "abc",
                                "9",
                                DistrictCode.of("4302"),
                                NOON,
                                null));
    }

    @Test
    void theTextOfARowStaysWhatTheFileSays() {
        ImportFile file = file(WRONG);

        commit(mended(file, dryRun(file), "25"));

        assertThat(figures())
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.value().toString()).contains("25").contains("50");
                    assertThat(figure.origin().rawText()).isEqualTo(WRONG);
                    assertThat(figure.origin().mendedCells()).isEqualTo(1);
                });
    }

    @Test
    void roundsOfMendingAddUpAndCanBeTakenBack() {
        ImportFile file = file(WRONG.replace("4301", "Nowhere"));

        ImportReport first = dryRun(file);
        assertThat(first.wrongCells())
                .extracting(WrongCell::heading)
                .containsExactly("district", "value");
        ImportFile once =
                file.with(
                        CellCorrections.NONE.with(
                                List.of(first.wrongCells().getFirst().mended("Tha Bo", NOON))));
        ImportReport second = dryRun(once);
        assertThat(second.wrongCells()).extracting(WrongCell::heading).containsExactly("value");
        ImportFile twice = mended(once, second, "1o");
        ImportReport third = dryRun(twice);
        // What stands there now is what was typed; what the file says stays known.
        assertThat(third.wrongCells())
                .containsExactly(new WrongCell("NOT_A_NUMBER", "", 2, 4, "value", "abc", "1o"));
        ImportReport fourth = dryRun(mended(twice, third, "10"));

        assertThat(fourth.status()).isEqualTo(Status.DRY_RUN);
        assertThat(fourth.corrections().all())
                .extracting(CellCorrection::before)
                .containsExactly("Nowhere", "abc");

        CellCorrections back = fourth.corrections().without(fourth.corrections().all().getFirst());
        assertThat(dryRun(file.with(back)).wrongCells())
                .extracting(WrongCell::text)
                .containsExactly("Nowhere");
    }

    @Test
    void theSameFileWithOtherCellsMendedIsAnotherImport() {
        ImportFile file = file(WRONG);
        ImportFile mended = mended(file, dryRun(file), "25");
        ImportReport first = commit(mended);

        ImportReport again = commit(mended);
        assertThat(codes(again)).containsExactly("ALREADY_IMPORTED");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(dryRun(file).status()).isEqualTo(Status.REJECTED);

        ImportReport other = commit(file.with(mended(file, dryRun(file), "26").corrections()));
        assertThat(other.status()).isEqualTo(Status.COMMITTED);
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(other.changed()).isEqualTo(1);
        assertThat(dryRun(mended).basis())
                .isNotEqualTo(dryRun(mended(file, dryRun(file), "27")).basis());
    }

    @Test
    void isUndoneAndTakenInAgainWithWhatWasMended() {
        ImportFile file = file(WRONG);
        ImportFile mended = mended(file, dryRun(file), "25");
        ImportReport first = commit(mended);

        context.get(UndoService.class).undo(first.id().getAsLong(), "", Optional.empty());
        assertThat(figures()).isEmpty();
        ImportReport again = commit(mended);

        assertThat(again.status()).isEqualTo(Status.COMMITTED);
        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(corrections(first)).hasSize(1);
        assertThat(corrections(again)).hasSize(1);
        assertThat(figures()).hasSize(1);
        // An import of the same bytes with other cells mended is none of them.
        assertThat(commit(mended(file, dryRun(file), "26")).status()).isEqualTo(Status.COMMITTED);
    }

    @Test
    void cellsOfWorkbooksAreMendedByTheirSheet() {
        byte[] bytes =
                new WorkbookBytes()
                        .sheet(
                                "January",
                                row(1, HEADER.split(","))
                                        + row(
                                                2,
                                                "2565-1",
                                                "4301",
                                                "P1",
                                                "households_developed",
                                                "x",
                                                "50",
                                                "2022-01-31"))
                        .sheet(
                                "February",
                                row(1, HEADER.split(","))
                                        + row(
                                                2,
                                                "2565-1",
                                                "4301",
                                                "P1",
                                                "households_developed",
                                                "20",
                                                "50",
                                                "2022-02-28"))
                        .bytes();
        ImportFile file = new ImportFile("results.xlsx", bytes);

        ImportReport refused = dryRun(file);

        assertThat(refused.wrongCells())
                .containsExactly(new WrongCell("NOT_A_NUMBER", "January", 2, 4, "value", "x", "x"));

        ImportReport commit = commit(mended(file, refused, "10"));

        assertThat(commit.status()).isEqualTo(Status.COMMITTED);
        assertThat(commit.created()).isEqualTo(2);
        assertThat(corrections(commit))
                .singleElement()
                .extracting(StoredCellCorrection::sheet, StoredCellCorrection::line)
                .containsExactly("January", 2);
        assertThat(figures())
                .filteredOn(figure -> figure.origin().sheet().equals("January"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.origin().rawText()).contains("\tx\t"));
    }

    @Test
    void cellsOfTwoSheetsThatMessagesCallTheSameAreNotMended() {
        String[] wrong = {"2565-1", "4301", "P1", "households_developed", "x", "50", "2022-01-31"};
        String[] other = wrong.clone();
        other[1] = "4302";
        ImportFile file =
                new ImportFile(
                        "results.xlsx",
                        new WorkbookBytes()
                                .sheet("January", row(1, HEADER.split(",")) + row(2, wrong))
                                .sheet("January ", row(1, HEADER.split(",")) + row(2, other))
                                .bytes());

        ImportReport report = dryRun(mended(file, dryRun(file), "10"));

        assertThat(report.status()).isEqualTo(Status.REJECTED);
        assertThat(codes(report)).contains("CORRECTED_CELL_MISSING");
    }

    @Test
    void linesAreThoseOnWhichRowsStartThoughCellsHaveSeveral() {
        ImportFile file =
                file(GOOD + "\"a note\nof three\nlines\"", WRONG + "\"another\n\"\"note\"\"\"");

        ImportReport refused = dryRun(file);
        assertThat(refused.wrongCells()).extracting(WrongCell::line).containsExactly(5);
        ImportReport commit = commit(mended(file, refused, "7"));

        assertThat(commit.status()).isEqualTo(Status.COMMITTED);
        assertThat(corrections(commit)).extracting(StoredCellCorrection::line).containsExactly(5);
    }

    @Test
    void emptyCellsAtTheEndOfARowAreCellsToo() {
        ImportFile file = file("2565-1,4301,P1,households_developed,n/a", GOOD);

        ImportReport commit = commit(mended(file, 2, 7, "", "no poor households"));

        assertThat(commit.status()).isEqualTo(Status.COMMITTED);
        assertThat(figures())
                .extracting(Measurement::note)
                .containsExactlyInAnyOrder("no poor households", "");
    }

    @Test
    void whatIsTypedGoesThroughTheSameChecks() {
        ImportFile file = file(WRONG);
        ImportReport refused = dryRun(file);

        assertThat(codes(dryRun(mended(file, refused, "1-2345-67890-12-1"))))
                .contains("PERSONAL_NUMBER");
        assertThat(codes(dryRun(mended(file, refused, "=1+1")))).contains("NOT_A_NUMBER");
        assertThat(codes(dryRun(mended(file, refused, "9".repeat(4_001)))))
                .contains("CELL_TOO_LONG");
        assertThat(codes(dryRun(mended(file, refused, "-3")))).contains("NEGATIVE");
        assertThat(dryRun(mended(file, refused, "1-2345-67890-12-1")).wrongCells()).isEmpty();
    }

    @Test
    void aFileWithAPersonalNumberIsNotTakenInHoweverItIsMended() throws SQLException {
        ImportFile file = file(WRONG.replace("abc", "1234567890121"), GOOD);
        String before = Tables.text(database.dataSource());

        assertThat(dryRun(file).wrongCells()).isEmpty();
        ImportReport mended = commit(mended(file, 2, 4, "1234567890121", "12"));

        assertThat(mended.status()).isEqualTo(Status.REJECTED);
        assertThat(codes(mended)).contains("PERSONAL_NUMBER");
        assertThat(mended.issues().toString()).doesNotContain("1234567890121");
        assertThat(Tables.text(database.dataSource())).isEqualTo(before);
        byte[] workbook =
                new WorkbookBytes()
                        .sheet(
                                "Results",
                                row(1, HEADER.split(","))
                                        + row(
                                                2,
                                                "2565-1",
                                                "4301",
                                                "P1",
                                                "households_developed",
                                                "1234567890121",
                                                "50"))
                        .bytes();
        assertThat(
                        codes(
                                commit(
                                        mended(
                                                new ImportFile("results.xlsx", workbook),
                                                2,
                                                4,
                                                "1234567890121",
                                                "12"))))
                .contains("PERSONAL_NUMBER");
    }

    @Test
    void whatWasMendedForAnotherFileIsRefused() {
        ImportFile file = file(WRONG);
        CellCorrections corrections = mended(file, dryRun(file), "25").corrections();
        ImportFile other = file(WRONG.replace("abc", "xyz"));

        ImportReport report = commit(other.with(corrections));

        assertThat(report.status()).isEqualTo(Status.REJECTED);
        assertThat(report.issues())
                .filteredOn(issue -> issue.code().equals("CORRECTED_CELL_DIFFERS"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.line()).isEqualTo(2);
                    assertThat(issue.message().en())
                            .startsWith("Cell E of this row says “xyz”, not “abc”");
                });
    }

    @Test
    void headingsAndCellsThatAreNotThereCannotBeMended() {
        ImportFile file = file(WRONG);

        assertThat(codes(dryRun(mended(file, 1, 4, "value", "of")))).contains("CORRECTED_HEADER");
        assertThat(codes(dryRun(mended(file, 9, 4, "", "1")))).contains("CORRECTED_CELL_MISSING");
        assertThat(codes(dryRun(mended(file, 2, 8, "", "1")))).contains("RAGGED_ROW");
        assertThat(codes(dryRun(mended(file, 2, 2_000, "", "1"))))
                .contains("CORRECTED_CELL_MISSING");
    }

    @Test
    void noMoreThanAThousandCellsAreMended() {
        ImportFile file = file(WRONG);
        CellCorrections many =
                CellCorrections.NONE.with(
                        IntStream.rangeClosed(1, CellCorrections.MAX + 1)
                                .mapToObj(i -> new CellCorrection("", i, 4, "value", "", "1", NOON))
                                .toList());

        ImportReport report = dryRun(file.with(many));

        assertThat(report.status()).isEqualTo(Status.REJECTED);
        assertThat(codes(report)).contains("TOO_MANY_CORRECTIONS");
    }

    @Test
    void refusedRowsAreGivenBackWithWhatWasMended() {
        ImportFile file = file(WRONG.replace("4301", "Nowhere"));
        ImportReport first = dryRun(file);
        ImportFile once =
                file.with(
                        CellCorrections.NONE.with(
                                List.of(first.wrongCells().getFirst().mended("4301", NOON))));

        assertThat(RefusedRows.csv(once, service.check(once, Optional.empty())))
                .contains("2565-1,4301,P1,households_developed,abc")
                .doesNotContain("Nowhere");
    }

    @Test
    void dryRunWithCellsMendedWritesNothing() throws SQLException {
        ImportFile file = file(WRONG);
        String before = Tables.text(database.dataSource());

        dryRun(mended(file, dryRun(file), "25"));

        assertThat(Tables.text(database.dataSource())).isEqualTo(before);
    }

    @Test
    void theAuditSaysHowManyCells() {
        ImportFile file = file(WRONG);
        commit(mended(file, dryRun(file), "25"));

        assertThat(
                        context.get(AuditTrail.class)
                                .findNewest(AuditFilter.ALL, Long.MAX_VALUE, 1)
                                .getFirst()
                                .after())
                .containsEntry("mended-cells", "1");
    }
}
