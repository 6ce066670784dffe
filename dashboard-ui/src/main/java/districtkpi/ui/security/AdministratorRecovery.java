package districtkpi.ui.security;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.scope.RowScope;
import districtkpi.db.transaction.WriteTransaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets an administrator in again whom nobody else can let in: for whoever has the server at hand,
 * and with it everything anyway. Not a part of the program that serves pages.
 */
@Import(PasswordConfiguration.class)
public class AdministratorRecovery {

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final WriteTransaction writing;
    private final boolean byProviderOnly;

    AdministratorRecovery(
            AccountRepository accounts,
            PasswordEncoder encoder,
            AuditTrail audit,
            WriteTransaction writing,
            @Value("${district-kpi.provider.only}") boolean byProviderOnly) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.audit = audit;
        this.writing = writing;
        this.byProviderOnly = byProviderOnly;
    }

    /** Why somebody is not let in. */
    public enum Refusal {
        /** There is no account of that name. */
        UNKNOWN,
        /** It is somebody else's. */
        NO_ADMINISTRATOR,
        /** It stays as it is. */
        DEMONSTRATION
    }

    /** Nobody was let in. */
    public static final class RefusedException extends RuntimeException {

        private final Refusal refusal;

        RefusedException(Refusal refusal) {
            super("Refused: " + refusal);
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /** Who can be let in again. */
    public List<AccountName> administrators() {
        return RowScope.inProvince(() ->
                accounts.findAll().stream()
                        .filter(account -> account.role() == Role.ADMINISTRATOR)
                        .filter(account -> !account.demonstration())
                        .map(Account::name)
                        .toList());
    }

    /** Whether the sign-in page takes no passwords as the program is set up. */
    public boolean isByProviderOnly() {
        return byProviderOnly;
    }

    /**
     * Gives an administrator a temporary password, and lets the account be signed in with if it was
     * shut or locked. Its sessions end. It is written into the audit as done on the server.
     *
     * @return the password, to be shown once
     * @throws RefusedException if it is not an administrator's account
     */
    public String letIn(AccountName name) {
        return RowScope.inProvince(() -> writing.get(() -> renew(name)));
    }

    private String renew(AccountName name) {
        Account account =
                accounts.find(name).orElseThrow(() -> new RefusedException(Refusal.UNKNOWN));
        refusal(account)
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
        String password = Passwords.random();
        accounts.setPassword(
                account.id(),
                new NewPassword(Objects.requireNonNull(encoder.encode(password)), true));
        if (!account.enabled()) {
            accounts.change(account.id(), account.version() + 1, account.data(), true);
        }
        String subject = "account " + name;
        audit.record(
                AuditAction.PASSWORD_RESET,
                subject,
                Map.of("enabled", String.valueOf(account.enabled())),
                Map.of("enabled", "true", "way", "server"));
        return password;
    }

    private static Optional<Refusal> refusal(Account account) {
        if (account.demonstration()) {
            return Optional.of(Refusal.DEMONSTRATION);
        }
        return account.role() == Role.ADMINISTRATOR
                ? Optional.empty()
                : Optional.of(Refusal.NO_ADMINISTRATOR);
    }
}
