package districtkpi.office.account;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.Credentials;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Permission;
import districtkpi.db.account.Role;
import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
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
    private final Permit permit;
    private final CurrentAccount current;
    private final OwnSession session;
    private final WriteTransaction writing;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder encoder,
            AuditTrail audit,
            SignInGuard guard,
            Permit permit,
            CurrentAccount current,
            OwnSession session,
            WriteTransaction writing) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.audit = audit;
        this.guard = guard;
        this.permit = permit;
        this.current = current;
        this.session = session;
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

    /** All that there are. */
    public List<Account> all() {
        permit.require(Permission.MANAGE_ACCOUNTS);
        return accounts.findAll();
    }

    /** Until when nobody can sign in with an account, because of too many failures. */
    public Optional<Instant> lockedUntil(Account account) {
        return guard.lockedUntil(account.name().value(), account.version());
    }

    /**
     * Adds an account.
     *
     * @throws Refused if there is one of that name
     */
    public WithPassword add(AccountData data) {
        permit.require(Permission.MANAGE_ACCOUNTS);
        String password = Passwords.random();
        return writing.get(() -> {
            Account added = attempt(data, () -> accounts.add(data, hashed(password, true), false));
            audit.record(
                    AuditAction.ACCOUNT_ADDED, subject(added), Map.of(), described(data, true));
            return new WithPassword(added, password);
        });
    }

    /** Adds an account without a password: an identity provider says who it is. */
    public Account addOfProvider(AccountData data) {
        permit.require(Permission.MANAGE_ACCOUNTS);
        return writing.get(() -> {
            Account added = attempt(data, () -> accounts.add(data, NewPassword.NONE, false));
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
     * @throws Refused for one's own account, or if no administrator had a password any more, who is
     *     needed when the provider is gone
     */
    public Account leaveToProvider(Account account) {
        permit.require(Permission.MANAGE_ACCOUNTS);
        refuseOwn(account);
        refuseDemonstration(account);
        return writing.get(() -> {
            Account changed = accounts.setPassword(account.id(), NewPassword.NONE);
            requireAdministratorLeft(changed);
            audit.record(
                    AuditAction.ACCOUNT_CHANGED,
                    subject(account),
                    Map.of(WAY, PASSWORD),
                    Map.of(WAY, Channel.PROVIDER.key()));
            return changed;
        });
    }

    private void requireAdministratorLeft(Account changed) {
        if (!accounts.hasEnabled(Role.ADMINISTRATOR)) {
            throw new Refused(Reason.LAST_ADMINISTRATOR, changed.name().value());
        }
    }

    /**
     * Changes an account. Sessions with it end, except one's own, which goes on as an
     * administrator's.
     *
     * @param known as it was shown
     * @throws Refused if somebody else changed it meanwhile, there is another one of that name, or
     *     no administrator with a password were left
     */
    public Account change(Account known, AccountData data, boolean enabled) {
        permit.require(Permission.MANAGE_ACCOUNTS);
        refuseDemonstration(known);
        Account account =
                writing.get(() -> {
                    Account changed =
                            attempt(
                                    data,
                                    () ->
                                            accounts.change(
                                                    known.id(), known.version(), data, enabled));
                    requireAdministratorLeft(changed);
                    audit.record(
                            AuditAction.ACCOUNT_CHANGED,
                            subject(known),
                            described(known.data(), known.enabled()),
                            described(data, enabled));
                    return changed;
                });
        if (isOwn(account) && enabled && account.role() == Role.ADMINISTRATOR) {
            session.continueAs(account);
        }
        return account;
    }

    /**
     * Gives somebody else another password, to be changed at the next sign-in.
     *
     * @throws Refused for one's own account: it would end the session before the password was read,
     *     and the only administrator would be shut out
     */
    public WithPassword resetPassword(Account account) {
        permit.require(Permission.MANAGE_ACCOUNTS);
        refuseOwn(account);
        refuseDemonstration(account);
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
        permit.require(Permission.MANAGE_ACCOUNTS);
        guard.forget(account.name().value(), account.version());
        audit.record(AuditAction.UNLOCKED, subject(account), Map.of(), Map.of());
    }

    /**
     * Changes the password of whoever is signed in. All other sessions of the account end.
     *
     * @param next without a {@link Passwords#fault}
     */
    public PasswordChange changeOwnPassword(SignedIn who, String soFar, String next) {
        Permit.require(Permission.OWN_ACCOUNT, who);
        refuseDemonstration(of(who));
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
        session.continueAs(changed);
        return PasswordChange.DONE;
    }

    /** Whether it is the account of whoever is signed in. */
    public boolean isOwn(Account account) {
        return current.get().filter(who -> who.accountId() == account.id()).isPresent();
    }

    private void refuseOwn(Account account) {
        Refused.refuseIf(isOwn(account), Reason.OWN_PASSWORD);
    }

    private static void refuseDemonstration(Account account) {
        if (account.demonstration()) {
            throw new Refused(Reason.DEMONSTRATION_ACCOUNT, account.name().value());
        }
    }

    private static Account attempt(AccountData data, Supplier<Account> change) {
        String name = data.name().value();
        try {
            return change.get();
        } catch (DuplicateKeyException _) {
            throw new Refused(Reason.ACCOUNT_TAKEN, name);
        } catch (OptimisticLockingFailureException _) {
            throw new Refused(Reason.ACCOUNT_MOVED, name);
        }
    }

    /**
     * Keeps a password that was right just now in the form in which passwords are kept today.
     * Nobody is signed in yet; nothing happens if the password was changed meanwhile.
     *
     * @param hash as it is kept so far
     */
    public void rehash(Account account, String hash, String password) {
        String better = Objects.requireNonNull(encoder.encode(password));
        writing.run(() -> accounts.rehash(account.id(), hash, better));
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
