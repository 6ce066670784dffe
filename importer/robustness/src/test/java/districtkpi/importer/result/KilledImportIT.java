package districtkpi.importer.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.testing.TestDatabase;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A commit that dies half-way. It is held up where its figures are written and its scores are not
 * yet, by a lock on the table of scores, and killed there.
 */
class KilledImportIT {

    private static final String READY = "ready";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ImportFile file = RoundFile.of("2565-1", "2022-03-15", 1);

    private TestDatabase database;
    private ImportContext context;

    @BeforeEach
    void openRound() {
        database = TestDatabase.create();
        context = new ImportContext(database.dataSource());
        context.open("2565-1");
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    /** The process that imports, given the database and the file. */
    static final class Importer {

        private Importer() {}

        public static void main(String[] arguments) throws IOException {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(arguments[0]);
            dataSource.setUser(arguments[1]);
            dataSource.setPassword(arguments[2]);
            Path path = Path.of(arguments[3]);
            try (ImportContext context = new ImportContext(dataSource)) {
                // Its start looks at every table too, and must not be held up.
                System.out.println(READY);
                System.in.read();
                ImportReport report =
                        context.service()
                                .commit(
                                        new ImportFile("results.csv", Files.readAllBytes(path)),
                                        Optional.empty());
                System.out.println(report.status());
            }
        }
    }

    @Test
    void leavesNothingBehindIfTheProcessIsKilled(@TempDir Path folder) throws Exception {
        Path path = Files.write(folder.resolve("results.csv"), file.content());
        Path output = folder.resolve("output.txt");
        Process importer = startImporter(path, output);
        waitUntilReady(importer, output);
        String before = Tables.text(database.dataSource());
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table score in access exclusive mode");
            try {
                importer.getOutputStream().close();
                waitUntilHeldUp(output);
            } finally {
                importer.destroyForcibly();
            }
            assertThat(importer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(importer.exitValue()).as("killed").isNotZero();
            holder.rollback();
        }

        waitUntilAlone();
        assertThat(Tables.text(database.dataSource())).isEqualTo(before);
        assertCanBeImported();
    }

    @Test
    void leavesNothingBehindIfTheConnectionIsCut() throws Exception {
        String before = Tables.text(database.dataSource());
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table score in access exclusive mode");
            Future<ImportReport> report =
                    thread.submit(() -> context.service().commit(file, Optional.empty()));
            int process = waitUntilHeldUp(null);
            statement.execute(
                    String.format(Locale.ROOT, "select pg_terminate_backend(%d)", process));
            holder.rollback();

            assertThatThrownBy(report::get).isInstanceOf(ExecutionException.class);
        }

        waitUntilAlone();
        assertThat(Tables.text(database.dataSource())).isEqualTo(before);
        assertCanBeImported();
    }

    private void assertCanBeImported() {
        ImportReport report = context.service().commit(file, Optional.empty());

        assertThat(report.status()).isEqualTo(Status.COMMITTED);
        assertThat(report.created()).isEqualTo(252);
    }

    private Process startImporter(Path path, Path output) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Importer.class.getName(),
                                database.jdbcUrl(),
                                database.username(),
                                database.password(),
                                path.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static void waitUntilReady(Process importer, Path output) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.readString(output).contains(READY)) {
            if (!importer.isAlive() || Instant.now().isAfter(end)) {
                importer.destroyForcibly();
                throw new AssertionError("It did not start: " + Files.readString(output));
            }
            Thread.sleep(50);
        }
    }

    /**
     * Waits until a transaction has written figures and waits for the scores.
     *
     * @return the process id of its server process
     */
    private int waitUntilHeldUp(@Nullable Path output) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet waiting =
                            statement.executeQuery(
                                    """
                                    select wanted.pid
                                    from pg_locks wanted
                                    join pg_locks written on written.pid = wanted.pid
                                    where not wanted.granted
                                        and wanted.relation = 'score'::regclass
                                        and written.granted
                                        and written.relation = 'measurement'::regclass
                                        and written.mode = 'RowExclusiveLock'
                                    """)) {
                if (waiting.next()) {
                    return waiting.getInt(1);
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError(
                "No import got to its scores; it said: "
                        + (output == null ? "" : Files.readString(output)));
    }

    /** The server notices a dead client only when it next writes to it. */
    private void waitUntilAlone() throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet others =
                            statement.executeQuery(
                                    """
                                    select count(*) from pg_stat_activity
                                    where datname = current_database() and xact_start is not null
                                        and pid <> pg_backend_pid()
                                    """)) {
                others.next();
                if (others.getInt(1) == 0) {
                    return;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("A transaction of the dead import goes on");
    }
}
