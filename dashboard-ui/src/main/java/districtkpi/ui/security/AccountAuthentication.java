package districtkpi.ui.security;

import districtkpi.db.account.Account;
import districtkpi.db.account.SignedIn;
import districtkpi.office.account.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who has signed in. The password is not in it. */
public final class AccountAuthentication extends AbstractAuthenticationToken {

    private final transient SignedIn who;
    private final Channel channel;
    private final transient Instant since;
    private final boolean passwordTemporary;

    /**
     * @param since when it was signed in
     * @param passwordTemporary whether the password has to be changed before anything else
     */
    public AccountAuthentication(
            SignedIn who, Channel channel, Instant since, boolean passwordTemporary) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + who.role().name())));
        this.who = who;
        this.channel = channel;
        this.since = since;
        this.passwordTemporary = passwordTemporary;
        setAuthenticated(true);
    }

    static AccountAuthentication of(Account account, Channel channel, Instant since) {
        return new AccountAuthentication(
                SignedIn.of(account), channel, since, account.passwordTemporary());
    }

    /** Absent where nobody, or the program itself, acts. */
    public static Optional<AccountAuthentication> in(@Nullable Authentication authentication) {
        return authentication instanceof AccountAuthentication own
                ? Optional.of(own)
                : Optional.empty();
    }

    public SignedIn who() {
        return who;
    }

    public Channel channel() {
        return channel;
    }

    public Instant since() {
        return since;
    }

    public boolean passwordTemporary() {
        return passwordTemporary;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return who;
    }

    @Override
    public String getName() {
        return who.name().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountAuthentication own
                && who.equals(own.who)
                && channel == own.channel
                && since.equals(own.since);
    }

    @Override
    public int hashCode() {
        return who.hashCode();
    }
}
