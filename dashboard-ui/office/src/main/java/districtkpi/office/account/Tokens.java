package districtkpi.office.account;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.ApiToken;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.account.TokenRepository;
import districtkpi.db.account.TokenScope;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.office.access.Permit;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Service;

/** Makes, checks and revokes the tokens that programs call the API with. */
@Service
public class Tokens {

    /** Every token begins so, to be found where it was left behind by mistake. */
    static final String PREFIX = "dkpi_";

    private static final int RANDOM_BYTES = 32;

    private final TokenRepository tokens;
    private final AccountRepository accounts;
    private final AuditTrail audit;
    private final Clock clock;
    private final WriteTransaction writing;
    private final SecureRandom random = new SecureRandom();

    Tokens(
            TokenRepository tokens,
            AccountRepository accounts,
            AuditTrail audit,
            Clock clock,
            WriteTransaction writing) {
        this.writing = writing;
        this.tokens = tokens;
        this.audit = audit;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A new token.
     *
     * @param secret to be shown once
     */
    public record Made(ApiToken token, String secret) {

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Made " + token.id();
        }
    }

    /** Makes a token of one's own. */
    public Made make(SignedIn who, String label, TokenScope scope, Duration validFor) {
        Permit.require(Permission.OWN_ACCOUNT, who);
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + HexFormat.of().formatHex(bytes);
        return writing.get(() -> {
            ApiToken token =
                    tokens.add(
                            who.accountId(),
                            label,
                            DigestUtils.sha256Hex(secret),
                            scope,
                            clock.instant().plus(validFor));
            audit.recordOf(
                    who,
                    AuditAction.TOKEN_MADE,
                    "token " + token.id(),
                    Map.of(
                            "label",
                            token.label(),
                            "scope",
                            scope.key(),
                            "expires",
                            token.expiresAt().toString()));
            return new Made(token, secret);
        });
    }

    /** The tokens of one's own, newest first. */
    public List<ApiToken> of(SignedIn who) {
        return tokens.findOf(who.accountId());
    }

    /** Revokes a token of one's own; nothing happens if there is none of that number. */
    public void revoke(SignedIn who, long id) {
        Permit.require(Permission.OWN_ACCOUNT, who);
        writing.run(() ->
                tokens.revoke(who.accountId(), id)
                        .ifPresent(revoked ->
                                audit.recordOf(
                                        who,
                                        AuditAction.TOKEN_REVOKED,
                                        "token " + revoked.id(),
                                        Map.of("label", revoked.label()))));
    }

    /** Who calls with a token, as its account is now; absent where it lets nobody in. */
    public Optional<SignedIn> find(String secret) {
        return tokens.findBySha256(DigestUtils.sha256Hex(secret))
                .filter(known -> known.isValid(clock.instant()))
                .flatMap(token ->
                        accounts.find(token.accountId())
                                .filter(Account::enabled)
                                .map(account -> SignedIn.of(account, token.scope())));
    }
}
