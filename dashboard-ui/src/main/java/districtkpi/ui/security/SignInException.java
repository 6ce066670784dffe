package districtkpi.ui.security;

import java.util.Locale;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was refused. The reason says nothing about which accounts there are. */
public final class SignInException extends AuthenticationException {

    /** What the one who tried is told. */
    public enum Reason {
        /** Name and password do not belong together, or may not sign in. */
        WRONG,
        /** Too many failures with this name. */
        LOCKED,
        /** Too many failures from this address. */
        TOO_MANY,
        /** A token that is unknown, revoked or out of date. */
        TOKEN,
        /** The identity provider names somebody for whom no account is meant. */
        NO_ACCOUNT,
        /** The identity provider names somebody whose account is disabled. */
        DISABLED,
        /** The identity provider does not answer. */
        UNREACHABLE,
        /** The identity provider, or whoever came from there, declined. */
        DECLINED,
        /** What came from the identity provider does not belong to a sign-in begun here. */
        NOT_BEGUN,
        /** What the identity provider says cannot be relied on. */
        UNVERIFIED;

        /** As in the address of the sign-in page. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    SignInException(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
