package districtkpi.ui.security;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.Credentials;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Permission;
import districtkpi.db.account.Role;
import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.transaction.WriteTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Looks after the accounts; every change is recorded with it, or does not happen. */
@Service
public class Accounts {

    /** How an account is signed in with, in the audit. */
    private static final String WAY = "way";

    private static final String PASSWORD = "password";

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final SignInGuard guard;
    private final WriteTransaction writing;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder encoder,
            AuditTrail audit,
            SignInGuard guard,
            WriteTransaction writing) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.audit = audit;
        this.guard = guard;
        this.writing = writing;
    }

    /**
     * An account with a password made for it.
     *
     * @param password to be shown once, and to be changed at the next sign-in
     */
    public record WithPassword(Account account, String password) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "WithPassword of " + account.name();
        }
    }

    /** The account of somebody, as it is now. */
    public Account of(SignedIn who) {
        return accounts.find(who.accountId()).orElseThrow();
    }

    /** How a change of one's own password ended. */
    public enum PasswordChange {
        DONE,
        /** The password so far is another one. */
        WRONG,
        /** Too many wrong ones. */
        LOCKED
    }

    public List<Account> all() {
        return accounts.findAll();
    }

    /** Until when nobody can sign in with an account, because of too many failures. */
    public Optional<Instant> lockedUntil(Account account) {
        return guard.lockedUntil(account.name().value(), account.version());
    }

    /**
     * Adds an account.
     *
     * @throws org.springframework.dao.DuplicateKeyException if there is one of that name
     */
    public WithPassword add(AccountData data) {
        requireAdministrator();
        String password = Passwords.random();
        return writing.get(() -> {
            Account added = accounts.add(data, hashed(password, true), false);
            audit.record(
                    AuditAction.ACCOUNT_ADDED, subject(added), Map.of(), described(data, true));
            return new WithPassword(added, password);
        });
    }

    /** Adds an account without a password: an identity provider says who it is. */
    public Account addOfProvider(AccountData data) {
        requireAdministrator();
        return writing.get(() -> {
            Account added = accounts.add(data, NewPassword.NONE, false);
            Map<String, String> described = described(data, true);
            described.put(WAY, Channel.PROVIDER.key());
            audit.record(AuditAction.ACCOUNT_ADDED, subject(added), Map.of(), described);
            return added;
        });
    }

    /**
     * Takes the password of somebody else's account away: from now on an identity provider says who
     * it is, until it is given a password again.
     *
     * @throws AccessDeniedException for one's own account
     * @throws IllegalStateException if no administrator had a password any more, who is needed when
     *     the provider is gone
     */
    public Account leaveToProvider(Account account) {
        requireAdministrator();
        refuseOwn(account);
        refuseDemonstration(account.demonstration());
        return writing.get(() -> {
            Account changed = accounts.setPassword(account.id(), NewPassword.NONE);
            requireAdministratorLeft();
            audit.record(
                    AuditAction.ACCOUNT_CHANGED,
                    subject(account),
                    Map.of(WAY, PASSWORD),
                    Map.of(WAY, Channel.PROVIDER.key()));
            return changed;
        });
    }

    private void requireAdministratorLeft() {
        if (!accounts.hasEnabled(Role.ADMINISTRATOR)) {
            throw new IllegalStateException("The last administrator stays");
        }
    }

    /**
     * Changes an account. Sessions with it end, except one's own, which goes on as an
     * administrator's.
     *
     * @param known as it was shown
     * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it
     *     meanwhile
     * @throws IllegalStateException if no administrator with a password were left
     */
    public Account change(Account known, AccountData data, boolean enabled) {
        requireAdministrator();
        refuseDemonstration(known.demonstration());
        Account account =
                writing.get(() -> {
                    Account changed = accounts.change(known.id(), known.version(), data, enabled);
                    requireAdministratorLeft();
                    audit.record(
                            AuditAction.ACCOUNT_CHANGED,
                            subject(known),
                            described(known.data(), known.enabled()),
                            described(data, enabled));
                    return changed;
                });
        if (isOwn(account) && enabled && account.role() == Role.ADMINISTRATOR) {
            goOn(account);
        }
        return account;
    }

    /**
     * Gives somebody else another password, to be changed at the next sign-in.
     *
     * @throws AccessDeniedException for one's own account: it would end the session before the
     *     password was read, and the only administrator would be shut out
     */
    public WithPassword resetPassword(Account account) {
        requireAdministrator();
        refuseOwn(account);
        refuseDemonstration(account.demonstration());
        String password = Passwords.random();
        return writing.get(() -> {
            Account changed = accounts.setPassword(account.id(), hashed(password, true));
            audit.record(
                    AuditAction.PASSWORD_RESET,
                    subject(account),
                    account.withPassword() ? Map.of() : Map.of(WAY, Channel.PROVIDER.key()),
                    account.withPassword() ? Map.of() : Map.of(WAY, PASSWORD));
            return new WithPassword(changed, password);
        });
    }

    /** Lets somebody try again at once. */
    public void unlock(Account account) {
        requireAdministrator();
        guard.forget(account.name().value(), account.version());
        audit.record(AuditAction.UNLOCKED, subject(account), Map.of(), Map.of());
    }

    /**
     * Changes the password of whoever is signed in. All other sessions of the account end.
     *
     * @param next without a {@link Passwords#fault}
     */
    public PasswordChange changeOwnPassword(SignedIn who, String soFar, String next) {
        refuseDemonstration(of(who).demonstration());
        return guard.inTurn(who.name().value(), () -> changePassword(who, soFar, next));
    }

    private PasswordChange changePassword(SignedIn who, String soFar, String next) {
        String name = who.name().value();
        if (guard.lockedUntil(name, who.version()).isPresent()) {
            return PasswordChange.LOCKED;
        }
        boolean right =
                accounts.findCredentials(who.name())
                        .flatMap(Credentials::passwordHash)
                        .filter(hash -> encoder.matches(soFar, hash))
                        .isPresent();
        if (!right) {
            guard.failed(name, who.version(), "");
            audit.record(AuditAction.SIGN_IN_FAILED, "account " + name, Map.of(), Map.of());
            return PasswordChange.WRONG;
        }
        Account changed =
                writing.get(() -> {
                    audit.record(
                            AuditAction.PASSWORD_CHANGED, "account " + name, Map.of(), Map.of());
                    return accounts.setPassword(who.accountId(), hashed(next, false));
                });
        goOn(changed);
        return PasswordChange.DONE;
    }

    /** This session goes on, as the account is now. */
    private static void goOn(Account changed) {
        own().ifPresent(own ->
                SecurityContextHolder.getContext()
                        .setAuthentication(
                                AccountAuthentication.of(changed, own.channel(), own.since())));
    }

    private static Optional<AccountAuthentication> own() {
        return AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication());
    }

    /** Whether it is the account of whoever is signed in. */
    public boolean isOwn(Account account) {
        return own().filter(own -> own.who().accountId() == account.id()).isPresent();
    }

    private void refuseOwn(Account account) {
        if (isOwn(account)) {
            throw new AccessDeniedException("One's own password is changed on one's own page");
        }
    }

    private static void requireAdministrator() {
        if (own().filter(own -> own.who().may(Permission.MANAGE_ACCOUNTS)).isEmpty()) {
            throw new AccessDeniedException("Not permitted");
        }
    }

    private static void refuseDemonstration(boolean demonstration) {
        if (demonstration) {
            throw new AccessDeniedException("An account of demonstration stays as it is");
        }
    }

    private NewPassword hashed(String password, boolean temporary) {
        return new NewPassword(Objects.requireNonNull(encoder.encode(password)), temporary);
    }

    private static Map<String, String> described(AccountData data, boolean enabled) {
        Map<String, String> described = new TreeMap<>();
        described.put("name", data.name().value());
        described.put("role", data.role().key());
        described.put("post", data.post());
        described.put("enabled", String.valueOf(enabled));
        data.district().ifPresent(code -> described.put("district", code.value()));
        data.unit().ifPresent(unit -> described.put("unit", unit.value()));
        return described;
    }

    private static String subject(Account account) {
        return "account " + account.name();
    }
}
