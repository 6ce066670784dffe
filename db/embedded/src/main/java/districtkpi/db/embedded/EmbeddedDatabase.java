package districtkpi.db.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to this program: its data lives in a folder, it listens on
 * 127.0.0.1 alone, on a port that changes from start to start, and asks for a password.
 *
 * <p>The data folder holds {@code postgresql} (the cluster), {@code programs} (PostgreSQL itself,
 * unpacked), {@code pgpass} (the passwords, in the form that {@code PGPASSFILE} names, readable by
 * the owner alone) and {@code lock}. The role {@code district_kpi} owns the database of that name
 * and nothing else; it may work as {@code district_kpi_program} and, for districts, as {@code
 * district_kpi_district}, which own nothing.
 *
 * <p>What was committed survives the death of this program and of the machine. A server that was
 * left running is stopped by the next start. A server that ends while this program runs, whatever
 * ended it, is started again, for as long as it takes; usually on the same port, so whoever
 * connects asks for the address each time. Two programs cannot use one folder.
 *
 * <p>Safe for use by several threads.
 *
 * @see "Decision record 0002: an embedded PostgreSQL as the default database"
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String SUPERUSER = "postgres";
    private static final String NAME = "district_kpi";

    /** The roles with only the rights that the program needs; the migrations say which. */
    private static final List<String> WORKING =
            List.of("district_kpi_program", "district_kpi_district");

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int PORT_ATTEMPTS = 5;

    /** After which a server that is asked to stop is made to. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(2);

    /** How often the server is looked after. */
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Between attempts to start a server that does not come up, as on a full disk. */
    private static final Duration REST = Duration.ofSeconds(3);

    private final FolderLock lock;
    private final Cluster cluster;
    private final Passwords passwords;
    private final boolean durable;
    private final Thread guard;
    private volatile int port;
    private volatile boolean closed;

    private EmbeddedDatabase(
            FolderLock lock, Cluster cluster, Passwords passwords, int port, boolean durable) {
        this.lock = lock;
        this.cluster = cluster;
        this.passwords = passwords;
        this.port = port;
        this.durable = durable;
        this.guard = Thread.ofPlatform().daemon().name("postgresql-guard").unstarted(this::guard);
    }

    /**
     * Starts the database of a data folder, which is created if it is not there.
     *
     * @throws EmbeddedDatabaseException if the folder is in use, was made by another major version
     *     of PostgreSQL, cannot be written, or the server does not start
     */
    public static EmbeddedDatabase start(Path dataFolder) {
        return start(dataFolder, dataFolder.resolve("programs"), ServerAccount.find());
    }

    /**
     * Starts with PostgreSQL's programs in a folder of choice, which holds nothing else.
     *
     * @param account under which the server runs
     */
    static EmbeddedDatabase start(Path dataFolder, Path programsFolder, ServerAccount account) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        try {
            Folders.createPrivate(folder);
            Folders.createPrivate(programsFolder.toAbsolutePath());
            account.own(programsFolder);
            return start(
                    folder,
                    lock(folder),
                    programsFolder.toAbsolutePath().normalize(),
                    account,
                    true);
        } catch (IOException | SQLException e) {
            throw new EmbeddedDatabaseException(
                    EmbeddedTexts.text("no-start", folder, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Creates a data folder, or one inside it, for the eyes of this account alone, unless it is
     * there; those above it too.
     */
    public static void createFolder(Path folder) throws IOException {
        Folders.createPrivate(folder.toAbsolutePath().normalize());
    }

    /**
     * Starts an empty database that is deleted when it is closed or this program ends. It saves
     * time at the cost of durability; for builds and tests.
     */
    public static EmbeddedDatabase startTemporary() {
        ServerAccount account = ServerAccount.find();
        try {
            String user = account.user();
            Path home = Path.of(System.getProperty("java.io.tmpdir"), "district-kpi-" + user);
            if (!Files.exists(home)) {
                Folders.createPrivate(home);
                account.own(home);
            }
            Folders.requireOwner(home, user);
            Claim claim = claimTemporaryFolder(home, account);
            EmbeddedDatabase database = start(claim.folder(), claim.lock(), home, account, false);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return database;
        } catch (IOException | SQLException e) {
            throw new EmbeddedDatabaseException(
                    EmbeddedTexts.text("no-temporary-start", String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * A database that another program on this machine has started.
     *
     * @param jdbcUrl host, port and database; without user and password
     * @param username the role that owns the database
     * @param password of that role
     */
    public record Running(String jdbcUrl, String username, String password) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return jdbcUrl;
        }
    }

    /**
     * Finds the database of a data folder while a program has it running, to work beside that
     * program; whoever may read the folder's passwords may.
     *
     * @return absent if no program uses the folder
     * @throws EmbeddedDatabaseException if a program uses it, but its database does not run
     */
    public static Optional<Running> findRunning(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        try {
            if (!FolderLock.isTaken(folder)) {
                return Optional.empty();
            }
            Optional<Integer> port = Cluster.port(folder);
            if (port.isEmpty()) {
                throw new EmbeddedDatabaseException(EmbeddedTexts.text("not-running", folder));
            }
            return Optional.of(
                    new Running(
                            jdbcUrl(port.get()),
                            NAME,
                            Passwords.of(folder.resolve("pgpass"), false).owner()));
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    EmbeddedTexts.text("unreadable", folder, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Refuses a folder without a database, running or not, which a start would create.
     *
     * @throws EmbeddedDatabaseException if it holds none
     */
    public static void requireIn(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        if (!Cluster.exists(folder)) {
            throw new EmbeddedDatabaseException(EmbeddedTexts.text("no-data", folder));
        }
    }

    /** Host, port and database; without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(port);
    }

    private static String jdbcUrl(int port) {
        return String.format(Locale.ROOT, "jdbc:postgresql://127.0.0.1:%d/%s", port, NAME);
    }

    /** The role that owns the database. */
    public String username() {
        return NAME;
    }

    /** The password of that role. */
    public String password() {
        return passwords.owner();
    }

    /** Of the loopback address. */
    public int port() {
        return port;
    }

    /** The folder with everything that belongs to it. */
    Path dataFolder() {
        return cluster.home();
    }

    /** Stops the server; what was committed is on disk. Further calls do nothing. */
    @Override
    public void close() {
        // Also for the guard: a start of its own is not waited for.
        closed = true;
        guard.interrupt();
        stop();
    }

    private synchronized void stop() {
        if (!lock.isHeld()) {
            return;
        }
        try (lock) {
            if (cluster.server().isPresent()) {
                cluster.stop(STOP_PATIENCE);
            }
            if (!durable) {
                lock.deleteFolder();
            }
        } catch (IOException e) {
            log.error("PostgreSQL in {} was not stopped cleanly", cluster.folder(), e);
        }
    }

    /** Starts the server again whenever it has ended, until this is closed. */
    private void guard() {
        try {
            Optional<ProcessHandle> server = cluster.server();
            while (!closed) {
                if (server.filter(Servers::isRunning).isEmpty()) {
                    server = startAgain();
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            log.debug("Closed", e);
        } catch (IOException | RuntimeException e) {
            log.error("Nobody looks after PostgreSQL in {} any more", cluster.folder(), e);
        }
    }

    private Optional<ProcessHandle> startAgain() throws InterruptedException, IOException {
        // Whoever uses the database says that it is away.
        log.debug("PostgreSQL in {} has ended; starting it again", cluster.folder());
        for (boolean first = true; !closed; first = false) {
            try {
                attempt();
                return cluster.server();
            } catch (IOException e) {
                // Once, however long it lasts.
                if (first && !closed) {
                    log.error(
                            "PostgreSQL in {} does not come up; trying again until it does: {}",
                            cluster.folder(),
                            e.getMessage());
                }
                Thread.sleep(REST);
            }
        }
        return Optional.empty();
    }

    private synchronized void attempt() throws IOException {
        // One that takes long to recover is left to it.
        if (closed || cluster.server().isPresent()) {
            return;
        }
        cluster.clearEnded();
        if (isFree(port)) {
            cluster.start(port, durable);
        } else {
            port = startOnFreePort(cluster, durable);
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            // As PostgreSQL does: connections of the server before do not matter.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return true;
        } catch (BindException e) {
            log.debug("Port {} is taken", port, e);
            return false;
        }
    }

    /** A folder, and the lock that makes it ours. */
    private record Claim(Path folder, FolderLock lock) {}

    /**
     * Makes room for a temporary database. One at a time on this machine: a folder without a lock
     * looks abandoned, and a new one is without a lock for a moment.
     */
    private static synchronized Claim claimTemporaryFolder(Path home, ServerAccount account)
            throws IOException {
        try (FileChannel turn =
                        FileChannel.open(
                                home.resolve("turn"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = turn.lock()) {
            deleteAbandoned(home, account);
            Path folder = Files.createTempDirectory(home, "database-");
            return new Claim(folder, lock(folder));
        }
    }

    private static EmbeddedDatabase start(
            Path folder,
            FolderLock lock,
            Path programsFolder,
            ServerAccount account,
            boolean durable)
            throws IOException, SQLException {
        try {
            NewDataFolder.refuseUnfinished(folder);
            account.own(folder);
            PostgresPrograms programs = PostgresPrograms.unpack(programsFolder);
            // Not the folder around them: databases of other programs may be at work there.
            account.own(programs.folder());
            Cluster cluster = new Cluster(folder, programs, account);
            Passwords passwords = Passwords.of(folder.resolve("pgpass"), !cluster.exists());
            if (cluster.exists()) {
                refuseOtherVersion(cluster);
                cluster.clearRemains();
            } else {
                cluster.create(SUPERUSER, passwords.superuser(), durable);
            }
            int port = startOnFreePort(cluster, durable);
            EmbeddedDatabase database =
                    new EmbeddedDatabase(lock, cluster, passwords, port, durable);
            try {
                database.createOwnDatabase(durable);
            } catch (SQLException e) {
                cluster.stop(STOP_PATIENCE);
                throw e;
            }
            database.guard.start();
            if (durable) {
                programs.deleteOthers();
            }
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Makes a folder that of this program.
     *
     * @throws EmbeddedDatabaseException if it is in use, by this program too
     */
    static FolderLock lock(Path folder) throws IOException {
        return FolderLock.take(folder).orElseThrow(() -> inUse(folder));
    }

    private static EmbeddedDatabaseException inUse(Path folder) {
        return new EmbeddedDatabaseException(EmbeddedTexts.text("in-use", folder));
    }

    private static void refuseOtherVersion(Cluster cluster) throws IOException {
        String version = cluster.majorVersion().orElse("?");
        if (!version.equals(PostgresPrograms.MAJOR_VERSION)) {
            throw new EmbeddedDatabaseException(
                    EmbeddedTexts.text(
                            "other-version",
                            cluster.folder(),
                            version,
                            PostgresPrograms.MAJOR_VERSION));
        }
    }

    private static int startOnFreePort(Cluster cluster, boolean durable) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
                port = socket.getLocalPort();
            }
            try {
                cluster.start(port, durable);
                return port;
            } catch (IOException e) {
                // Another program may have taken the port since.
                if (attempt == PORT_ATTEMPTS || isFree(port)) {
                    throw e;
                }
            }
        }
    }

    /** Each step looks first, so that a start that was killed half-way is completed by the next. */
    private void createOwnDatabase(boolean durable) throws SQLException {
        try (Connection connection = superuserDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            // The password is hexadecimal, so that it needs no quoting.
            statement.execute(
                    (exists(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")
                                    ? "alter"
                                    : "create")
                            + " role %s login %s password '%s'"
                                    .formatted(
                                            NAME,
                                            // Tests clone databases.
                                            durable ? "nocreatedb" : "createdb",
                                            passwords.owner()));
            for (String role : WORKING) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " nologin");
                }
                // The owner may work as it, but has none of its rights by being the owner.
                statement.execute(
                        "grant %s to %s with inherit false, set true".formatted(role, NAME));
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database %s owner %s".formatted(NAME, NAME));
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private DataSource superuserDataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(
                String.format(Locale.ROOT, "jdbc:postgresql://127.0.0.1:%d/postgres", port));
        dataSource.setUser(SUPERUSER);
        dataSource.setPassword(passwords.superuser());
        return dataSource;
    }

    /** Removes temporary databases whose program was killed. */
    private static void deleteAbandoned(Path home, ServerAccount account) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(home)) {
            folders =
                    children.filter(f -> f.getFileName().toString().startsWith("database-"))
                            .toList();
        }
        for (Path folder : folders) {
            try {
                Optional<FolderLock> free = FolderLock.takeAgain(folder);
                if (free.isEmpty()) {
                    log.debug("{} is in use", folder);
                    continue;
                }
                try (FolderLock lock = free.get()) {
                    new Cluster(folder, PostgresPrograms.unpack(home), account).clearRemains();
                    lock.deleteFolder();
                }
            } catch (NoSuchFileException e) {
                log.debug("{} is being deleted by another program", folder);
            }
        }
    }

    /** The passwords of the two roles, in the form that {@code psql} reads. */
    private record Passwords(String superuser, String owner) {

        static Passwords of(Path file, boolean isNew) throws IOException {
            if (isNew) {
                Passwords passwords = new Passwords(random(), random());
                Folders.writePrivate(
                        file,
                        "127.0.0.1:*:*:%s:%s%n127.0.0.1:*:*:%s:%s%n"
                                .formatted(SUPERUSER, passwords.superuser, NAME, passwords.owner));
                return passwords;
            }
            if (!Files.exists(file)) {
                throw new EmbeddedDatabaseException(EmbeddedTexts.text("no-passwords", file));
            }
            List<String> lines = Files.readAllLines(file);
            return new Passwords(find(lines, SUPERUSER), find(lines, NAME));
        }

        private static String find(List<String> lines, String role) throws IOException {
            return lines.stream()
                    .filter(line -> line.startsWith("127.0.0.1:*:*:" + role + ":"))
                    .map(line -> line.substring(line.lastIndexOf(':') + 1))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pgpass has no line for " + role));
        }

        private static String random() {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }
}
