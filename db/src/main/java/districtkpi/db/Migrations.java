package districtkpi.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

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
        configuration(dataSource).load().migrate();
    }

    /**
     * Runs the steps up to one and no further on an empty database, so that it gets the form that
     * another had; who may do what is said by the last {@link #run}.
     *
     * @param version of the last step
     * @return whether the database was empty; if it was not, some or all steps had been run before
     * @throws org.flywaydb.core.api.FlywayException if a step fails
     */
    public static boolean runUntil(DataSource dataSource, String version) {
        MigrateResult result =
                configuration(dataSource)
                        // One that is not known here is for the caller to find out.
                        .target(version + "?")
                        // They name tables of later steps.
                        .skipDefaultCallbacks(true)
                        .load()
                        .migrate();
        return result.initialSchemaVersion == null || result.initialSchemaVersion.isEmpty();
    }

    /** Takes back all that was made in a database that had been empty. */
    public static void removeAll(DataSource dataSource) {
        configuration(dataSource).cleanDisabled(false).load().clean();
    }

    private static FluentConfiguration configuration(DataSource dataSource) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration");
    }
}
