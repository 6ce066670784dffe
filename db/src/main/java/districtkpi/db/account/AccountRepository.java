package districtkpi.db.account;

import java.util.List;
import java.util.Optional;

/** The accounts. Writes run in a transaction of the caller; nothing is ever deleted. */
public interface AccountRepository {

    Optional<Account> find(long id);

    Optional<Account> find(AccountName name);

    Optional<Credentials> findCredentials(AccountName name);

    /** All accounts by name. */
    List<Account> findAll();

    /**
     * Whether an account that may be signed in with by password has a role. One of demonstration
     * does not count: it is shut as soon as there are real data. Nor does one that needs an
     * identity provider, which may be gone.
     */
    boolean hasEnabled(Role role);

    /** Whether there is an account that is not one of demonstration. */
    boolean hasAny();

    /**
     * Adds an account that may be signed in with.
     *
     * @throws org.springframework.dao.DuplicateKeyException if there is one of that name
     */
    Account add(AccountData data, NewPassword password, boolean demonstration);

    /**
     * Changes what is said of an account, and whether it may be signed in with.
     *
     * @param version that was looked at
     * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it
     *     meanwhile
     */
    Account change(long id, int version, AccountData data, boolean enabled);

    /** Gives an account another password, or none; whoever is signed in has to sign in again. */
    Account setPassword(long id, NewPassword password);

    /**
     * Keeps the same password in a form that is harder to guess, unless there is another one, or
     * none, by now.
     *
     * @param soFar the form so far
     */
    void rehash(long id, String soFar, String hash);
}
