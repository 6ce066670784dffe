package districtkpi.db.backup;

import districtkpi.db.Migrations;
import districtkpi.db.backup.BackupContents.Migration;
import districtkpi.db.backup.BackupContents.Sequence;
import districtkpi.db.backup.Catalog.ForeignKey;
import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.embedded.NewDataFolder;
import districtkpi.db.text.DatabaseTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Makes a database of a backup: the steps of the migrations that it knew, its rows as they were, a
 * look whether they are the same byte for byte, and then the steps that came later. The database
 * may be of a newer version of PostgreSQL.
 *
 * <p>All of it or nothing: what fails leaves nothing behind.
 */
public final class Restore {

    private static final Logger log = LoggerFactory.getLogger(Restore.class);

    private static final double CHECKED = 0.3;
    private static final double PREPARED = 0.4;
    private static final double LOADED = 0.95;

    private static final int BUFFER = 64 * 1024;

    private Restore() {}

    /**
     * Makes the data folder of an embedded database, which starts with it from then on.
     *
     * @param dataFolder empty, or not there
     * @return what was restored
     * @throws BackupException if the file is no whole backup, or this program cannot read it
     * @throws districtkpi.db.embedded.EmbeddedDatabaseException if the folder is not empty or
     *     cannot be used; in either case it is left as it was
     */
    public static Backup intoFolder(Path file, Path dataFolder, BackupProgress progress) {
        // What costs nothing is looked at first.
        NewDataFolder.requireEmpty(dataFolder);
        Backup backup = Backup.check(file, progress.part(0, CHECKED));
        requireRoom(backup.contents(), dataFolder.toAbsolutePath().normalize());
        try (NewDataFolder folder = NewDataFolder.start(dataFolder)) {
            EmbeddedDatabase database = folder.database();
            restore(
                    file,
                    backup.contents(),
                    new DriverManagerDataSource(
                            database.jdbcUrl(), database.username(), database.password()),
                    progress.part(CHECKED, 1));
            folder.complete();
        }
        return backup;
    }

    /**
     * Fills an empty database of one's own.
     *
     * @param owner connections of the role that owns the database
     * @return what was restored
     * @throws BackupException if the file is no whole backup, this program cannot read it, or the
     *     database is not empty; it is left as it was
     */
    public static Backup intoDatabase(Path file, DataSource owner, BackupProgress progress) {
        requireEmpty(owner);
        Backup backup = Backup.check(file, progress.part(0, CHECKED));
        requireEmpty(owner);
        try {
            restore(file, backup.contents(), owner, progress.part(CHECKED, 1));
        } catch (BackupException e) {
            // Where a program was faster, what is there is not ours to remove.
            if (!e.notEmpty()) {
                try {
                    Migrations.removeAll(owner);
                } catch (FlywayException second) {
                    e.addSuppressed(second);
                }
            }
            throw e;
        }
        return backup;
    }

