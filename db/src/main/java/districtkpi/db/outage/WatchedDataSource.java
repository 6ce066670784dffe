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
     * The connections that a pool is made of.
     *
     * @param direct makes a new one each time
     */
    public static DataSource underPool(DataSource direct, DatabaseWatch watch) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                requireThere(watch);
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
