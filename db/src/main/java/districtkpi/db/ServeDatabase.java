package districtkpi.db;

import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.text.DatabaseTexts;
import districtkpi.domain.LocalizedText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Starts the embedded PostgreSQL alone, brings it to the form of this program, and says how to
 * reach it; ends when it is interrupted.
 */
public final class ServeDatabase {

    private ServeDatabase() {}

    /** Takes no arguments; {@code DISTRICT_KPI_DATA} names the data folder. */
    public static void main(String[] arguments) throws InterruptedException {
        Path folder =
                Path.of(System.getenv().getOrDefault("DISTRICT_KPI_DATA", "data"))
                        .toAbsolutePath()
                        .normalize();
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        Migrations.run(
                new DriverManagerDataSource(
                        database.jdbcUrl(), database.username(), database.password()));
        LocalizedText ready = DatabaseTexts.text("database.ready");
        System.out.printf(
                Locale.ROOT,
                """
                %s
                %s
                  %s
                  PGPASSFILE=%s psql -h 127.0.0.1 -p %d -U %s %s
                """,
                ready.th(),
                ready.en(),
                database.jdbcUrl(),
                folder.resolve("pgpass"),
                database.port(),
                database.username(),
                database.username());
        new CountDownLatch(1).await();
    }
}
