package districtkpi.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The steps, {@code db/migration/V….sql}, that bring a database to the form of this program. */
public final class Migrations {

    private Migrations() {}

    /**
     * Runs the steps that the database has not seen yet, each in a transaction.
     *
     * @throws org.flywaydb.core.api.FlywayException if a step fails, or if one that was run before
     *     reads differently now
     */
    public static void run(DataSource dataSource) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
