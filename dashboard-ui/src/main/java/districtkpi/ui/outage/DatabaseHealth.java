package districtkpi.ui.outage;

import districtkpi.db.outage.DatabaseWatch;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the database answers, within a second. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final DatabaseWatch database;

    DatabaseHealth(DatabaseWatch database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return answers() ? Health.up().build() : Health.down().build();
    }

    /** At once where it is known to be away. */
    boolean answers() {
        return database.answers(PATIENCE);
    }
}
