package districtkpi.db.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one PostgreSQL server, and the commands that make, start and stop it.
 *
 * @param home the folder in which the cluster's own lies
 */
record Cluster(Path home, PostgresPrograms programs, ServerAccount account) {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    private static final String SETTINGS_FILE = "district-kpi.conf";

    /** In which PostgreSQL says that it runs, as which process and where. */
    private static final String LOCK_FILE = "postmaster.pid";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The folder that PostgreSQL calls its data directory. */
    Path folder() {
        return folder(home);
    }

    boolean exists() {
        return exists(home);
    }

    static boolean exists(Path home) {
        return Files.exists(folder(home));
    }

    private static Path folder(Path home) {
        return home.resolve("postgresql");
    }

    /** On which port the server of a folder listens; absent while none does. */
    static Optional<Integer> port(Path home) throws IOException {
        Path lockFile = folder(home).resolve(LOCK_FILE);
        if (!Files.exists(lockFile)) {
            return Optional.empty();
        }
        // The fourth line is the port.
        return Files.readAllLines(lockFile, StandardCharsets.UTF_8).stream()
                .skip(3)
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,5}"))
                .map(Integer::valueOf);
    }

    /**
     * The major version that made the files.
     *
     * @return absent if the folder is not a cluster
     */
    Optional<String> majorVersion() throws IOException {
        Path file = folder().resolve("PG_VERSION");
        return Files.exists(file)
                ? Optional.of(Files.readString(file, StandardCharsets.US_ASCII).strip())
                : Optional.empty();
    }

    /**
     * Makes the cluster, whole or not at all.
     *
     * <p>Text sorts by code point unless a column says otherwise ({@code builtin} provider), which
     * no update of the operating system can change under an index.
     */
    void create(String superuser, String password, boolean durable) throws IOException {
        Path unfinished = home.resolve("postgresql.unfinished");
        Path passwordFile = home.resolve("postgresql.password");
        Folders.delete(unfinished);
        try {
            Folders.createPrivate(unfinished);
            Folders.writePrivate(passwordFile, password);
            account.own(unfinished);
            account.own(passwordFile);
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    "--pgdata=" + unfinished,
                                    "--username=" + superuser,
                                    "--pwfile=" + passwordFile,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8"));
            if (!durable) {
                arguments.add("--no-sync");
            }
            run("initdb", arguments);
            Files.writeString(
                    unfinished.resolve("postgresql.conf"),
                    "\n# Written at every start, and last, so that it wins.\ninclude '%s'\n"
                            .formatted(SETTINGS_FILE),
                    StandardOpenOption.APPEND);
            Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /**
     * Starts the server on a port of the loopback address.
     *
     * @throws IOException with what the server said, if it does not come up
     */
    void start(int port, boolean durable) throws IOException {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "# Written by District KPI at every start.",
                                "listen_addresses = '127.0.0.1'",
                                "port = " + port,
                                // No way in but the loopback address and a password.
                                "unix_socket_directories = ''",
                                "max_connections = 100",
                                "timezone = 'Asia/Bangkok'",
                                "log_timezone = 'Asia/Bangkok'",
                                // One file for each day of the week, so that they do not pile up.
                                "logging_collector = on",
                                "log_directory = 'log'",
                                "log_filename = 'postgresql-%a.log'",
                                "log_rotation_age = 1d",
                                "log_rotation_size = 0",
                                "log_truncate_on_rotation = on"));
        if (!durable) {
            settings.addAll(List.of("fsync = off", "full_page_writes = off"));
        }
        writeSettings(String.join("\n", settings) + "\n");
        run(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + folder(),
                        "--wait",
                        "--timeout=" + PATIENCE.toSeconds(),
                        "--log=" + folder().resolve("start.log")));
    }

    /** Whole or not at all: where the disk is full, those of the last start remain. */
    private void writeSettings(String settings) throws IOException {
        Path file = folder().resolve(SETTINGS_FILE);
        if (Files.exists(file) && Files.readString(file).equals(settings)) {
            return;
        }
        Path fresh = folder().resolve(SETTINGS_FILE + ".new");
        Files.writeString(fresh, settings);
        account.own(fresh);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Stops the server: at once for its clients, and with everything written down.
     *
     * @param patience after which it is made to stop, and recovers at its next start
     */
    void stop(Duration patience) throws IOException {
        try {
            stop("fast", patience);
        } catch (IOException e) {
            log.warn("PostgreSQL in {} does not stop; making it stop", folder(), e);
            stop("immediate", patience);
        }
    }

    private void stop(String mode, Duration patience) throws IOException {
        run(
                "pg_ctl",
                List.of(
                        "stop",
                        "--pgdata=" + folder(),
                        "--mode=" + mode,
                        "--wait",
                        "--timeout=" + patience.toSeconds()));
    }

    /**
     * Makes way for a new server after a program died without stopping its own. Must be called by
     * the holder of the data folder's lock, so that no program can be using what is found.
     *
     * <p>A server that still runs is stopped. A lock file whose process is gone is left to
     * PostgreSQL, which knows what to do. One whose process id now belongs to some other program
     * would keep PostgreSQL from starting for ever, so it is removed; should parts of the old
     * server still be at work, PostgreSQL sees it by their shared memory and refuses.
     */
    void clearRemains() throws IOException {
        Path lockFile = folder().resolve(LOCK_FILE);
        if (!Files.exists(lockFile)) {
            return;
        }
        Optional<ProcessHandle> process = lockedBy(lockFile);
        if (process.isPresent() && isPostgres(process.get()) && Servers.isRunning(process.get())) {
            log.warn(
                    "Stopping PostgreSQL (process {}) that was left running in {}",
                    process.get().pid(),
                    folder());
            stop(PATIENCE.dividedBy(2));
        } else {
            log.warn("PostgreSQL was not stopped in {}; it recovers now", folder());
            if (process.isPresent()) {
                Files.delete(lockFile);
            }
        }
    }

    /**
     * Makes way for a new server after the one that this program started ended without being
     * stopped. What is left of it would keep the new one from starting: sessions in the middle of a
     * statement, and a lock file that names a process of which nothing but the number is left.
     */
    void clearEnded() throws IOException {
        Servers.endSessions(folder());
        Path lockFile = folder().resolve(LOCK_FILE);
        if (Files.exists(lockFile) && lockedBy(lockFile).isPresent()) {
            Files.delete(lockFile);
        }
    }

    /** The server that runs now; absent if none does, or none can be found. */
    Optional<ProcessHandle> server() throws IOException {
        Path lockFile = folder().resolve(LOCK_FILE);
        return Files.exists(lockFile)
                ? lockedBy(lockFile).filter(this::isPostgres).filter(Servers::isRunning)
                : Optional.empty();
    }

    private static Optional<ProcessHandle> lockedBy(Path lockFile) throws IOException {
        // The first line is the process id; a file cut short by a crash has none.
        Optional<String> pid =
                Files.readAllLines(lockFile, StandardCharsets.UTF_8).stream()
                        .findFirst()
                        .map(String::strip)
                        .filter(line -> line.matches("[0-9]{1,18}"));
        return pid.flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    }

    /** True for a server of this folder, as far as the operating system tells. */
    private boolean isPostgres(ProcessHandle process) {
        String program =
                process.info()
                        .command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .orElse("");
        boolean ours =
                process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(folder().toString()))
                        .orElse(true);
        return program.toLowerCase(Locale.ROOT).startsWith("postgres") && ours;
    }

    private void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(programs.program(program).toString());
        command.addAll(arguments);
        // Into a file: a server that inherited a pipe would keep its reader waiting for ever.
        Path output = Files.createTempFile(home, program, ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(account.command(command))
                            .directory(home.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds() + 30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " takes too long");
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        String.format(
                                Locale.ROOT,
                                "%s failed with exit code %d: %s%s",
                                program,
                                process.exitValue(),
                                tail(output),
                                tail(folder().resolve("start.log"))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.substring(Math.max(0, text.length() - 2_000));
    }
}
