package districtkpi.office.account;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.TextBundle;
import districtkpi.office.access.Permit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Sees to it that somebody can sign in: the first administrator, and on demonstration data an
 * account of each role. Where these are not offered (any more), they are shut.
 */
@Component
public class FirstAccounts {

    private static final TextBundle TEXTS = TextBundle.beside(FirstAccounts.class, "accounts");

    private static final Logger log = LoggerFactory.getLogger(FirstAccounts.class);

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final DemonstrationAccounts demonstration;
    private final Permit permit;
    private final WriteTransaction writing;

    FirstAccounts(
            AccountRepository accounts,
            PasswordEncoder encoder,
            AuditTrail audit,
            DemonstrationAccounts demonstration,
            Permit permit,
            WriteTransaction writing) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.audit = audit;
        this.demonstration = demonstration;
        this.permit = permit;
        this.writing = writing;
    }

    /**
     * Adds those that are missing.
     *
     * @param adminPassword of the first administrator; empty: one is made, and told to the log
     */
    public void add(String adminPassword) {
        permit.requireProgram();
        writing.run(() -> addMissing(adminPassword));
    }

    private void addMissing(String adminPassword) {
        // Whoever gave the first administrator another name does not want a second one.
        if (!accounts.hasAny()) {
            addAdministrator(adminPassword);
        }
        demonstration.accounts().forEach(this::offer);
        if (!demonstration.offered()) {
            accounts.findAll().stream()
                    .filter(account -> account.demonstration() && account.enabled())
                    .forEach(account -> setEnabled(account, false));
        }
    }

    private void addAdministrator(String adminPassword) {
        String password = adminPassword.isBlank() ? Passwords.random() : adminPassword;
        add(AccountData.of(AccountName.ADMIN, "", Role.ADMINISTRATOR), password, false);
        if (adminPassword.isBlank()) {
            LocalizedText text = TEXTS.text("first-password");
            log.info("{} / {}: {} / {}", text.th(), text.en(), AccountName.ADMIN, password);
        } else {
            log.info(
                    "The first administrator is {}, with the password of"
                            + " DISTRICT_KPI_ADMIN_PASSWORD",
                    AccountName.ADMIN);
        }
    }

    private void offer(AccountData data) {
        Optional<Account> known = accounts.find(data.name());
        if (known.isEmpty()) {
            add(data, DemonstrationAccounts.PASSWORD, true);
        } else if (known.get().demonstration() && !known.get().enabled()) {
            setEnabled(known.get(), true);
        }
    }

    private void add(AccountData data, String password, boolean ofDemonstration) {
        accounts.add(data, hashed(password), ofDemonstration);
        audit.record(
                AuditAction.ACCOUNT_ADDED,
                "account " + data.name(),
                Map.of(),
                Map.of("role", data.role().key()));
    }

    private void setEnabled(Account account, boolean enabled) {
        accounts.change(account.id(), account.version(), account.data(), enabled);
        audit.record(
                AuditAction.ACCOUNT_CHANGED,
                "account " + account.name(),
                Map.of("enabled", String.valueOf(account.enabled())),
                Map.of("enabled", String.valueOf(enabled)));
    }

    private NewPassword hashed(String password) {
        return new NewPassword(Objects.requireNonNull(encoder.encode(password)), false);
    }
}
