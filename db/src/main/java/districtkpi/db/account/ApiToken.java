package districtkpi.db.account;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token of an account, without the token itself, which is kept nowhere.
 *
 * @param label what it is for, in the words of who made it
 * @param expiresAt from when on it lets nobody in any more
 * @param revoked when it was revoked, if it was
 */
public record ApiToken(
        long id,
        long accountId,
        String label,
        TokenScope scope,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revoked) {

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revoked);
    }

    /** Whether it still lets somebody in. */
    public boolean isValid(Instant now) {
        return revoked == null && now.isBefore(expiresAt);
    }
}
