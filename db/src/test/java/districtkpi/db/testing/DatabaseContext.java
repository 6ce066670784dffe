package districtkpi.db.testing;

import districtkpi.db.DatabaseConfiguration;
import districtkpi.db.DatabaseOwner;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.agreement.AgreementFormat;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.result.ImportKind;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.NewImport;
import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.agreement.RoundId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The repositories on a test database of their own, with the agreements of {@link TestAgreements},
 * at noon of 1 June 2565 in Bangkok.
 */
public final class DatabaseContext implements AutoCloseable {

    private static final AtomicInteger FILE = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database = TestDatabase.create();
    private final AnnotationConfigApplicationContext context;

    /**
     * As the program works for the province: every test shows that its role may do what it has to.
     */
    public DatabaseContext() {
        this(TestDatabase::programDataSource);
    }

    /** As the program works for whoever acts. */
    public static DatabaseContext actingAs(CurrentAccount current) {
        return new DatabaseContext(database -> database.scopedDataSource(current));
    }

    private DatabaseContext(Function<TestDatabase, DataSource> dataSource) {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> dataSource.apply(database));
        context.registerBean(DatabaseOwner.class, () -> new DatabaseOwner(database.dataSource()));
        context.registerBean(
                Clock.class,
                () ->
                        Clock.fixed(
                                Instant.parse("2022-06-01T05:00:00Z"), ZoneId.of("Asia/Bangkok")));
        context.registerBean(AgreementFormat.class, TestAgreements::new);
        context.register(DatabaseConfiguration.class);
        context.refresh();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Runs a step in a transaction, which is committed unless the step throws. */
    public <T> T inTransaction(Supplier<T> step) {
        T result =
                new TransactionTemplate(get(PlatformTransactionManager.class))
                        .execute(_ -> step.get());
        return Objects.requireNonNull(result);
    }

    /** Runs a step in a transaction that is rolled back whatever happens. */
    public void rolledBack(Runnable step) {
        new TransactionTemplate(get(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    step.run();
                });
    }

    /** Opens a round, or adds a version to it. */
    public StoredAgreement agree(String document) {
        return inTransaction(() ->
                get(AgreementRepository.class)
                        .add(
                                new TestAgreements().read(document),
                                "agreement.yaml",
                                document,
                                sha256(document.getBytes(StandardCharsets.UTF_8))));
    }

    /** Commits an import of a file that nobody has imported before. */
    public long commit(NewMeasurement... measurements) {
        return inTransaction(() -> add(measurements));
    }

    /** Adds such an import to the running transaction. */
    public long add(NewMeasurement... measurements) {
        return get(ImportRepository.class).add(newImport(measurements), List.of(measurements));
    }

    public static NewImport newImport(NewMeasurement... measurements) {
        byte[] content = ("file " + FILE.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        Set<RoundId> rounds =
                List.of(measurements).stream()
                        .map(NewMeasurement::round)
                        .collect(Collectors.toUnmodifiableSet());
        return new NewImport(
                ImportKind.RESULTS,
                "results.csv",
                content,
                sha256(content),
                rounds,
                measurements.length,
                measurements.length,
                0,
                0,
                0,
                false);
    }

    /** Runs a statement on a connection of its own, as another program would. */
    public void execute(String command) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The rows of a query on a connection of its own, each as PostgreSQL writes a row. */
    public List<String> rows(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select q::text from (" + query + ") q")) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    /** The plan of a statement of the program, as JSON. */
    public String explain(String query) throws SQLException {
        try (Connection connection = database.programDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("explain (format json) " + query)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Until PostgreSQL says that a transaction waits for a lock. */
    public void awaitWaitingTransaction() {
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (rows("select 1 from pg_locks where not granted").isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("Nobody waits");
                }
                Thread.sleep(20);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empties the database, as far as {@link TestDatabase#clear} does. */
    public void clear() {
        database.clear();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] content) {
        return DigestUtils.sha256Hex(content);
    }
}
