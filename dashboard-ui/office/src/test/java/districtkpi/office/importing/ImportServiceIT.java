package districtkpi.office.importing;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.SignedIn;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.result.UndoReport;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.importer.source.Sources;
import districtkpi.office.access.Permit;
import districtkpi.office.recording.RecordingContext;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.office.testing.SignedAgreement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in on a real database, without a page. */
class ImportServiceIT {

    private static final RoundId ROUND = new RoundId(2565, 1);
    private static final String HEADER = "round,district,indicator,measure,value,of,as_of\n";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder;

    private TestDatabase database;
    private RecordingContext context;
    private ImportService service;
    private SignedIn analyst;

    @BeforeEach
    void openTheRound() {
        database = TestDatabase.create();
        context = new RecordingContext(database.dataSource());
        context.open();
        service = context.get(ImportService.class);
        analyst = context.addAnalyst("analyst");
        context.signIn(analyst);
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    private static ImportFile file(String name, String content) {
        return new ImportFile(name, content.getBytes(UTF_8));
    }

    private static ImportFile spending(String baht) {
        return file(
                "results.csv", HEADER + "2565-1,4301,T1,spending," + baht + ",100,2022-03-31\n");
    }

    private ImportOutcome.Checked check(ImportFile file) {
        return service.check(file, Optional.of(ROUND), ImportProgress.NONE);
    }

    private ImportOutcome commit(ImportOutcome.Checked shown) {
        return service.commit(shown, ImportProgress.NONE);
    }

    private ImportOutcome.Finished commit(ImportFile file) {
        return (ImportOutcome.Finished) commit(check(file));
    }

    private int imports() {
        return context.get(ImportRepository.class).findNewest(100).size();
    }

    private ExtractRequest extract() throws IOException {
        Path bpm = Files.createTempFile(folder, "bpm", ".csv");
        Files.writeString(
                bpm,
                """
                อำเภอ,กิจกรรม,ดำเนินการเมื่อ,วันที่บันทึก
                4317,ประชุม,1/2/2565,5/2/2565
                4317,อบรม,2/2/2565,5/2/2565
                """);
        return ExtractChoice.of(
                        Sources.find("bpm").orElseThrow(),
                        context.get(ScoreboardQuery.class).find(ROUND).orElseThrow(),
                        Optional.of(LocalDate.of(2022, 3, 31)),
                        Optional.empty(),
                        LocalDate.of(2022, 4, 1))
                .request(bpm, "bpm.csv");
    }

    @Test
    void saysWhatAFileWouldDoAndDoesItOnceCommitted() {
        ImportOutcome.Checked shown = check(spending("85"));

        assertThat(shown.kind()).isEqualTo(FileKind.RESULTS);
        assertThat(shown.report().status()).isEqualTo(Status.DRY_RUN);
        assertThat(shown.report().created()).isEqualTo(1);
        assertThat(imports()).isZero();
        assertThat(commit(shown))
                .isInstanceOfSatisfying(
                        ImportOutcome.Finished.class,
                        done -> assertThat(done.report().status()).isEqualTo(Status.COMMITTED));
        assertThat(imports()).isEqualTo(1);
    }

    @Test
    void whatWouldDoSomethingElseNowIsShownAgainAndNotDone() {
        ImportOutcome.Checked shown = check(spending("85"));
        commit(spending("60"));

        ImportOutcome again = commit(shown);

        assertThat(imports()).isEqualTo(1);
        assertThat(again)
                .isInstanceOfSatisfying(
                        ImportOutcome.Checked.class,
                        checked -> {
                            assertThat(checked.moved()).isTrue();
                            assertThat(checked.report().changed()).isEqualTo(1);
                            assertThat(commit(checked)).isInstanceOf(ImportOutcome.Finished.class);
                        });
        assertThat(imports()).isEqualTo(2);
    }

    @Test
    void resultsThatNameNoRoundAreTakenForTheUsualOne() {
        ImportFile without =
                file(
                        "no-round.csv",
                        "district,indicator,measure,value,of,as_of\n4305,T1,spending,85,100,2022-03-01\n");

        assertThat(check(without).roundTaken()).contains(ROUND);
        assertThat(check(without).report().status()).isEqualTo(Status.DRY_RUN);
        assertThat(check(spending("85")).roundTaken()).isEmpty();
        assertThat(service.check(without, Optional.empty(), ImportProgress.NONE).report().status())
                .isEqualTo(Status.REJECTED);
    }

    @Test
    void aFileIsAnAgreementByItsName() {
        ImportOutcome.Checked shown =
                check(
                        file(
                                "2566-1.YML",
                                SignedAgreement.document()
                                        .replace("round: 2565-1", "round: 2566-1")));

        assertThat(shown.kind()).isEqualTo(FileKind.AGREEMENT);
        assertThat(shown.report().status()).isEqualTo(Status.DRY_RUN);
        assertThat(service.refusedRows(shown)).isEmpty();
        assertThat(commit(shown)).isInstanceOf(ImportOutcome.Finished.class);
        assertThat(context.get(AgreementRepository.class).findInForce(new RoundId(2566, 1)))
                .isPresent();
    }

    @Test
    void rowsThatAreRefusedAreHandedBack() throws IOException {
        ImportOutcome.Checked shown =
                check(
                        file(
                                "bad.csv",
                                HEADER
                                        + "2565-1,4301,T1,spending,abc,100,2022-03-01\n"
                                        + "2565-1,4302,T1,spending,85,100,2022-03-01\n"));
        RefusedFile refused = service.refusedRows(shown).orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        refused.content().writeTo(bytes);

        assertThat(shown.report().status()).isEqualTo(Status.REJECTED);
        assertThat(refused.name()).contains("bad").endsWith(".csv");
        assertThat(bytes.toString(UTF_8)).contains("abc").doesNotContain("4302");
    }

    @Test
    void anExtractIsCheckedAndTakenIn() throws IOException {
        ExtractRequest request = extract();

        ImportOutcome.ExtractChecked shown = service.check(request, ImportProgress.NONE);

        assertThat(shown.upload()).contains(request.file());
        assertThat(shown.report().report().status()).isEqualTo(Status.DRY_RUN);
        assertThat(imports()).isZero();
        ImportOutcome done = service.commit(shown, ImportProgress.NONE);
        assertThat(done).isInstanceOf(ImportOutcome.ExtractFinished.class);
        assertThat(done.upload()).isEmpty();
        assertThat(imports()).isEqualTo(1);
    }

    @Test
    void anUndoIsAskedForDoneAsShownAndDoneOnce() {
        long id = commit(spending("85")).report().id().orElseThrow();
        UndoReport shown = ((ImportOutcome.UndoAsked) service.askUndo(id)).report();
        commit(spending("60"));

        ImportOutcome again = service.undo(shown, "wrong month");

        assertThat(again)
                .isInstanceOfSatisfying(
                        ImportOutcome.UndoAsked.class, asked -> assertThat(asked.moved()).isTrue());
        UndoReport now = ((ImportOutcome.UndoAsked) again).report();
        assertThat(service.undo(now, "wrong month")).isInstanceOf(ImportOutcome.Undone.class);
        assertThat(service.undo(now, "")).isInstanceOf(ImportOutcome.UndoRefused.class);
        assertThat(service.askUndo(id)).isInstanceOf(ImportOutcome.UndoRefused.class);
        assertThat(service.askUndo(4711)).isInstanceOf(ImportOutcome.Nothing.class);
    }

    @Test
    void whoMayNotImportDoesNothingOfIt() throws IOException {
        ImportOutcome.Checked shown = check(spending("85"));
        ImportOutcome.ExtractChecked extract = service.check(extract(), ImportProgress.NONE);
        UndoReport undo =
                ((ImportOutcome.UndoAsked)
                                service.askUndo(commit(spending("70")).report().id().orElseThrow()))
                        .report();
        for (SignedIn somebody :
                List.of(
                        context.addDirector("director"),
                        context.addDistrict("district", DistrictCode.of("4301")))) {
            context.signIn(somebody);
            assertRefused(Reason.NOT_YOURS, () -> check(spending("85")));
            assertRefused(Reason.NOT_YOURS, () -> check(file("2566-1.yaml", "round: 2566-1")));
            assertRefused(Reason.NOT_YOURS, () -> commit(shown));
            assertRefused(
                    Reason.NOT_YOURS, () -> service.check(extract.request(), ImportProgress.NONE));
            assertRefused(Reason.NOT_YOURS, () -> service.commit(extract, ImportProgress.NONE));
            assertRefused(Reason.NOT_YOURS, () -> service.refusedRows(shown));
            assertRefused(Reason.NOT_YOURS, () -> service.refusedRows(extract.request()));
            assertRefused(Reason.NOT_YOURS, () -> service.askUndo(undo.importId()));
            assertRefused(Reason.NOT_YOURS, () -> service.undo(undo, ""));
            assertRefusedToCalls(extract.request(), undo.importId());
        }
        context.signOut();
        assertRefused(Reason.NOT_YOURS, () -> commit(shown));
        assertThat(imports()).isEqualTo(1);
    }

    /** Of an administrator too: what only the program does is nobody else's. */
    @Test
    void onlyTheProgramMakesResultsUp() {
        context.signIn(context.addAdministrator("administrator"));

        assertRefused(Reason.NOT_YOURS, () -> service.takeDemonstration(spending("85")));
        context.signOut();
        assertRefused(Reason.NOT_YOURS, () -> service.takeDemonstration(spending("85")));
        Permit.byProgram(() -> service.takeDemonstration(spending("85")));
        assertThat(imports()).isEqualTo(1);
    }

    private void assertRefusedToCalls(ExtractRequest extract, long importId) {
        ImportFile agreement = file("2566-1.yaml", "round: 2566-1");
        for (ImportIntent intent :
                List.of(new ImportIntent.DryRun(), new ImportIntent.Commit(Optional.empty()))) {
            assertRefused(
                    Reason.NOT_YOURS,
                    () ->
                            service.takeResults(
                                    spending("85"), Optional.empty(), intent, ImportProgress.NONE));
            assertRefused(Reason.NOT_YOURS, () -> service.takeAgreement(agreement, intent));
            assertRefused(
                    Reason.NOT_YOURS,
                    () -> service.takeExtract(extract, intent, ImportProgress.NONE));
            assertRefused(Reason.NOT_YOURS, () -> service.takeBack(importId, "", intent));
        }
        assertRefused(
                Reason.NOT_YOURS, () -> service.refusedRows(spending("85"), Optional.empty()));
    }

    @Test
    void aCallSaysWhatItWantsAtOnce() throws IOException {
        ImportIntent dryRun = new ImportIntent.DryRun();
        ImportIntent commit = new ImportIntent.Commit(Optional.empty());
        ExtractRequest extract = extract();
        Optional<RoundId> none = Optional.empty();

        String basis =
                service.takeResults(spending("85"), none, dryRun, ImportProgress.NONE).basis();
        service.takeExtract(extract, dryRun, ImportProgress.NONE);
        assertThat(imports()).isZero();
        long id =
                service.takeResults(spending("60"), none, commit, ImportProgress.NONE)
                        .id()
                        .orElseThrow();
        assertThat(
                        service.takeResults(
                                        spending("85"),
                                        none,
                                        new ImportIntent.Commit(Optional.of(basis)),
                                        ImportProgress.NONE)
                                .status())
                .isEqualTo(Status.REJECTED);
        assertThat(service.takeExtract(extract, commit, ImportProgress.NONE).report().status())
                .isEqualTo(Status.COMMITTED);
        assertThat(service.takeBack(id, "", dryRun).orElseThrow().status())
                .isEqualTo(Status.DRY_RUN);
        assertThat(service.takeBack(id, "", commit).orElseThrow().status())
                .isEqualTo(Status.COMMITTED);
        assertThat(service.takeBack(4711, "", commit)).isEmpty();
        assertThat(imports()).isEqualTo(2);
    }

    @Test
    void aJobDoesTheSameInTheBackgroundForWhoeverBeganIt() throws IOException {
        ImportJobs jobs = context.get(ImportJobs.class);

        ImportOutcome checked =
                jobs.check(spending("85"), Optional.of(ROUND)).await(PATIENCE).orElseThrow();
        ImportOutcome.Finished done =
                (ImportOutcome.Finished)
                        jobs.commit((ImportOutcome.Checked) checked).await(PATIENCE).orElseThrow();
        ExtractRequest request = extract();
        ImportJob ofExtract = jobs.check(request);
        assertThat(ofExtract.upload()).contains(request.file());
        assertThat(ofExtract.await(PATIENCE).orElseThrow())
                .isInstanceOfSatisfying(
                        ImportOutcome.ExtractChecked.class,
                        shown ->
                                assertThat(jobs.commit(shown).await(PATIENCE).orElseThrow())
                                        .isInstanceOf(ImportOutcome.ExtractFinished.class));
        ImportJob undo = jobs.askUndo(done.report().id().orElseThrow());
        assertThat(undo.undoes()).isEqualTo(done.report().id());
        assertThat(undo.await(PATIENCE).orElseThrow())
                .isInstanceOfSatisfying(
                        ImportOutcome.UndoAsked.class,
                        asked ->
                                assertThat(
                                                jobs.undo(asked.report(), "")
                                                        .await(PATIENCE)
                                                        .orElseThrow())
                                        .isInstanceOf(ImportOutcome.Undone.class));
        assertThat(imports()).isEqualTo(2);
    }

    @Test
    void theDayOfAnExtractIsOneOfTheRound() {
        assertThat(dayOfExtract(Optional.of(LocalDate.of(2022, 1, 31)), LocalDate.of(2022, 2, 1)))
                .isEqualTo(LocalDate.of(2022, 1, 31));
        assertThat(dayOfExtract(Optional.of(LocalDate.of(2023, 1, 31)), LocalDate.of(2022, 2, 1)))
                .isEqualTo(LocalDate.of(2022, 2, 1));
        assertThat(dayOfExtract(Optional.empty(), LocalDate.of(2020, 2, 1)))
                .isEqualTo(SignedAgreement.get().firstDay());
        assertThat(dayOfExtract(Optional.empty(), LocalDate.of(2030, 2, 1)))
                .isEqualTo(SignedAgreement.get().lastDay());
    }

    private LocalDate dayOfExtract(Optional<LocalDate> chosen, LocalDate today) {
        return ExtractChoice.of(
                        Sources.find("bpm").orElseThrow(),
                        context.get(ScoreboardQuery.class).find(ROUND).orElseThrow(),
                        chosen,
                        Optional.of(DistrictCode.of("9999")),
                        today)
                .asOf();
    }
}
