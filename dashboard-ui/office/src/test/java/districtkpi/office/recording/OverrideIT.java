package districtkpi.office.recording;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.publication.SignOff;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.Publishing;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.importer.ImportFile;
import districtkpi.importer.result.ResultImportService;
import districtkpi.office.recording.OverrideService.Shown;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.scoring.IndicatorScore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Levels that planners set, on a real database, on 1 April 2022 in Bangkok. */
class OverrideIT {

    private static final RoundId ROUND = new RoundId(2565, 1);
    private static final IndicatorId T1 = IndicatorId.of("T1");
    private static final String REASON = "หนังสือกรม ที่ มท 0402/123";

    private static TestDatabase database;
    private static RecordingContext context;
    private static OverrideService service;
    private static SignedIn planner;

    @BeforeAll
    static void openTheRound() {
        database = TestDatabase.create();
        context = new RecordingContext(database.dataSource());
        context.open();
        service = context.get(OverrideService.class);
        planner = context.addPlanner("coordination", UnitId.of("coordination"));
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    /** Reports spending, which gives level 3, and signs the planner in. */
    private static DistrictCode reported(String district) {
        context.signIn(planner);
        context.get(ResultImportService.class)
                .commit(
                        new ImportFile(
                                "results-" + district + ".csv",
                                ("round,district,indicator,measure,value,of,as_of\n2565-1,"
                                                + district
                                                + ",T1,spending,81,100,2022-03-31\n")
                                        .getBytes(StandardCharsets.UTF_8)),
                        Optional.empty());
        return DistrictCode.of(district);
    }

    private static IndicatorScore score(DistrictCode district) {
        return context.get(ScoreboardQuery.class)
                .find(ROUND)
                .orElseThrow()
                .ranking()
                .row(district)
                .orElseThrow()
                .scorecard()
                .line(T1)
                .score();
    }

    private static LevelOverride inForce(DistrictCode district) {
        return score(district).overridden().orElseThrow().override();
    }

    private static Shown shown(DistrictCode district) {
        return Shown.of(score(district));
    }

    /** What whoever reads the database directly finds. */
    private static String stored(DistrictCode district) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select status || ' ' || level from score where indicator = 'T1'"
                                        + " and district_code = '%s'".formatted(district))) {
            found.next();
            return found.getString(1);
        }
    }

    @Test
    void theLevelThatWasSetCountsUntilItIsWithdrawn() throws SQLException {
        DistrictCode district = reported("4301");
        assertThat(stored(district)).isEqualTo("SCORED 3");

        service.set(ROUND, district, T1, shown(district), 5, " " + REASON + " ");
        assertThat(score(district).lowestLevel()).hasValue(5);
        assertThat(score(district).computed().lowestLevel()).hasValue(3);
        assertThat(inForce(district).reason()).isEqualTo(REASON);
        assertThat(inForce(district).by()).isEqualTo("coordination");
        assertThat(inForce(district).at()).isEqualTo("2022-03-31T17:30:00Z");
        assertThat(stored(district)).isEqualTo("SCORED 5");

        service.set(ROUND, district, T1, shown(district), 4, "ทบทวนแล้ว");
        assertThat(score(district).lowestLevel()).hasValue(4);

        service.withdraw(ROUND, district, T1, shown(district), "หนังสือถูกยกเลิก");
        assertThat(score(district).overridden()).isEmpty();
        assertThat(score(district).lowestLevel()).hasValue(3);
        assertThat(stored(district)).isEqualTo("SCORED 3");
        assertThat(context.get(AuditTrail.class).findNewest(AuditFilter.ALL, Long.MAX_VALUE, 3))
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.OVERRIDE_WITHDRAWN,
                        AuditAction.OVERRIDDEN,
                        AuditAction.OVERRIDDEN);
    }

    @Test
    void onlyWhoeverAnswersForTheIndicatorSetsALevelAndSaysWhy() {
        DistrictCode district = reported("4302");
        assertRefused(Reason.NO_REASON, () -> set(district, 5, " "));
        assertRefused(Reason.PERSONAL_NUMBER, () -> set(district, 5, "ตาม 1-2345-67890-12-3"));
        assertRefused(
                Reason.TOO_LONG, () -> set(district, 5, "x".repeat(ReasonText.MAX_LENGTH + 1)));
        assertRefused(Reason.UNKNOWN, () -> set(district, 6, REASON));
        assertRefused(Reason.NO_LEVEL, () -> set(DistrictCode.of("4317"), 5, REASON));
        context.signIn(context.addPlanner("strategy", UnitId.of("strategy")));
        assertRefused(Reason.NOT_YOURS, () -> set(district, 5, REASON));
        context.signIn(context.addDistrict("office-4302", district));
        assertRefused(Reason.NOT_YOURS, () -> set(district, 5, REASON));
        assertThat(score(district).overridden()).isEmpty();
    }

    private static void set(DistrictCode district, int level, String reason) {
        service.set(
                ROUND,
                district,
                T1,
                new Shown(OptionalLong.empty(), score(district).computed().countingLevel()),
                level,
                reason);
    }

    @Test
    void whoDidNotSeeWhatAnotherSetIsRefused() {
        DistrictCode district = reported("4305");
        set(district, 5, REASON);
        Shown first = shown(district);
        assertRefused(Reason.INDICATOR_MOVED, () -> set(district, 4, REASON));
        service.set(ROUND, district, T1, first, 4, REASON);
        assertRefused(
                Reason.INDICATOR_MOVED, () -> service.withdraw(ROUND, district, T1, first, "ผิด"));
        assertThat(score(district).lowestLevel()).hasValue(4);

        Shown second = shown(district);
        context.get(ResultImportService.class)
                .commit(
                        new ImportFile(
                                "later.csv",
                                """
                                round,district,indicator,measure,value,of,as_of
                                2565-1,4305,T1,spending,95,100,2022-03-31
                                """
                                        .getBytes(StandardCharsets.UTF_8)),
                        Optional.empty());
        assertRefused(
                Reason.NOT_AS_SHOWN, () -> service.withdraw(ROUND, district, T1, second, "ผิด"));
        assertRefused(
                Reason.NOT_AS_SHOWN, () -> service.set(ROUND, district, T1, second, 2, "ผิด"));
        service.withdraw(ROUND, district, T1, shown(district), "ผิด");
        assertThat(score(district).lowestLevel()).hasValue(5);
    }

    @Test
    void aRoundThatWasSignedOffKeepsItsLevels() {
        DistrictCode district = reported("4307");
        set(district, 5, REASON);
        Publishing publishing = Publishing.in(context::get);
        SignOff signOff = publishing.close(ROUND);
        try {
            assertRefused(
                    Reason.SIGNED_OFF,
                    () -> service.withdraw(ROUND, district, T1, shown(district), "ผิด"));
            assertRefused(
                    Reason.SIGNED_OFF,
                    () -> service.set(ROUND, district, T1, shown(district), 4, REASON));
        } finally {
            publishing.reopen(signOff);
        }
    }
}
