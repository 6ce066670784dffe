package districtkpi.db.outage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A pool that gives out nothing while the database is away, and says so at once. While the database
 * is there and all connections are in use, it waits for one.
 */
public final class WatchedDataSource extends AbstractDataSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource pool;
    private final DatabaseWatch watch;

    /**
     * @param pool that waits a second at most: whether the database is there is looked at in
     *     between
     */
    public WatchedDataSource(DataSource pool, DatabaseWatch watch) {
        this.pool = pool;
        this.watch = watch;
    }

    /**
     * Connections without a pool, such as those of who owns the tables: none while the database is
     * away, and cut like the others once it is.
     *
     * @param direct makes a new one each time
     */
    public static DataSource withoutPool(DataSource direct, DatabaseWatch watch) {
        return made(direct, watch, () -> requireThere(watch));
    }

    /**
     * The connections that a pool is made of. While the database is away they are waited for: a
     * pool that is refused one rests for seconds before it tries again, and would have none to give
     * out when the database is back. Nobody but the pool itself waits.
     *
     * @param direct makes a new one each time
     */
    public static DataSource underPool(DataSource direct, DatabaseWatch watch) {
        return made(direct, watch, () -> awaitBack(watch));
    }

    /** What has to be so before a connection is made. */
    @FunctionalInterface
    private interface Condition {
        void require() throws DatabaseAwayException;
    }

    private static DataSource made(DataSource direct, DatabaseWatch watch, Condition before) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                before.require();
                Connection connection = direct.getConnection();
                watch.given(connection);
                return connection;
            }

            @Override
            public Connection getConnection(String username, String password) {
                throw notByName();
            }
        };
    }

    @Override
    public Connection getConnection() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            requireThere(watch);
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                watch.hurry();
            }
        }
    }

    private static void awaitBack(DatabaseWatch watch) throws DatabaseAwayException {
        try {
            if (watch.awaitBack(PATIENCE)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DatabaseAwayException("The database does not answer");
    }

    private static void requireThere(DatabaseWatch watch) throws DatabaseAwayException {
        if (watch.isAway()) {
            throw new DatabaseAwayException("The database does not answer");
        }
    }

    /**
     * Not offered: the connections are the program's.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public Connection getConnection(String username, String password) {
        throw notByName();
    }

    private static UnsupportedOperationException notByName() {
        return new UnsupportedOperationException("Connections are given out to nobody by name");
    }
}
