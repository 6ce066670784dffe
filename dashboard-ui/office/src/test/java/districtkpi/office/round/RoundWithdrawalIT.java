package districtkpi.office.round;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.account.SignedIn;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.db.withdrawal.RoundContents;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.importer.source.Sources;
import districtkpi.office.importing.ExtractChoice;
import districtkpi.office.importing.ImportIntent;
import districtkpi.office.importing.ImportService;
import districtkpi.office.publication.PublicationService;
import districtkpi.office.recording.RecordingContext;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.office.testing.SignedAgreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Withdrawing a round on a real database, as the role that the program works as. */
class RoundWithdrawalIT {

    private static final RoundId RIGHT = new RoundId(2565, 1);
    private static final RoundId WRONG = new RoundId(2655, 1);
    private static final String HEADER = "district,indicator,measure,value,of,as_of\n";
    private static final ImportIntent COMMIT = new ImportIntent.Commit(Optional.empty());
    private static final String WHY = "เปิดปีผิด";

    @TempDir private Path folder;

    private TestDatabase database;
    private RecordingContext context;
    private ImportService importing;
    private RoundWithdrawal withdrawal;
    private SignedIn administrator;

    @BeforeEach
    void openTheRightRound() {
        database = TestDatabase.create();
        context =
                new RecordingContext(database.programDataSource(), database.dataSource(), Map.of());
        context.open();
        importing = context.get(ImportService.class);
        withdrawal = context.get(RoundWithdrawal.class);
        administrator = context.addAdministrator("administrator");
        context.signIn(administrator);
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    private void openTheWrongRound() {
        ImportReport report =
                importing.takeAgreement(
                        new ImportFile(
                                "2655-1.yaml",
                                SignedAgreement.document()
                                        .replace("round: 2565-1", "round: 2655-1")
                                        .getBytes(UTF_8)),
                        COMMIT);
        assertThat(report.status()).isEqualTo(Status.COMMITTED);
    }

    private static ImportFile results(String rows) {
        return new ImportFile("results.csv", (HEADER + rows).getBytes(UTF_8));
    }

    private static ImportFile spending(String baht) {
        return results("4301,T1,spending," + baht + ",100,2022-03-31\n");
    }

    private ImportReport take(ImportFile file, RoundId round) {
        return importing.takeResults(file, Optional.of(round), COMMIT, ImportProgress.NONE);
    }

    private void takeBack(ImportReport report) {
        assertThat(importing.takeBack(report.id().orElseThrow(), "", COMMIT)).isPresent();
    }

    private ImportReport takeExtract(RoundId round) throws IOException {
        Path bpm = Files.createTempFile(folder, "bpm", ".csv");
        Files.writeString(
                bpm,
                """
                อำเภอ,กิจกรรม,ดำเนินการเมื่อ,วันที่บันทึก
                4317,ประชุม,1/2/2565,5/2/2565
                4317,อบรม,2/2/2565,5/2/2565
                """);
        ExtractRequest request =
                ExtractChoice.of(
                                Sources.find("bpm").orElseThrow(),
                                context.get(ScoreboardQuery.class).find(round).orElseThrow(),
                                Optional.of(LocalDate.of(2022, 3, 31)),
                                Optional.empty(),
                                LocalDate.of(2022, 4, 1))
                        .request(bpm, "bpm.csv");
        return importing.takeExtract(request, COMMIT, ImportProgress.NONE).report();
    }

    private void execute(DataSource as, String command) throws SQLException {
        try (Connection connection = as.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** What offices do around the figures of a round, of every kind that is kept. */
    private void work(RoundId round) throws SQLException {
        execute(
                database.dataSource(),
                """
                insert into officer (district_code, post, name, retired, version)
                values ('4301', 'นักวิชาการ', 'คนที่หนึ่ง', false, 1);
                insert into agreement_acknowledgement values ('ROUND', 1, '4301', now(), null);
                insert into officer_draft
                select 'ROUND', officer_id, 'P1', 40, 5, '' from officer;
                insert into officer_sheet (round_id, officer_id, version, agreement_version, post,
                    name, handed_over_at)
                select 'ROUND', officer_id, 1, 1, post, name, now() from officer;
                insert into officer_sheet_line
                select officer_sheet_id, 'P1', 100, 5, '' from officer_sheet;
                insert into officer_sheet_acknowledgement
                select officer_sheet_id, '2022-03-31', now(), null from officer_sheet;
                insert into recording_draft
                values ('ROUND', '4301', 'T1', 'spending.value', '1', 1, now(), null);
                insert into review_step (round_id, district_code, indicator, action, happened_at,
                    note, import_id, brought_import_id)
                select 'ROUND', '4301', 'T1', 'submitted', now(), '', max(import_id), max(import_id)
                from import_round where round_id = 'ROUND';
                insert into review_step (round_id, district_code, indicator, action, happened_at,
                    note, hand_in_id)
                select 'ROUND', '4301', 'T1', 'accepted', now(), '', review_step_id
                from review_step;
                insert into review_step (round_id, district_code, indicator, action, happened_at,
                    note, hand_in_id, takes_back)
                select 'ROUND', '4301', 'T1', 'taken-back', now(), '', hand_in_id, review_step_id
                from review_step where action = 'accepted';
                insert into handed_in_text
                select min(review_step_id), 'note', 'x' from review_step;
                insert into evidence (round_id, district_code, indicator, file, media_type, content,
                    received_at)
                values ('ROUND', '4301', 'T1', 'a.pdf', 'application/pdf', 'x', now());
                insert into evidence_withdrawal select evidence_id, now(), null from evidence;
                insert into submission_step (round_id, district_code, action, received_on, note,
                    happened_at)
                values ('ROUND', '4301', 'received', '2022-03-31', '', now());
                insert into reminder (round_id, district_code, email, started_at)
                values ('ROUND', '4301', 'a@example.org', now());
                insert into reminder_outcome select reminder_id, now(), null from reminder;
                insert into level_override (round_id, district_code, indicator, level, reason, set_at)
                values ('ROUND', '4301', 'T1', 5, 'x', now());
                insert into level_override_end
                select level_override_id, now(), 'x', null from level_override;
                insert into laboratory_draft (account_id, round_id, name, draft, kept_at)
                select account_id, 'ROUND', 'x', 'x', now() from account;
                """
                        .replace("ROUND", round.toString()));
    }

    /** The rows of each table. */
    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found =
                    statement.executeQuery(
                            "select table_name from information_schema.tables where table_schema ="
                                    + " 'public' and table_type = 'BASE TABLE'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery("select count(*) from " + table)) {
                    found.next();
                    rows.put(table, found.getLong(1));
                }
            }
        }
        return rows;
    }

