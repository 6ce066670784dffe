package districtkpi.ui.wiring;

import districtkpi.db.DatabaseOwner;
import districtkpi.db.scope.RowScope;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Says so where the program works as the owner of its tables, because nobody made its roles. */
@Component
class ProgramRoleCheck {

    private static final Logger log = LoggerFactory.getLogger(ProgramRoleCheck.class);

    private final JdbcTemplate database;

    ProgramRoleCheck(DataSource dataSource) {
        this.database = new JdbcTemplate(dataSource);
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        warnUnless(
                DatabaseOwner.PROGRAM_ROLE,
                RowScope.inProvince(this::role),
                "could change what was recorded");
        // Nobody is signed in.
        warnUnless(
                DatabaseOwner.DISTRICT_ROLE,
                role(),
                "is not kept from showing a district the rows of another");
    }

    private String role() {
        return Objects.toString(database.queryForObject("select current_user::text", String.class));
    }

    private static void warnUnless(String wanted, String role, String risk) {
        if (!role.equals(wanted)) {
            log.warn(
                    "The program works as {}, which {}. Let somebody who may make roles run: create"
                            + " role {} nologin; grant {} to {}; and start again.",
                    role,
                    risk,
                    wanted,
                    wanted,
                    role);
        }
    }
}
