package districtkpi.db.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The way over to another major version of PostgreSQL: a backup of a server of 17, brought back on
 * the one of this program.
 */
class OtherVersionIT {

    /** Where the build puts the binaries of the other version; the class path has this one's. */
    private static final Path BINARIES = Path.of("target", "postgresql-17");

    /** Since 18 a generated column is worked out when it is read, unless it says otherwise. */
    private static final Pattern GENERATED =
            Pattern.compile(
                    "(generated always as \\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))(?!\\s*stored)");

    @TempDir private Path folder;

    @Test
    void aBackupOfPostgresql17IsRestoredOn18() throws Exception {
        assumeTrue(
                System.getProperty("os.name").startsWith("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "The other version is there for this kind of machine alone");
        try (Source source = new Source();
                URLClassLoader other = otherVersion()) {
            Backup original = source.backUp(folder.resolve("18.backup"));
            Class<?> type = other.loadClass(EmbeddedDatabase.class.getName());
            try (AutoCloseable server =
                    (AutoCloseable)
                            type.getMethod("start", Path.class)
                                    .invoke(null, folder.resolve("data"))) {
                DataSource owner =
                        new DriverManagerDataSource(
                                (String) type.getMethod("jdbcUrl").invoke(server),
                                (String) type.getMethod("username").invoke(server),
                                (String) type.getMethod("password").invoke(server));
                fill(owner, original);
                Backup older =
                        Backup.write(
                                owner,
                                folder.resolve("17.backup"),
                                "1.0.0",
                                Source.NOON,
                                BackupProgress.NONE);
                assertThat(older.contents().postgresql()).startsWith("17.");
                assertThat(older.contents().tables()).isEqualTo(original.contents().tables());

                try (TestDatabase empty = TestDatabase.createEmpty()) {
                    Restore.intoDatabase(older.file(), empty.dataSource(), BackupProgress.NONE);
                    Backup newer =
                            Backup.write(
                                    empty.dataSource(),
                                    folder.resolve("again.backup"),
                                    "1.0.0",
                                    Source.NOON,
                                    BackupProgress.NONE);
                    assertThat(newer.contents().postgresql()).startsWith("18");
                    assertThat(newer.contents().tables()).isEqualTo(original.contents().tables());
                    assertThat(newer.contents().sequences())
                            .isEqualTo(original.contents().sequences());
                }
            }
        }
    }

    /** The embedded database as it is, with the binaries of the other version before its own. */
    private static URLClassLoader otherVersion() throws IOException {
        List<URL> path = new ArrayList<>();
        try (Stream<Path> files = Files.list(BINARIES)) {
            for (Path file : files.toList()) {
                path.add(file.toUri().toURL());
            }
        }
        assertThat(path).as("the build copies it: ./mvnw -pl db process-test-resources").hasSize(1);
        for (String one : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            path.add(url(one));
        }
        return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) throws MalformedURLException {
        return Path.of(entry).toUri().toURL();
    }

    /** As a program of that version would have left it, with the rows of a backup. */
    private static void fill(DataSource owner, Backup backup) throws SQLException, IOException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                BackupFile file = BackupFile.open(backup.file())) {
            statement.execute(
                    """
                    create table flyway_schema_history (installed_rank integer not null,
                        version text, description text, checksum integer, success boolean)\
                    """);
            int rank = 0;
            for (BackupContents.Migration migration : backup.contents().migrations()) {
                statement.execute(step(migration));
                try (PreparedStatement row =
                        connection.prepareStatement(
                                "insert into flyway_schema_history values (?, ?, ?, ?, true)")) {
                    row.setInt(1, ++rank);
                    row.setString(2, migration.version());
                    row.setString(3, migration.description());
                    row.setInt(4, migration.checksum());
                    row.executeUpdate();
                }
            }
            Catalog catalog = Catalog.of(connection);
            for (Catalog.ForeignKey key : catalog.foreignKeys()) {
                statement.execute(key.drop());
            }
            for (Catalog.Table table : catalog.tables()) {
                statement.execute("alter table " + table.name() + " disable trigger user");
                statement.execute("truncate " + table.name());
                BackupContents.Table text =
                        backup.contents().tables().stream()
                                .filter(one -> one.name().equals(table.name()))
                                .findFirst()
                                .orElseThrow();
                try (InputStream rows = file.text(text)) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), rows);
                }
            }
            for (Catalog.ForeignKey key : catalog.foreignKeys()) {
                statement.execute(key.add());
            }
            for (BackupContents.Sequence sequence : backup.contents().sequences()) {
                try (ResultSet set =
                        statement.executeQuery(
                                String.format(
                                        Locale.ROOT,
                                        "select setval('%s', %d, %b)",
                                        sequence.name(),
                                        sequence.lastValue(),
                                        sequence.called()))) {
                    set.next();
                }
            }
        }
    }

    private static String step(BackupContents.Migration migration) throws IOException {
        String name =
                "/db/migration/V"
                        + migration.version()
                        + "__"
                        + migration.description().replace(' ', '_')
                        + ".sql";
        try (InputStream stream = OtherVersionIT.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return GENERATED
                    .matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("$1 stored");
        }
    }
}