    private void withdraw() {
        withdrawal.withdraw(WRONG, withdrawal.ask(WRONG), "2655-1", WHY);
    }

    private boolean isThere(RoundId round) {
        return context.get(AgreementRepository.class).findInForce(round).isPresent();
    }

    @Test
    void allOfItGoesAndEverythingElseIsAsItWas() throws Exception {
        take(spending("60"), RIGHT);
        Map<String, Long> before = rows();
        openTheWrongRound();
        ImportReport first = take(spending("85"), WRONG);
        takeBack(first);
        take(spending("85"), WRONG);
        take(
                results(
                        """
                        4301,T1,spending,85,100,2022-03-31
                        4302,T1,spending,70,100,2022-03-31
                        """),
                WRONG);
        takeExtract(WRONG);
        work(WRONG);

        withdraw();

        Map<String, Long> after = rows();
        // The audit remains, and an officer is the district's.
        List.of("audit", "officer")
                .forEach(table -> {
                    before.remove(table);
                    after.remove(table);
                });
        assertThat(after).isEqualTo(before);
        assertThat(isThere(WRONG)).isFalse();
        assertThat(context.get(ScoreboardQuery.class).find(WRONG)).isEmpty();
        assertThat(withdrawal.wasWithdrawn(WRONG)).isTrue();
        assertThat(withdrawal.wasWithdrawn(RIGHT)).isFalse();
    }

    @Test
    void theAuditKeepsWhoWhyAndWhatItWas() throws Exception {
        openTheWrongRound();
        take(spending("85"), WRONG);
        work(WRONG);
        RoundContents contents = withdrawal.ask(WRONG);

        withdraw();

        AuditEntry entry =
                context.get(AuditTrail.class)
                        .findNewest(
                                new AuditFilter(AuditAction.ROUND_WITHDRAWN, null),
                                Long.MAX_VALUE,
                                10)
                        .getFirst();
        assertThat(entry.subject()).isEqualTo("round 2655-1");
        assertThat(entry.after()).isEqualTo(Map.of("reason", WHY));
        assertThat(entry.before())
                .containsEntry(
                        "agreements",
                        "2655-1.yaml (" + contents.agreements().getFirst().sha256() + ")")
                .containsEntry("files", "results.csv (" + spending("85").sha256() + ")")
                .containsEntry("figures", "1")
                .containsEntry("overrides", "1")
                .containsEntry("receipts", "1")
                .containsEntry("sheets", "1")
                .containsEntry("evidence", "1");
        assertThat(entry.toString()).contains("administrator");
        // That it was opened is not forgotten either.
        assertThat(
                        context.get(AuditTrail.class)
                                .findNewest(
                                        new AuditFilter(AuditAction.AGREED, null),
                                        Long.MAX_VALUE,
                                        10))
                .extracting(AuditEntry::subject)
                .contains("round 2655-1");
    }

