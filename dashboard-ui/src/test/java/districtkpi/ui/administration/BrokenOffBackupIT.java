package districtkpi.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkpi.db.DatabaseOwner;
import districtkpi.db.backup.Backup;
import districtkpi.db.backup.BackupException;
import districtkpi.db.backup.BackupProgress;
import districtkpi.db.outage.DatabaseWatch;
import districtkpi.db.outage.Room;
import districtkpi.db.scope.RowScope;
import districtkpi.domain.LocalizedText;
import districtkpi.office.backup.BackupRun;
import districtkpi.office.backup.Backups;
import districtkpi.ui.DistrictKpiApplication;
import districtkpi.ui.testing.RunningApplication;
import districtkpi.ui.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that are broken off by whatever can break them off, on a disk that is soon full. */
class BrokenOffBackupIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(6);
    private static final int MEGABYTE = 1024 * 1024;

    /** Some seconds of work. */
    private static final int BALLAST = 20;

    private static final String KILLED = "district-kpi-20260101-120000-daily.backup.unfinished";

    @TempDir private static Path folder;

    private static Optional<SmallDisk> disk = Optional.empty();
    private static RunningApplication application;
    private static Backups backups;

    @TempDir private Path other;

    @BeforeAll
    static void start() throws Exception {
        disk = SmallDisk.mount(folder, "700m");
        Path left = Files.createDirectories(data().resolve("backups"));
        Files.writeString(left.resolve(KILLED), "half");
        Files.writeString(left.resolve("own-notes.unfinished"), "not ours");
        application = RunningApplication.startEmbedded(data(), List.of());
        backups = application.get(Backups.class);
        fill();
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        if (disk.isPresent()) {
            disk.get().close();
        }
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static void fill() throws Exception {
        byte[] content = new byte[MEGABYTE];
        Random random = new Random(1);
        try (Connection connection =
                        application.get(DatabaseOwner.class).dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table ballast (id int primary key, content bytea)");
            try (PreparedStatement row =
                    connection.prepareStatement("insert into ballast values (?, ?)")) {
                for (int id = 0; id < BALLAST; id++) {
                    random.nextBytes(content);
                    row.setInt(1, id);
                    row.setBytes(2, content);
                    row.executeUpdate();
                }
            }
        }
    }

    @Test
    void aStartClearsWhatAKilledProgramHadBegun() {
        assertThat(data().resolve("backups").resolve(KILLED)).doesNotExist();
        assertThat(data().resolve("backups/own-notes.unfinished")).exists();
    }

    @Test
    void ofADatabaseThatIsKilledMeanwhileNothingIsLeft() throws Exception {
        assertBrokenOff(ProcessHandle::destroyForcibly, _ -> {});
    }

    /** As on a machine that has come to a halt. */
    @Test
    void aDatabaseThatSaysNothingMoreIsNotWaitedFor() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/kill")), "Signals are sent by a program");
        assertBrokenOff(one -> signal("-STOP", one), one -> signal("-CONT", one));
    }

    private interface Act {
        void on(ProcessHandle process) throws IOException, InterruptedException;
    }

    private static void assertBrokenOff(Act harm, Act mend) throws Exception {
        List<String> before = names();
        BackupRun run = backups.beginDaily().orElseThrow();
        await(PATIENCE, () -> run.share() > 0.1);
        assertThat(names()).anyMatch(name -> name.endsWith(Backup.UNFINISHED));
        ProcessHandle server = server();
        List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
        for (ProcessHandle one : all) {
            harm.on(one);
        }
        try {
            await(SOON, () -> !run.isRunning());
        } finally {
            for (ProcessHandle one : all) {
                mend.on(one);
            }
        }
        LocalizedText why = run.failure().orElseThrow();
        assertThat(why.en()).startsWith("The database did not answer while it was backed up");
        assertThat(why.th()).startsWith("ฐานข้อมูลไม่ตอบระหว่างสำรองข้อมูล");
        assertThat(names()).isEqualTo(before);

        await(PATIENCE, () -> !application.get(DatabaseWatch.class).isAway());
        BackupRun again = backups.beginDaily().orElseThrow();
        await(PATIENCE, () -> !again.isRunning());
        assertThat(again.failure()).isEmpty();
        assertThat(names()).anyMatch(name -> name.endsWith("-daily.backup"));
    }

    @Test
    void aBackupStopsBeforeTheDiskIsFullAndTheDatabaseGoesOn() throws Exception {
        assumeTrue(disk.isPresent(), "Only root may have a disk of its own");
        List<String> before = names();
        disk.get().fill(Room.RESERVE + 5 * MEGABYTE);
        BackupRun run;
        try {
            run = backups.beginDaily().orElseThrow();
            await(PATIENCE, () -> !run.isRunning());
        } finally {
            disk.get().empty();
        }

        LocalizedText why = run.failure().orElseThrow();
        assertThat(why.en())
                .startsWith("There is not enough room on the disk for the backup")
                .contains("-daily.backup");
        assertThat(why.th()).startsWith("ที่ว่างของดิสก์ไม่พอ");
        assertThat(names()).isEqualTo(before);
        assertThat(application.get(DatabaseWatch.class).isAway()).isFalse();
        assertThat(RowScope.inProvince(backups::lastFailure)).isPresent();
    }

    @Test
    void aDiskOfItsOwnThatIsFullIsSaidAndLeftAsItWas() throws Exception {
        Optional<SmallDisk> stick = SmallDisk.mount(other, "5m");
        assumeTrue(stick.isPresent(), "Only root may have a disk of its own");
        try (SmallDisk _ = stick.get()) {
            assertThatThrownBy(() ->
                            Backup.write(
                                    application.get(DatabaseOwner.class).dataSource(),
                                    other.resolve("kpi.backup"),
                                    "1.0.0",
                                    Clock.systemUTC(),
                                    BackupProgress.NONE))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("There is not enough room on the disk for the backup")
                    .hasMessageContaining("ที่ว่างของดิสก์ไม่พอ");
            assertThat(other).isEmptyDirectory();
        }
    }

    /** The program of the server's own command line, in a process of its own. */
    @Test
    void ofAProgramThatIsKilledNothingLooksLikeABackupAndTheNextOneReplacesIt() throws Exception {
        Path file = other.resolve("kpi.backup");
        Path unfinished = other.resolve("kpi.backup" + Backup.UNFINISHED);
        Process program = command(file);
        await(PATIENCE, () -> unfinished.toFile().length() > MEGABYTE || !program.isAlive());
        program.destroyForcibly().waitFor();

        assertThat(unfinished).exists();
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> Backup.check(unfinished, BackupProgress.NONE))
                .isInstanceOf(BackupException.class);

        assertThat(command(file).waitFor()).isZero();
        assertThat(unfinished).doesNotExist();
        assertThat(Backup.check(file, BackupProgress.NONE).contents().tables()).isNotEmpty();
    }

    private static Process command(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DistrictKpiApplication.class.getName(),
                        "backup",
                        file.toString(),
                        "--district-kpi.data=" + data())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(data().resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(data().resolve("postgresql/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void signal(String name, ProcessHandle process)
            throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, String.valueOf(process.pid())).start().waitFor();
    }

    private static void await(Duration most, BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("so long").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
