package districtkpi.db.backup;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.db.outage.NoRoomException;
import districtkpi.db.text.DatabaseTexts;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A backup that was written and read back.
 *
 * @param bytes of the file
 * @param sha256 of the file
 */
public record Backup(Path file, long bytes, String sha256, BackupContents contents) {

    /** What the name of one that is not finished ends with. */
    public static final String UNFINISHED = ".unfinished";

    private static final double WRITTEN = 0.75;
    private static final double READ_BACK = 0.95;

    /**
     * Writes everything that a database holds into a file, as of one moment, while others may go on
     * writing, and reads it back. The file is there once that was done; a backup that was there
     * before is replaced only then.
     *
     * @param owner connections of the role that owns the tables
     * @param program version of this program
     * @param progress told while it is written; stops it with a {@link NoRoomException}
     * @throws BackupException if it was not made; the file is then as it was
     */
    public static Backup write(
            DataSource owner, Path file, String program, Clock clock, BackupProgress progress) {
        Path target = file.toAbsolutePath().normalize();
        refuseOther(target);
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            try {
                Files.deleteIfExists(unfinished);
                // For who is stopped half-way.
                unfinished.toFile().deleteOnExit();
                BackupContents written =
                        fill(owner, unfinished, program, clock, progress.part(0, WRITTEN));
                Backup backup = readBack(unfinished, written, progress.part(WRITTEN, 1));
                Files.move(
                        unfinished,
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                return new Backup(target, backup.bytes, backup.sha256, backup.contents);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (SQLException | NoRoomException e) {
            throw passing(target, e)
                    .orElseGet(() ->
                            new BackupException(
                                    DatabaseTexts.text(
                                            "backup.database-unread",
                                            String.valueOf(e.getMessage())),
                                    e));
        } catch (IOException e) {
            throw passing(target, e)
                    .orElseGet(() ->
                            new BackupException(
                                    DatabaseTexts.text("backup.unwritten", target, e), e));
        }
    }

    /** What is nobody's fault and passes, in words of its own. */
    private static Optional<BackupException> passing(Path target, Exception failure) {
        return DatabaseFailure.of(failure)
                .map(kind ->
                        switch (kind) {
                            case AWAY ->
                                    new BackupException(
                                            DatabaseTexts.text("backup.database-away"), failure);
                            case FULL ->
                                    new BackupException(
                                            DatabaseTexts.text("backup.disk-full", target),
                                            failure);
                        });
    }

    /** What the audit says that was made. */
    public String subject() {
        return "backup " + file.getFileName();
    }

    /** What the audit says of it. */
    public Map<String, String> facts() {
        return Map.of(
                "bytes", String.valueOf(bytes),
                "rows", String.valueOf(contents.rows()),
                "sha256", sha256);
    }

    /**
     * Reads a backup from its beginning to its end.
     *
     * @throws BackupException if it is none, or anything is not as it was written
     */
    public static Backup check(Path file, BackupProgress progress) {
        try (BackupFile opened = BackupFile.open(file)) {
            opened.check(progress.part(0, READ_BACK));
            Backup backup = new Backup(file, Files.size(file), sha256(file), opened.contents());
            progress.reached(1);
            return backup;
        } catch (IOException e) {
            throw new BackupException(DatabaseTexts.text("backup.unreadable", file, e), e);
        }
    }

    /**
     * What a backup says of itself, without reading all of it.
     *
     * @throws BackupException if it is none
     */
    public static BackupContents contents(Path file) {
        try (BackupFile opened = BackupFile.open(file)) {
            return opened.contents();
        } catch (IOException e) {
            throw new BackupException(DatabaseTexts.text("backup.unreadable", file, e), e);
        }
    }

    /** A slip of the hand shall not cost a file that is no backup. */
    private static void refuseOther(Path target) {
        try {
            boolean isFile = Files.isRegularFile(target);
            boolean free =
                    !Files.exists(target)
                            || (isFile && (Files.size(target) == 0 || BackupFile.isOne(target)));
            if (!free) {
                throw new BackupException(DatabaseTexts.text("backup.not-a-backup", target));
            }
            Path folder = target.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new BackupException(DatabaseTexts.text("backup.no-folder", target));
            }
        } catch (IOException e) {
            throw new BackupException(DatabaseTexts.text("backup.unreadable", target, e), e);
        }
    }

    private static BackupContents fill(
            DataSource owner, Path file, String program, Clock clock, BackupProgress progress)
            throws SQLException, IOException {
        try (Connection connection = owner.getConnection();
                FileChannel channel = createPrivate(file)) {
            // What was written until then is in it.
            Instant takenAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Catalog catalog = Snapshot.begin(connection);
            List<BackupContents.Migration> migrations = Catalog.migrations(connection);
            if (migrations.isEmpty()) {
                throw new BackupException(DatabaseTexts.text("backup.nothing"));
            }
            List<BackupContents.Table> tables = new ArrayList<>();
            try (ZipOutputStream zip =
                    new ZipOutputStream(
                            new BufferedOutputStream(Channels.newOutputStream(channel)))) {
                long whole =
                        Math.max(1, catalog.tables().stream().mapToLong(Catalog.Table::size).sum());
                long before = 0;
                for (Catalog.Table table : catalog.tables()) {
                    zip.putNextEntry(new ZipEntry("tables/" + table.name() + ".txt"));
                    tables.add(
                            Snapshot.copy(
                                    connection,
                                    table,
                                    zip,
                                    progress.part(
                                            (double) before / whole,
                                            (double) (before + table.size()) / whole)));
                    zip.closeEntry();
                    before += table.size();
                }
                BackupContents contents =
                        new BackupContents(
                                takenAt,
                                program,
                                connection.getMetaData().getDatabaseProductVersion(),
                                migrations,
                                tables,
                                // They only go up, so that now is not too low for the rows of then.
                                catalog.states(connection));
                connection.rollback();
                zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
                zip.write(contents.write().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
                zip.finish();
                zip.flush();
                channel.force(true);
                return contents;
            }
        }
    }

    private static Backup readBack(Path file, BackupContents written, BackupProgress progress) {
        Backup read = check(file, progress);
        if (!read.contents.equals(written)) {
            throw new BackupException(DatabaseTexts.text("backup.not-read-back"));
        }
        return read;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return DigestUtils.sha256Hex(stream);
        }
    }

    /** It holds everything, so it is nobody else's business. */
    private static FileChannel createPrivate(Path file) throws IOException {
        FileAttribute<?>[] attributes =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    }
}
