package districtkpi.ui.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkpi.db.account.Account;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.Credentials;
import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.office.account.Accounts;
import districtkpi.office.account.Channel;
import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.office.account.SignInGuard;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks names and passwords, from the sign-in page and from calls.
 *
 * <p>A check is made slow on purpose. Programs that send name and password with each call would pay
 * for it each time, so what was right is remembered for some minutes: as a keyed digest that is of
 * no use to anybody else, and only as long as the account has the same password.
 */
@Component
public class SignIns {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MAX_REMEMBERED = 1_000;
    private static final String DIGEST = "HmacSHA256";

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final SignInGuard guard;
    private final DemonstrationAccounts demonstration;
    private final AuditTrail audit;
    private final Accounts service;
    private final Clock clock;
    private final SecretKeySpec key;

    /** Checked when there is no account, so that this takes as long. */
    private final String nobodysHash;

    private final Cache<String, String> hashByDigest =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    SignIns(
            AccountRepository accounts,
            PasswordEncoder encoder,
            SignInGuard guard,
            DemonstrationAccounts demonstration,
            AuditTrail audit,
            Accounts service,
            Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.guard = guard;
        this.demonstration = demonstration;
        this.audit = audit;
        this.service = service;
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, DIGEST);
        this.nobodysHash = encode(HexFormat.of().formatHex(random));
    }

    /** What Spring Security asks on one way in; it asks nobody else. */
    public AuthenticationManager byPassword(Channel channel) {
        return new ProviderManager(provider(channel));
    }

    private AuthenticationProvider provider(Channel channel) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication attempt) {
                String address =
                        attempt.getDetails() instanceof WebAuthenticationDetails details
                                ? Objects.requireNonNullElse(details.getRemoteAddress(), "")
                                : "";
                String name = attempt.getName();
                String password = Objects.toString(attempt.getCredentials(), "");
                return guard.inTurn(name, () -> signIn(name, password, address, channel));
            }

            @Override
            public boolean supports(Class<?> type) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
            }
        };
    }

    private AccountAuthentication signIn(
            String name, String password, String address, Channel channel) {
        Optional<Credentials> known = find(name);
        int version = known.map(one -> one.account().version()).orElse(0);
        Optional<SignInGuard.Refusal> refusal = guard.refusal(name, version, address);
        if (refusal.isPresent()) {
            throw new SignInException(
                    switch (refusal.get()) {
                        case LOCKED -> SignInException.Reason.LOCKED;
                        case TOO_MANY -> SignInException.Reason.TOO_MANY;
                    });
        }
        boolean remembered = isRemembered(known, name, password, channel);
        boolean right = remembered || matches(known, name, password, channel);
        Optional<Account> account = known.map(Credentials::account).filter(this::maySignIn);
        if (!right || account.isEmpty()) {
            recordFailure(known, channel, guard.failed(name, version, address));
            throw new SignInException(SignInException.Reason.WRONG);
        }
        guard.forget(name, version);
        if (!remembered) {
            audit.recordOf(
                    SignedIn.of(account.get()),
                    AuditAction.SIGNED_IN,
                    subject(account.get()),
                    Map.of("way", channel.key()));
        }
        return AccountAuthentication.of(account.get(), channel, clock.instant());
    }

    /** Of a name that no account has nothing is kept: somebody may have typed a password there. */
    private void recordFailure(Optional<Credentials> known, Channel channel, boolean locks) {
        String subject = known.map(Credentials::account).map(SignIns::subject).orElse("account ?");
        Map<String, String> way = Map.of("way", channel.key());
        audit.recordOf(null, AuditAction.SIGN_IN_FAILED, subject, way);
        if (locks) {
            audit.recordOf(null, AuditAction.LOCKED, subject, way);
        }
    }

    private static String subject(Account account) {
        return "account " + account.name();
    }

    private Optional<Credentials> find(String name) {
        try {
            return accounts.findCredentials(AccountName.of(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean maySignIn(Account account) {
        return account.enabled() && (!account.demonstration() || demonstration.offered());
    }

    /** Whether the same was right a moment ago. */
    private boolean isRemembered(
            Optional<Credentials> known, String name, String password, Channel channel) {
        return channel == Channel.BASIC
                && known.flatMap(Credentials::passwordHash)
                        .filter(hash ->
                                hash.equals(hashByDigest.getIfPresent(digest(name, password))))
                        .isPresent();
    }

    private boolean matches(
            Optional<Credentials> known, String name, String password, Channel channel) {
        String hash = known.flatMap(Credentials::passwordHash).orElse(nobodysHash);
        boolean right = encoder.matches(password, hash);
        if (right && known.isPresent()) {
            if (encoder.upgradeEncoding(hash)) {
                service.rehash(known.get().account(), hash, password);
            } else if (channel == Channel.BASIC) {
                hashByDigest.put(digest(name, password), hash);
            }
        }
        return right && known.isPresent();
    }

    private String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private String digest(String name, String password) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + DIGEST, e);
        }
    }
}