    @Test
    void itsFilesCanBeHandedInToTheRightRound() throws Exception {
        openTheWrongRound();
        take(spending("85"), WRONG);
        takeExtract(WRONG);

        withdraw();

        ImportReport again = take(spending("85"), RIGHT);
        assertThat(again.status()).isEqualTo(Status.COMMITTED);
        assertThat(again.created()).isEqualTo(1);
        assertThat(takeExtract(RIGHT).created()).isPositive();
        // The wrong one can be opened once more, for good.
        openTheWrongRound();
        assertThat(take(spending("70"), WRONG).created()).isEqualTo(1);
    }

    /** It was noticed earlier: the import was undone, and the same file went to the right round. */
    @Test
    void theSameFileInTheRightRoundStaysWithItsUndos() throws Exception {
        openTheWrongRound();
        takeBack(take(spending("85"), WRONG));
        ImportReport moved = take(spending("85"), RIGHT);
        takeBack(moved);
        takeBack(take(spending("85"), WRONG));
        ImportReport last = take(spending("85"), RIGHT);
        assertThat(last.created()).isEqualTo(1);

        withdraw();

        assertThat(take(spending("85"), RIGHT).created()).isZero();
        takeBack(last);
        assertThat(take(spending("85"), RIGHT).created()).isEqualTo(1);
        assertThat(rows()).containsEntry("import", 3L).containsEntry("undo", 2L);
    }

    @Test
    void onlyAnAdministratorDoesAndOnlyWithTheRoundAndAReason() {
        openTheWrongRound();
        RoundContents shown = withdrawal.ask(WRONG);

        assertRefused(
                Reason.OTHER_ROUND_TYPED, () -> withdrawal.withdraw(WRONG, shown, "2565-1", WHY));
        assertRefused(Reason.NO_REASON, () -> withdrawal.withdraw(WRONG, shown, "2655-1", " "));
        assertRefused(Reason.UNKNOWN, () -> withdrawal.ask(new RoundId(2599, 1)));
        for (SignedIn somebody :
                List.of(
                        context.addDirector("director"),
                        context.addAnalyst("analyst"),
                        context.addDistrict("district", DistrictCode.of("4301")))) {
            context.signIn(somebody);
            assertRefused(Reason.NOT_YOURS, () -> withdrawal.ask(WRONG));
            assertRefused(Reason.NOT_YOURS, () -> withdrawal.withdraw(WRONG, shown, "2655-1", WHY));
        }
        assertThat(isThere(WRONG)).isTrue();
    }

    @Test
    void whatCameInSinceItWasShownKeepsIt() {
        openTheWrongRound();
        RoundContents shown = withdrawal.ask(WRONG);
        take(spending("85"), WRONG);

        assertRefused(Reason.NOT_AS_SHOWN, () -> withdrawal.withdraw(WRONG, shown, "2655-1", WHY));
        withdraw();
        assertRefused(Reason.UNKNOWN, () -> withdrawal.withdraw(WRONG, shown, "2655-1", WHY));
    }

    @Test
    void whatWasPublishedStays() {
        openTheWrongRound();
        take(spending("85"), WRONG);
        context.get(PublicationService.class).publish(WRONG, "", Optional.empty());

        assertRefused(Reason.ROUND_PUBLISHED, this::withdraw);
        assertRefusedByTheDatabase("was published");
        assertThat(isThere(WRONG)).isTrue();
    }

    @Test
    void theOnlyRoundStays() {
        assertRefused(
                Reason.ONLY_ROUND,
                () -> withdrawal.withdraw(RIGHT, withdrawal.ask(RIGHT), "2565-1", WHY));
        assertThatThrownBy(() ->
                        execute(database.programDataSource(), "select withdraw_round('2565-1')"))
                .hasMessageContaining("the only one");
    }

