package districtkpi.db.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account with what its password is checked against.
 *
 * @param hash absent where an identity provider says who somebody is
 */
public record Credentials(Account account, @Nullable String hash) {

    public Optional<String> passwordHash() {
        return Optional.ofNullable(hash);
    }

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "Credentials of " + account.name();
    }
}
