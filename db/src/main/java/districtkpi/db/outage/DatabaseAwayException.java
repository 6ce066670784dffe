package districtkpi.db.outage;

import java.sql.SQLTransientConnectionException;

/** No connection is given out, since the database is known not to answer. */
public final class DatabaseAwayException extends SQLTransientConnectionException {

    DatabaseAwayException(String message) {
        super(message, "08001");
    }
}
