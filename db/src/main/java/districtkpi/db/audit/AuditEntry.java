package districtkpi.db.audit;

import districtkpi.db.account.AccountName;
import districtkpi.db.account.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did.
 *
 * @param name of the account; absent where the program acted by itself, or nobody knows who it was
 * @param role that the account had then
 * @param subject what it was done to, such as {@code import 12}
 * @param before what was so before, by name; may be empty
 * @param after what is so since; may be empty
 */
public record AuditEntry(
        long id,
        Instant happenedAt,
        @Nullable AccountName name,
        @Nullable Role role,
        AuditAction action,
        String subject,
        SortedMap<String, String> before,
        SortedMap<String, String> after) {

    public AuditEntry {
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
    }

    public Optional<AccountName> account() {
        return Optional.ofNullable(name);
    }

    public Optional<Role> accountRole() {
        return Optional.ofNullable(role);
    }
}
