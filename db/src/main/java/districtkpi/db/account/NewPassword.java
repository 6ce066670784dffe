package districtkpi.db.account;

import org.jspecify.annotations.Nullable;

/**
 * A password on its way into the database.
 *
 * @param hash never the password itself; absent where an identity provider says who somebody is
 * @param temporary whether it has to be changed at the next sign-in
 */
public record NewPassword(@Nullable String hash, boolean temporary) {

    /** No password lets anybody in. */
    public static final NewPassword NONE = new NewPassword(null, false);

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
