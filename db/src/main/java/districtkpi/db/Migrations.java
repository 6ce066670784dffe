package districtkpi.db;

import districtkpi.db.text.DatabaseTexts;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.output.ValidateOutput;

/** The steps, {@code db/migration/V….sql}, that bring a database to the form of this program. */
public final class Migrations {

    /** The oldest major version of PostgreSQL that this program works with. */
    static final int OLDEST_POSTGRESQL = 18;

    /**
     * What is not a step of another program: those of this one that the database has yet to see.
     */
    private static final String PENDING = "*:pending";

    private Migrations() {}

    /**
     * Runs the steps that the database has not seen yet, each in a transaction.
     *
     * @throws DatabaseRefusedException if the database does not answer, is of a PostgreSQL that is
     *     too old, or was brought to another form by another program
     * @throws org.flywaydb.core.api.FlywayException if a step fails
     */
    public static void run(DataSource dataSource) {
        requirePostgresql(dataSource);
        Flyway flyway = configuration(dataSource).ignoreMigrationPatterns(PENDING).load();
        foreign(flyway)
                .ifPresent(refusal -> {
                    throw refusal;
                });
        flyway.migrate();
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

    private static void requirePostgresql(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData server = connection.getMetaData();
            tooOld(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion())
                    .ifPresent(refusal -> {
                        throw refusal;
                    });
        } catch (SQLException e) {
            throw new DatabaseRefusedException(
                    DatabaseTexts.text("database.unreachable", String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Refuses a PostgreSQL that is too old.
     *
     * @param version as the server says it
     */
    static Optional<DatabaseRefusedException> tooOld(int major, String version) {
        return major >= OLDEST_POSTGRESQL
                ? Optional.empty()
                : Optional.of(
                        new DatabaseRefusedException(
                                DatabaseTexts.text(
                                        "database.too-old", OLDEST_POSTGRESQL, version)));
    }

    /** Refuses a database that has run steps which this program does not have, or has otherwise. */
    private static Optional<DatabaseRefusedException> foreign(Flyway flyway) {
        List<ValidateOutput> invalid = flyway.validateWithResult().invalidMigrations;
        if (invalid.isEmpty()) {
            return Optional.empty();
        }
        MigrationVersion newest =
                Arrays.stream(flyway.info().all())
                        .filter(step -> step.getScript().startsWith("V"))
                        .filter(step -> step.getState().isResolved())
                        .map(MigrationInfo::getVersion)
                        .max(MigrationVersion::compareTo)
                        .orElse(MigrationVersion.EMPTY);
        boolean newer =
                invalid.stream()
                        .allMatch(step ->
                                step.version != null
                                        && MigrationVersion.fromVersion(step.version)
                                                .isNewerThan(newest));
        String steps =
                invalid.stream()
                        .map(step -> step.version == null ? step.description : step.version)
                        .collect(Collectors.joining(", "));
        return Optional.of(newer ? newer(steps) : other(steps));
    }

    private static DatabaseRefusedException newer(String steps) {
        return new DatabaseRefusedException(DatabaseTexts.text("database.newer", steps));
    }

    private static DatabaseRefusedException other(String steps) {
        return new DatabaseRefusedException(DatabaseTexts.text("database.other", steps));
    }
}
