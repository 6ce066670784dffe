package districtkpi.db.register;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The reminders. Each is written down before it is sent, in a transaction of its own, and once more
 * when it is known how that ended.
 */
public interface ReminderRepository {

    /**
     * Writes down that a reminder is about to be sent, within a transaction that holds the lock of
     * the round.
     *
     * @param occasion of an automatic one
     * @return its id; absent where one of this occasion was sent already, or may have been: only
     *     one that failed is tried again
     */
    OptionalLong begin(
            RoundId round,
            DistrictCode district,
            EmailAddress address,
            Optional<Occasion> occasion);

    /** The mail server took it. */
    void sent(long id);

    /** It was not sent. */
    void failed(long id, ReminderFailure failure);
}
