package districtkpi.db.audit;

import districtkpi.db.account.AccountName;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param action only these; absent: all
 * @param name only what this account did; absent: everybody
 */
public record AuditFilter(@Nullable AuditAction action, @Nullable AccountName name) {

    /** All entries. */
    public static final AuditFilter ALL = new AuditFilter(null, null);
}