    @Test
    void aFileWithFiguresOfOtherRoundsIsUndoneFirst() throws SQLException {
        openTheWrongRound();
        ImportReport both =
                importing.takeResults(
                        new ImportFile(
                                "both.csv",
                                ("round,"
                                                + HEADER
                                                + "2655-1,4301,T1,spending,85,100,2022-03-31\n"
                                                + "2565-1,4301,T1,spending,85,100,2022-03-31\n")
                                        .getBytes(UTF_8)),
                        Optional.empty(),
                        COMMIT,
                        ImportProgress.NONE);
        assertThat(withdrawal.ask(WRONG).sharedFiles())
                .containsExactly("#" + both.id().orElseThrow() + " both.csv");

        assertRefused(Reason.FILES_OF_OTHER_ROUNDS, this::withdraw);
        assertRefusedByTheDatabase("figures of other rounds");
        takeBack(both);
        withdraw();

        assertThat(rows())
                .containsEntry("import", 1L)
                .containsEntry("measurement", 1L)
                .containsEntry("undo", 1L);
    }

    private void assertRefusedByTheDatabase(String why) {
        assertThatThrownBy(() ->
                        execute(database.programDataSource(), "select withdraw_round('2655-1')"))
                .hasMessageContaining(why);
    }

    /** The program's role is given that one way, and no other. */
    @Test
    void nothingElseCanBeDeletedByTheProgramNorAnythingBySettingWhatTheWaySets() {
        openTheWrongRound();
        for (String command :
                List.of(
                        "delete from measurement",
                        "delete from import",
                        "delete from audit",
                        "delete from agreement",
                        "update round set round_id = '2655-2'",
                        "update import set after_undo = null")) {
            assertThatThrownBy(() ->
                            execute(
                                    database.programDataSource(),
                                    "set district_kpi.withdrawing = 'on'; " + command))
                    .as(command)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> execute(database.dataSource(), "delete from audit"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() ->
                        execute(
                                database.scopedDataSource(() -> Optional.of(districtAccount())),
                                "select withdraw_round('2655-1')"))
                .hasMessageContaining("permission denied");
        assertThat(isThere(WRONG)).isTrue();
    }

    private SignedIn districtAccount() {
        return context.addDistrict("office", DistrictCode.of("4301"));
    }

    /** Whoever works in the round meanwhile is waited for, and hears that it is gone after that. */
    @Test
    void anImportThatWaitedForItIsToldThatTheRoundIsUnknown() throws Exception {
        openTheWrongRound();
        RoundContents shown = withdrawal.ask(WRONG);
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from round where round_id = '2655-1' for no key update");
            CompletableFuture<Void> withdrawn =
                    CompletableFuture.runAsync(
                            () -> withdrawal.withdraw(WRONG, shown, "2655-1", WHY),
                            task -> new Thread(task).start());
            awaitWaiting(1);
            CompletableFuture<ImportReport> imported =
                    CompletableFuture.supplyAsync(
                            () -> take(spending("85"), WRONG), task -> new Thread(task).start());
            awaitWaiting(2);
            CompletableFuture<Reason> published =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    context.get(PublicationService.class)
                                            .publish(WRONG, "", Optional.empty());
                                } catch (Refused refused) {
                                    return refused.reason();
                                }
                                throw new AssertionError("Published");
                            },
                            task -> new Thread(task).start());
            awaitWaiting(3);
            other.rollback();
            withdrawn.get(20, TimeUnit.SECONDS);
            assertThat(published.get(20, TimeUnit.SECONDS)).isEqualTo(Reason.UNKNOWN);
            ImportReport report = imported.get(20, TimeUnit.SECONDS);
            assertThat(report.status()).isEqualTo(Status.REJECTED);
            assertThat(report.issues()).anyMatch(issue -> issue.code().equals("UNKNOWN_ROUND"));
        }
        assertThat(isThere(WRONG)).isFalse();
    }

    private void awaitWaiting(int sessions) throws SQLException, InterruptedException {
        for (int look = 0; look < 400; look++) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet found =
                            statement.executeQuery(
                                    "select count(*) from pg_stat_activity where datname ="
                                            + " current_database() and wait_event_type = 'Lock'")) {
                found.next();
                if (found.getInt(1) >= sessions) {
                    return;
                }
            }
            Thread.sleep(25);
        }
        throw new AssertionError("Nobody waits");
    }
}
