package districtkpi.db.outage;

import org.springframework.dao.DataAccessResourceFailureException;

/** Nothing large is written any more, so that what is left of the disk suffices to go on. */
public final class NoRoomException extends DataAccessResourceFailureException {

    NoRoomException(long free) {
        super("Only " + free + " bytes are left for the data");
    }
}
