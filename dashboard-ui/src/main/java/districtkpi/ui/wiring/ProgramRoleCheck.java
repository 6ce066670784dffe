package districtkpi.ui.wiring;

import districtkpi.db.DatabaseOwner;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Says so where the program works as the owner of its tables, because nobody made its role. */
@Component
class ProgramRoleCheck {

    private static final Logger log = LoggerFactory.getLogger(ProgramRoleCheck.class);

    private final DataSource dataSource;

    ProgramRoleCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        String role =
                Objects.toString(
                        new JdbcTemplate(dataSource)
                                .queryForObject("select current_user::text", String.class));
        if (!role.equals(DatabaseOwner.PROGRAM_ROLE)) {
            log.warn(
                    "The program works as {}, which could change what was recorded. Let somebody who"
                            + " may make roles run: create role {} nologin; grant {} to {}; and start"
                            + " again.",
                    role,
                    DatabaseOwner.PROGRAM_ROLE,
                    DatabaseOwner.PROGRAM_ROLE,
                    role);
        }
    }
}
