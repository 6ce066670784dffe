package districtkpi.db.register;

import java.time.Instant;

/**
 * When something was done, and by whom.
 *
 * @param by the name of the account; empty where the program did it
 */
public record Done(Instant at, String by) {}
