package districtkpi.ui.wiring;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Where the database is, and as whom it is asked.
 *
 * @param url asked each time: the embedded database may have moved to another port
 */
record DatabaseAddress(Supplier<String> url, String username, String password) {

    /**
     * Makes a new connection each time.
     *
     * @param patience after which a server that says nothing is given up
     */
    DataSource connections(Duration patience) {
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        String seconds = String.valueOf(patience.toSeconds());
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("tcpKeepAlive", "true");
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return DriverManager.getConnection(url.get(), properties);
            }

            @Override
            public Connection getConnection(String name, String password) {
                throw new UnsupportedOperationException(
                        "Connections are given out to nobody by name");
            }
        };
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return url.get();
    }
}
