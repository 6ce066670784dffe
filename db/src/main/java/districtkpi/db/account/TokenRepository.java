package districtkpi.db.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens that accounts call the API with. Writes run in a transaction of the caller. */
public interface TokenRepository {

    /**
     * The token with a digest, whether it is still valid or not.
     *
     * @param sha256 of the token, as 64 lower-case hexadecimal digits
     */
    Optional<ApiToken> findBySha256(String sha256);

    /** The tokens of an account, newest first. */
    List<ApiToken> findOf(long accountId);

    ApiToken add(long accountId, String label, String sha256, TokenScope scope, Instant expiresAt);

    /**
     * Revokes a token of an account.
     *
     * @return absent if the account has no such token, or it was revoked before
     */
    Optional<ApiToken> revoke(long accountId, long id);
}
