package districtkpi.db.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import districtkpi.db.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class WatchedDataSourceIT {

    /** A pool that was refused its connections for so long rests for seconds at a time. */
    private static final Duration OUTAGE = Duration.ofSeconds(3);

    @Test
    void givesOutConnectionsAsSoonAsTheDatabaseIsBack() throws Exception {
        try (TestDatabase database = TestDatabase.createEmpty();
                DatabaseWatch watch = DatabaseWatch.start(direct(database));
                HikariDataSource pool = pool(database, watch)) {
            WatchedDataSource source = new WatchedDataSource(pool, watch);
            assertAnswers(source);

            database.leave();
            await(watch, true);
            assertThatThrownBy(source::getConnection).isInstanceOf(DatabaseAwayException.class);
            Thread.sleep(OUTAGE);
            database.comeBack();
            await(watch, false);

            long back = System.nanoTime();
            assertAnswers(source);
            assertThat(Duration.ofNanos(System.nanoTime() - back))
                    .isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aPoolThatWaitsForTheDatabaseIsClosedSoon() throws Exception {
        try (TestDatabase database = TestDatabase.createEmpty();
                DatabaseWatch watch = DatabaseWatch.start(direct(database))) {
            HikariDataSource pool = pool(database, watch);
            assertAnswers(new WatchedDataSource(pool, watch));
            database.leave();
            await(watch, true);
            // Longer than a pool left alone trusts a connection that was used last.
            Thread.sleep(Duration.ofMillis(600));
            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);

            long closing = System.nanoTime();
            pool.close();

            assertThat(Duration.ofNanos(System.nanoTime() - closing))
                    .isLessThan(Duration.ofSeconds(2));
            database.comeBack();
        }
    }

    private static void assertAnswers(WatchedDataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private static void await(DatabaseWatch watch, boolean away) throws InterruptedException {
        while (watch.isAway() != away) {
            Thread.sleep(10);
        }
    }

    private static HikariDataSource pool(TestDatabase database, DatabaseWatch watch) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(WatchedDataSource.underPool(direct(database), watch));
        config.setConnectionTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private static PGSimpleDataSource direct(TestDatabase database) {
        PGSimpleDataSource direct = new PGSimpleDataSource();
        direct.setUrl(database.jdbcUrl());
        direct.setUser(database.username());
        direct.setPassword(database.password());
        return direct;
    }
}