    private static void restore(
            Path file, BackupContents contents, DataSource owner, BackupProgress progress) {
        try {
            if (!Migrations.runUntil(owner, contents.schemaVersion())) {
                throw notEmpty();
            }
            progress.reached(PREPARED);
            try (Connection connection = owner.getConnection();
                    BackupFile opened = BackupFile.open(file)) {
                requireSame(contents, opened.contents());
                connection.setAutoCommit(false);
                Snapshot.setForm(connection);
                load(connection, opened, progress.part(PREPARED, LOADED));
                connection.commit();
            }
            Migrations.run(owner);
            progress.reached(1);
        } catch (SQLException | FlywayException e) {
            throw new BackupException(
                    DatabaseTexts.text("restore.failed", String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new BackupException(DatabaseTexts.text("backup.unreadable", file, e), e);
        }
    }

    private static void load(Connection connection, BackupFile file, BackupProgress progress)
            throws SQLException, IOException {
        BackupContents contents = file.contents();
        requireMigrations(contents, Catalog.migrations(connection));
        Catalog catalog = Catalog.of(connection);
        Map<String, Catalog.Table> tables =
                catalog.tables().stream()
                        .collect(Collectors.toMap(Catalog.Table::name, Function.identity()));
        boolean sameTables =
                tables.keySet()
                        .equals(
                                contents.tables().stream()
                                        .map(BackupContents.Table::name)
                                        .collect(Collectors.toSet()));
        boolean sameSequences =
                catalog.sequences().stream()
                        .sorted()
                        .toList()
                        .equals(
                                contents.sequences().stream()
                                        .map(Sequence::name)
                                        .sorted()
                                        .toList());
        if (!sameTables || !sameSequences) {
            throw otherTables();
        }
        try (Statement statement = connection.createStatement()) {
            // The triggers refuse to empty a table, and rightly: the migrations left rows in some.
            for (Catalog.Table table : catalog.tables()) {
                statement.execute(alter(table, "disable trigger user"));
            }
            // Tables point to each other in a circle, so that none could come first.
            for (ForeignKey key : catalog.foreignKeys()) {
                statement.execute(key.drop());
            }
            statement.execute(
                    catalog.tables().stream()
                            .map(table -> "public." + Catalog.quoted(table.name()))
                            .collect(Collectors.joining(", ", "truncate ", "")));
            copy(connection, catalog, file, progress);
            for (ForeignKey key : catalog.foreignKeys()) {
                add(statement, key);
            }
            setSequences(connection, contents.sequences());
            for (Catalog.Table table : catalog.tables()) {
                statement.execute(alter(table, "enable trigger user"));
            }
        }
    }

    private static void add(Statement statement, ForeignKey key) throws SQLException {
        try {
            statement.execute(key.add());
        } catch (PSQLException e) {
            throw unusable(key.table(), e);
        }
    }

    private static BackupException unusable(String table, PSQLException cause) {
        return new BackupException(
                DatabaseTexts.text(
                        "restore.rows-unusable", table, String.valueOf(cause.getMessage())),
                cause);
    }

    private static String alter(Catalog.Table table, String what) {
        return "alter table public." + Catalog.quoted(table.name()) + " " + what;
    }

    private static void copy(
            Connection connection, Catalog catalog, BackupFile file, BackupProgress progress)
            throws SQLException, IOException {
        Map<String, BackupContents.Table> kept =
                file.contents().tables().stream()
                        .collect(Collectors.toMap(BackupContents.Table::name, Function.identity()));
        long whole = Math.max(1, file.contents().bytes());
        long before = 0;
        for (Catalog.Table table : catalog.tables()) {
            BackupContents.Table text = kept.get(table.name());
            if (text == null || !text.columns().equals(table.columns())) {
                throw otherTables();
            }
            try (InputStream rows = file.text(text)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(table.copyIn(), rows, BUFFER);
            } catch (PSQLException e) {
                throw unusable(table.name(), e);
            }
            BackupContents.Table restored =
                    Snapshot.copy(
                            connection,
                            table,
                            OutputStream.nullOutputStream(),
                            BackupProgress.NONE);
            if (!restored.equals(text)) {
                throw new BackupException(
                        DatabaseTexts.text("restore.table-differs", table.name()));
            }
            before += text.bytes();
            progress.reached((double) before / whole);
        }
    }

    private static void setSequences(Connection connection, List<Sequence> sequences)
            throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (Sequence sequence : sequences) {
                set.setString(1, "public." + Catalog.quoted(sequence.name()));
                set.setLong(2, sequence.lastValue());
                set.setBoolean(3, sequence.called());
                try (ResultSet row = set.executeQuery()) {
                    row.next();
                }
            }
        }
    }

    private static void requireMigrations(BackupContents contents, List<Migration> run) {
        if (run.equals(contents.migrations())) {
            return;
        }
        if (run.size() < contents.migrations().size()
                && run.equals(contents.migrations().subList(0, run.size()))) {
            throw new BackupException(
                    DatabaseTexts.text("restore.newer-program", contents.program()));
        }
        throw new BackupException(DatabaseTexts.text("restore.other-program", contents.program()));
    }

    private static BackupException otherTables() {
        return new BackupException(DatabaseTexts.text("restore.other-tables"));
    }

    private static void requireSame(BackupContents checked, BackupContents opened) {
        if (!checked.equals(opened)) {
            throw new BackupException(DatabaseTexts.text("restore.changed"));
        }
    }

    /**
     * A file that unpacks to more than there is room for is refused before anything is made. Files
     * are twice as long in text as they are in the database.
     */
    private static void requireRoom(BackupContents contents, Path dataFolder) {
        long needed = contents.bytes() / 2;
        Path there = dataFolder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            if (needed > free) {
                throw new BackupException(
                        DatabaseTexts.text("restore.no-room", megabytes(needed), megabytes(free)));
            }
        } catch (IOException e) {
            log.warn("It cannot be told how much room there is for {}", dataFolder, e);
        }
    }

    private static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }

    private static void requireEmpty(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select exists (
                                    select from pg_class
                                    where relnamespace = 'public'::regnamespace
                                        and not exists (
                                            select from pg_depend
                                            where classid = 'pg_class'::regclass
                                                and objid = pg_class.oid and deptype = 'e'
                                        )
                                )\
                                """)) {
            row.next();
            if (row.getBoolean(1)) {
                throw notEmpty();
            }
        } catch (SQLException e) {
            throw new BackupException(
                    DatabaseTexts.text("restore.unreachable", String.valueOf(e.getMessage())), e);
        }
    }

    private static BackupException notEmpty() {
        return BackupException.ofUsedDatabase(DatabaseTexts.text("restore.not-empty"));
    }
}
