package districtkpi.office.account;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.scope.RowScope;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @throws Refused if it is not an administrator's account
     */
    public String letIn(AccountName name) {
        return RowScope.inProvince(() -> writing.get(() -> renew(name)));
    }

    private String renew(AccountName name) {
        Account account =
                accounts.find(name).orElseThrow(() -> new Refused(Reason.NO_ACCOUNT, name.value()));
        if (account.demonstration()) {
            throw new Refused(Reason.DEMONSTRATION_ACCOUNT, name.value());
        }
        if (account.role() != Role.ADMINISTRATOR) {
            throw new Refused(Reason.NO_ADMINISTRATOR, name.value());
        }
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
}
