package districtkpi.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class EmbeddedDatabaseIT {

    /** Shared, since unpacking takes longer than most of these tests. */
    @TempDir private static Path programs;

    /** Of a database that was started and stopped once. */
    @TempDir private static Path used;

    @TempDir private Path folder;

    @BeforeAll
    static void startOnce() {
        EmbeddedDatabase.start(used, programs, ServerAccount.find()).close();
    }

    @Test
    void keepsWhatWasCommittedFromStartToStart() throws SQLException {
        try (EmbeddedDatabase database = start()) {
            execute(database, "create table note (text text)");
            execute(database, "insert into note values ('หนองคาย')");
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select text from note")).containsExactly("หนองคาย");
        }
    }

    @Test
    void writesToDiskBeforeItSaysCommitted() throws Exception {
        copyUsed();
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "show fsync")).containsExactly("on");
            assertThat(query(database, "show synchronous_commit")).containsExactly("on");
            assertThat(query(database, "show full_page_writes")).containsExactly("on");
            assertThat(query(database, "show server_encoding")).containsExactly("UTF8");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenTheProgramIsKilledAndItsServerStillRuns() throws Exception {
        copyUsed();
        Process program = startProgram();
        ProcessHandle server = server().orElseThrow();
        program.destroyForcibly().waitFor();
        assertThat(server.isAlive()).isTrue();
        try (EmbeddedDatabase database = start()) {
            server.onExit().get(60, TimeUnit.SECONDS);
            assertThat(query(database, "select text from note")).containsExactly("committed");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenTheServerIsKilledToo() throws Exception {
        copyUsed();
        Process program = startProgram();
        ProcessHandle server = server().orElseThrow();
        program.destroyForcibly().waitFor();
        server.destroyForcibly();
        server.onExit().get(60, TimeUnit.SECONDS);
        assertThat(folder.resolve("postgresql/postmaster.pid")).exists();
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select text from note")).containsExactly("committed");
        }
    }

    @Test
    void startsAServerThatWasKilledAgainWithWhatWasCommitted() throws Exception {
        copyUsed();
        try (EmbeddedDatabase database = start()) {
            execute(database, "create table note (text text)");
            for (int kill = 0; kill < 2; kill++) {
                execute(database, "insert into note values ('committed')");
                server().orElseThrow().destroyForcibly();
                awaitAnswer(database);
            }
            assertThat(query(database, "select text from note"))
                    .containsExactly("committed", "committed");
        }
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    /** A calculating session does not look whether its server is there, and keeps its place. */
    @Test
    void startsAServerAgainWhoseSessionsAreStillAtWork() throws Exception {
        copyUsed();
        try (EmbeddedDatabase database = start();
                Connection busy = connect(database);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> work =
                    thread.submit(() ->
                            assertThatThrownBy(() -> {
                                try (Statement statement = busy.createStatement()) {
                                    statement.execute(
                                            "select count(*) from generate_series(1, 9999999999)");
                                }
                            }));
            while (query(
                            database,
                            "select 1 from pg_stat_activity where state = 'active'"
                                    + " and query like '%generate_series(1%'"
                                    + " and pid <> pg_backend_pid()")
                    .isEmpty()) {
                Thread.sleep(20);
            }
            server().orElseThrow().destroyForcibly();
            awaitAnswer(database);
            work.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void startsAServerAgainThatSomebodyElseStopped() throws Exception {
        copyUsed();
        try (EmbeddedDatabase database = start()) {
            ProcessHandle server = server().orElseThrow();
            server.destroy();
            server.onExit().get(30, TimeUnit.SECONDS);
            awaitAnswer(database);
        }
    }

    /** Then PostgreSQL ends all of its sessions and recovers by itself. */
    @Test
    void goesOnAfterASessionWasKilled() throws Exception {
        copyUsed();
        try (EmbeddedDatabase database = start()) {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select pg_backend_pid()")) {
                result.next();
                ProcessHandle.of(result.getLong(1)).orElseThrow().destroyForcibly();
            }
            awaitAnswer(database);
        }
    }

    @Test
    void takesAnotherPortIfItsOwnIsTakenMeanwhile() throws Exception {
        copyUsed();
        try (EmbeddedDatabase database = start()) {
            int before = database.port();
            Path program = folder.resolve("postgresql/postmaster.pid");
            ProcessHandle server = server().orElseThrow();
            // No new server comes up until its lock file may be written.
            server.destroyForcibly();
            try (ServerSocket taken = takePort(before)) {
                awaitAnswer(database);
                assertThat(taken.isBound()).isTrue();
                assertThat(database.port()).isNotEqualTo(before);
                assertThat(program).exists();
            }
        }
    }

    /** As soon as the killed server lets go of it, before a new one is there. */
    private static ServerSocket takePort(int port) throws Exception {
        while (true) {
            try {
                ServerSocket socket = new ServerSocket();
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return socket;
            } catch (BindException e) {
                Thread.sleep(1);
            }
        }
    }

    /** Fails if it takes more than 30 seconds. */
    private static void awaitAnswer(EmbeddedDatabase database) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                query(database, "select 1");
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    @Test
    void startsThoughAStaleLockFileNamesAProcessThatIsSomebodyElseNow() throws Exception {
        copyUsed();
        Process somebodyElse = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    folder.resolve("postgresql/postmaster.pid"),
                    String.format(
                            Locale.ROOT,
                            "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n",
                            somebodyElse.pid(),
                            folder.resolve("postgresql")));
            try (EmbeddedDatabase database = start()) {
                assertThat(query(database, "select 1")).containsExactly("1");
            }
            assertThat(somebodyElse.isAlive()).isTrue();
        } finally {
            somebodyElse.destroy();
        }
    }

    @Test
    void startsThoughTheFirstStartWasKilledHalfWay() throws Exception {
        Files.createDirectories(folder.resolve("postgresql.unfinished/base"));
        Files.writeString(folder.resolve("postgresql.unfinished/PG_VERSION"), "18\n");
        Files.writeString(folder.resolve("lock"), "");
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select 1")).containsExactly("1");
        }
        assertThat(folder.resolve("postgresql.unfinished")).doesNotExist();
    }

    @Test
    void isFoundAndReachedWhileAnotherProgramHasItRunning() throws Exception {
        assertThat(EmbeddedDatabase.findRunning(folder)).isEmpty();
        assertThatThrownBy(() -> EmbeddedDatabase.requireIn(folder))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("There are no data in the folder " + folder);
        copyUsed();
        EmbeddedDatabase.requireIn(folder);
        assertThat(EmbeddedDatabase.findRunning(folder)).isEmpty();
        Process program = startProgram();
        ProcessHandle server = server().orElseThrow();
        try {
            EmbeddedDatabase.Running running = EmbeddedDatabase.findRunning(folder).orElseThrow();
            assertThat(running.toString()).doesNotContain(running.password());
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(running.jdbcUrl());
            source.setUser(running.username());
            source.setPassword(running.password());
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet note = statement.executeQuery("select text from note")) {
                assertThat(note.next()).isTrue();
                assertThat(note.getString(1)).isEqualTo("committed");
            }
        } finally {
            program.destroyForcibly().waitFor();
            server.destroyForcibly();
            server.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void refusesAFolderThatAnotherProgramUses() throws Exception {
        copyUsed();
        Process program = startProgram();
        try {
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessageContaining("กำลังถูกใช้งานโดยโปรแกรมอื่น")
                    .hasMessageContaining("is in use by another program")
                    .hasMessageContaining(folder.toString());
        } finally {
            program.destroyForcibly().waitFor();
            start().close();
        }
    }

    @Test
    void refusesAFolderThatThisProgramUsesAlready() throws Exception {
        copyUsed();
        try (EmbeddedDatabase _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessageContaining("is in use by another program");
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersionAndLeavesItAlone() throws Exception {
        copyUsed();
        Path version = folder.resolve("postgresql/PG_VERSION");
        Files.writeString(version, "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("สร้างด้วย PostgreSQL รุ่น 17")
                .hasMessageContaining("was made by PostgreSQL 17");
        Files.writeString(version, "18\n");
        start().close();
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws Exception {
        copyUsed();
        try (EmbeddedDatabase database = start()) {
            // Port, folder of the socket (none), address.
            assertThat(
                            Files.readAllLines(folder.resolve("postgresql/postmaster.pid"))
                                    .subList(3, 6))
                    .containsExactly(String.valueOf(database.port()), "", "127.0.0.1");
            for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
                for (InetAddress address : network.inetAddresses().toList()) {
                    assertThat(accepts(address, database.port()))
                            .as(address.toString())
                            .isEqualTo(address.getHostAddress().equals("127.0.0.1"));
                }
            }
        }
    }

    @Test
    void asksForThePasswordThatItsOwnerAloneCanRead() throws Exception {
        copyUsed();
        try (EmbeddedDatabase database = start()) {
            PGSimpleDataSource guess = dataSource(database);
            guess.setPassword("guess");
            assertThatThrownBy(guess::getConnection)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(
                            query(
                                    database,
                                    "select rolsuper from pg_roles where rolname = current_user"))
                    .containsExactly("f");
            assertThat(Files.readString(folder.resolve("pgpass")))
                    .contains("127.0.0.1:*:*:district_kpi:" + database.password());
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("pgpass")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void stopsWhenItIsClosedAndCanBeClosedAgain() throws Exception {
        copyUsed();
        EmbeddedDatabase database = start();
        ProcessHandle server = server().orElseThrow();
        database.close();
        database.close();
        server.onExit().get(60, TimeUnit.SECONDS);
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void runsAsNobodyWhereRootMayNotHaveANamespace(@TempDir Path ownPrograms) throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "Only root has to be somebody else");
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(folder, ownPrograms, ServerAccount.NOBODY)) {
            execute(database, "create table note (text text)");
            assertThat(server().flatMap(process -> process.info().user())).contains("nobody");
        }
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(folder, ownPrograms, ServerAccount.find())) {
            assertThat(query(database, "select count(*) from note")).containsExactly("0");
        }
    }

    @Test
    void deletesATemporaryDatabaseWhenItIsClosed() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.startTemporary();
        assertThat(database.dataFolder()).isNotEmptyDirectory();
        database.close();
        assertThat(database.dataFolder()).doesNotExist();
    }

    @Test
    void severalTemporaryOnesStartAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<EmbeddedDatabase>> started =
                    threads.invokeAll(Collections.nCopies(3, EmbeddedDatabase::startTemporary));
            for (Future<EmbeddedDatabase> one : started) {
                try (EmbeddedDatabase database = one.get();
                        Connection connection = connect(database)) {
                    assertThat(connection.isValid(5)).isTrue();
                }
            }
        }
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        return dataSource(database).getConnection();
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(folder, programs, ServerAccount.find());
    }

    /** Spares the seconds that the first start of a folder takes. */
    private void copyUsed() throws IOException {
        try (Stream<Path> files = Files.walk(used)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        folder.resolve(used.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Starts the program in a JVM of its own and waits until it has committed something. */
    private Process startProgram() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ProgramToKill.class.getName(),
                                folder.toString(),
                                programs.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("working");
        return process;
    }

    private Optional<ProcessHandle> server() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("postgresql/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static PGSimpleDataSource dataSource(EmbeddedDatabase database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setLoginTimeout(5);
        dataSource.setUser(database.username());
        dataSource.setPassword(database.password());
        return dataSource;
    }

    private static void execute(EmbeddedDatabase database, String command) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static List<String> query(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    private static boolean accepts(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
