package districtkpi.db.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.account.SignedIn;
import districtkpi.db.testing.DatabaseContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailIT {

    private static final String NOT_PERMITTED = "42501";

    private static DatabaseContext database;
    private static AuditTrail audit;

    @BeforeAll
    static void start() {
        database = new DatabaseContext();
        audit = database.get(AuditTrail.class);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void keepsWhoDidWhatWithWhatWasSoBeforeAndAfter() {
        Account account =
                database.inTransaction(() ->
                        database.get(AccountRepository.class)
                                .add(
                                        AccountData.of(AccountName.of("audited"), "", Role.ANALYST),
                                        new NewPassword("{noop}x", false),
                                        false));
        audit.record(
                AuditAction.ACCOUNT_CHANGED,
                "account somebody",
                Map.of("role", "analyst"),
                Map.of("role", "planner", "unit", "\"quoted\", {and} \\ more"));
        audit.recordOf(SignedIn.of(account), AuditAction.SIGNED_IN, "account audited", Map.of());

        List<AuditEntry> newest = audit.findNewest(AuditFilter.ALL, Long.MAX_VALUE, 2);

        assertThat(newest.getFirst().account()).contains(AccountName.of("audited"));
        assertThat(newest.getFirst().accountRole()).contains(Role.ANALYST);
        assertThat(newest.getFirst().after()).isEmpty();
        assertThat(newest.getLast().account()).isEmpty();
        assertThat(newest.getLast().before()).containsExactly(Map.entry("role", "analyst"));
        assertThat(newest.getLast().after()).containsEntry("unit", "\"quoted\", {and} \\ more");
        assertThat(
                        audit.findNewest(
                                new AuditFilter(null, AccountName.of("audited")),
                                Long.MAX_VALUE,
                                10))
                .hasSize(1);
        assertThat(
                        audit.findNewest(
                                new AuditFilter(AuditAction.ACCOUNT_CHANGED, null),
                                newest.getLast().id(),
                                10))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set subject = 'other'",
                "delete from audit",
                "truncate audit",
                "update measurement set value = 1",
                "delete from measurement",
                "truncate measurement",
                "update import set file = 'other'",
                "delete from account",
                "alter table audit disable trigger audit_append_only",
                "drop table audit",
                "delete from flyway_schema_history"
            })
    void theProgramsRoleMayNotChangeWhatWasRecorded(String command) throws SQLException {
        try (Connection connection = database.get(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(command))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(NOT_PERMITTED));
        }
    }

    /** Whoever owns the tables is stopped by the triggers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set subject = 'other'",
                "delete from audit",
                "truncate audit",
                "update measurement set value = 1",
                "delete from measurement"
            })
    void norIsItChangedByWhoOwnsTheTables(String command) {
        assertThatThrownBy(() -> database.execute(command))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }
}
