package districtkpi.office.account;

import districtkpi.db.account.Account;

/** The session of whoever is signed in, which ends with every change of the account but its own. */
@FunctionalInterface
public interface OwnSession {

    /** It goes on, as the account is now. */
    void continueAs(Account changed);
}
