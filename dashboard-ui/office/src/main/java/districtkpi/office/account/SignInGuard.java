package districtkpi.office.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords. A name is locked for a while after some failures in a row,
 * whether there is such an account or not, so that nobody learns which there are; and an address
 * from which many sign-ins fail has to wait. Kept in memory: a restart forgets it. A change of the
 * account ends the lock, wherever it was made: whoever was let in again on the server can sign in
 * at once. Safe for use by several threads.
 */
@Component
public class SignInGuard {

    /** Failures of one address within a window after which it has to wait for the next. */
    static final int MAX_FAILURES_OF_ADDRESS = 50;

    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int MAX_REMEMBERED = 100_000;

    private final Settings settings;
    private final Clock clock;
    private final Cache<Named, Failures> names =
            Caffeine.newBuilder()
                    .maximumSize(MAX_REMEMBERED)
                    .expireAfterWrite(Duration.ofHours(24))
                    .build();
    private final Cache<String, Failures> addresses =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(WINDOW).build();

    /** Kept as long as somebody holds one or waits for it. */
    private final Cache<String, ReentrantLock> turns = Caffeine.newBuilder().weakValues().build();

    public SignInGuard(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Who is being tried.
     *
     * @param version of the account; 0 where there is none of that name
     */
    private record Named(String name, int version) {}

    /**
     * Failures so far.
     *
     * @param until which moment nothing is tried, or counted together
     */
    private record Failures(int count, Instant until) {}

    /** Why a sign-in is not even tried. */
    public enum Refusal {
        LOCKED,
        TOO_MANY
    }

    /**
     * Makes one attempt for a name at a time: of many at once, each would be tried before the first
     * failure counts.
     */
    public <T> T inTurn(String name, Supplier<T> attempt) {
        ReentrantLock turn = turns.get(key(name), _ -> new ReentrantLock());
        turn.lock();
        try {
            return attempt.get();
        } finally {
            turn.unlock();
        }
    }

    /** Why a sign-in is not even tried; absent where it is. */
    public Optional<Refusal> refusal(String name, int version, String address) {
        Failures ofAddress = addresses.getIfPresent(address);
        if (ofAddress != null
                && ofAddress.count() >= MAX_FAILURES_OF_ADDRESS
                && clock.instant().isBefore(ofAddress.until())) {
            return Optional.of(Refusal.TOO_MANY);
        }
        return lockedUntil(name, version).map(_ -> Refusal.LOCKED);
    }

    /**
     * Until when a name is locked; absent while it is not.
     *
     * @param version of the account; 0 where there is none of that name
     */
    public Optional<Instant> lockedUntil(String name, int version) {
        Failures failures = names.getIfPresent(new Named(key(name), version));
        return failures != null
                        && failures.count() >= settings.get(Setting.MAX_FAILURES)
                        && clock.instant().isBefore(failures.until())
                ? Optional.of(failures.until())
                : Optional.empty();
    }

    /**
     * Counts a failure.
     *
     * @return true if the name is locked by it
     */
    public boolean failed(String name, int version, String address) {
        Instant now = clock.instant();
        int most = settings.get(Setting.MAX_FAILURES);
        Instant until = now.plus(settings.get(Setting.LOCKED_FOR));
        addresses.asMap().compute(address, (_, known) -> next(known, now, WINDOW));
        Failures failures =
                names.asMap()
                        .compute(
                                new Named(key(name), version),
                                (_, known) ->
                                        known != null
                                                        && known.count() >= most
                                                        && !now.isBefore(known.until())
                                                ? new Failures(1, until)
                                                : new Failures(
                                                        known == null ? 1 : known.count() + 1,
                                                        until));
        return failures != null && failures.count() == most;
    }

    private static Failures next(@Nullable Failures known, Instant now, Duration window) {
        return known == null || !now.isBefore(known.until())
                ? new Failures(1, now.plus(window))
                : new Failures(known.count() + 1, known.until());
    }

    /** Forgets the failures of a name: somebody signed in with it, or an administrator says so. */
    public void forget(String name, int version) {
        names.invalidate(new Named(key(name), version));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
