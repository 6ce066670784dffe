package districtkpi.ui.security;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.office.account.Channel;
import districtkpi.ui.security.SignInException.Reason;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.stereotype.Component;

/**
 * Whose account it is that an identity provider speaks of. It says a name and nothing else: what
 * the account may do stands here. None is made, and none that has a password is let in.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
class ProviderAccounts {

    /**
     * A provider may tell names apart that begin or end with blanks, or that have a letter that
     * only becomes one of a–z when it is made small, such as the sign for kelvin.
     */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._@-]+");

    private final AccountRepository accounts;
    private final AuditTrail audit;
    private final Clock clock;
    private final String claim;

    /**
     * @param claim in which of its statements the provider says the name
     */
    ProviderAccounts(
            AccountRepository accounts,
            AuditTrail audit,
            Clock clock,
            @Value("${district-kpi.provider.claim}") String claim) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.claim = claim;
    }

    /**
     * Signs in whom a provider names.
     *
     * @param statement signed by the provider, which was checked
     * @throws SignInException if no account is meant for that, or if it is disabled
     */
    AccountAuthentication signIn(OidcIdToken statement) {
        Optional<Account> named = name(statement).flatMap(accounts::find);
        Account account =
                named.filter(known -> !known.withPassword())
                        .orElseThrow(() -> refused(named, Reason.NO_ACCOUNT));
        if (!account.enabled()) {
            throw refused(named, Reason.DISABLED);
        }
        audit.recordOf(
                SignedIn.of(account),
                AuditAction.SIGNED_IN,
                subject(named),
                Map.of("way", Channel.PROVIDER.key()));
        return AccountAuthentication.of(account, Channel.PROVIDER, clock.instant());
    }

    private Optional<AccountName> name(OidcIdToken statement) {
        // Some providers let people write down any address.
        if (claim.equals(StandardClaimNames.EMAIL)
                && !Objects.equals(statement.getEmailVerified(), true)) {
            return Optional.empty();
        }
        try {
            return statement.getClaim(claim) instanceof String name && PLAIN.matcher(name).matches()
                    ? Optional.of(AccountName.of(name))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Of a name that no account has nothing is kept: there are no data of strangers here. */
    private SignInException refused(Optional<Account> named, Reason reason) {
        audit.recordOf(
                null,
                AuditAction.SIGN_IN_FAILED,
                subject(named),
                Map.of("way", Channel.PROVIDER.key(), "reason", reason.key()));
        return new SignInException(reason);
    }

    private static String subject(Optional<Account> named) {
        return "account " + named.map(account -> account.name().value()).orElse("?");
    }
}
