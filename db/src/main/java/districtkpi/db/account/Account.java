package districtkpi.db.account;

import java.time.Instant;

/**
 * An account.
 *
 * @param version counts its changes
 * @param enabled whether it may be signed in with
 * @param withPassword whether its password lets somebody in; otherwise an identity provider says
 *     who it is
 * @param passwordTemporary whether its password has to be changed at the next sign-in
 * @param demonstration one of those that anybody may use on demonstration data
 */
public record Account(
        long id,
        int version,
        AccountData data,
        boolean enabled,
        boolean withPassword,
        boolean passwordTemporary,
        boolean demonstration,
        Instant createdAt) {

    public AccountName name() {
        return data.name();
    }

    public Role role() {
        return data.role();
    }
}
