package districtkpi.db.round;

import static districtkpi.db.jooq.Tables.ROUND;

import districtkpi.domain.agreement.RoundId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes those who write to a round wait for each other, so that what one of them compared stays
 * true until it is stored, and so that the ids of a round's imports become visible in their order.
 *
 * <p>Readers do not wait.
 */
@Component
public class RoundLock {

    private final DSLContext dsl;

    RoundLock(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Waits for the round and holds it until the caller's transaction ends. Whoever needs several
     * rounds takes them in their order, lest two wait for each other.
     *
     * @throws RoundGoneException if the round was not opened, or is not there any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(RoundId round) {
        // "No key": rows that refer to the round can still be checked by others.
        boolean locked =
                dsl.select(ROUND.ROUND_ID)
                        .from(ROUND)
                        .where(ROUND.ROUND_ID.eq(round))
                        .forNoKeyUpdate()
                        .fetchOptional()
                        .isPresent();
        if (!locked) {
            throw new RoundGoneException(round);
        }
    }
}
