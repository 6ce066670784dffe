package districtkpi.db.account;

/**
 * A password on its way into the database.
 *
 * @param hash never the password itself
 * @param temporary whether it has to be changed at the next sign-in
 */
public record NewPassword(String hash, boolean temporary) {

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
