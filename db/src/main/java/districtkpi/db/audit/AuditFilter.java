package districtkpi.db.audit;

import districtkpi.db.account.AccountName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param action only these; absent: all
 * @param name only what this account did; absent: everybody
 * @param since only from this moment on; absent: from the first entry on
 * @param until only before this moment; absent: up to now
 */
public record AuditFilter(
        @Nullable AuditAction action,
        @Nullable AccountName name,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** All entries. */
    public static final AuditFilter ALL = new AuditFilter(null, null);

    /** Of any time. */
    public AuditFilter(@Nullable AuditAction action, @Nullable AccountName name) {
        this(action, name, null, null);
    }
}
