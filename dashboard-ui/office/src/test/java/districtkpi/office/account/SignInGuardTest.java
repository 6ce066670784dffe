package districtkpi.office.account;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.office.account.SignInGuard.Refusal;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInGuardTest {

    private static final int VERSION = 1;

    /** Nobody set anything. */
    private static final class BuiltIn implements Settings {

        @Override
        public <T> T get(Setting<T> setting) {
            return setting.builtIn();
        }
    }

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2022-06-01T05:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final SignInGuard guard = new SignInGuard(new BuiltIn(), clock);

    @Test
    void locksANameAfterFiveFailuresForAQuarterOfAnHour() {
        for (int i = 1; i < Setting.MAX_FAILURES.builtIn(); i++) {
            assertThat(guard.failed("Somchai", VERSION, "1")).isFalse();
            assertThat(guard.refusal("somchai", VERSION, "1")).isEmpty();
        }
        assertThat(guard.failed(" somchai", VERSION, "2")).isTrue();
        assertThat(guard.refusal("SOMCHAI", VERSION, "3")).contains(Refusal.LOCKED);
        assertThat(guard.refusal("somsri", VERSION, "1")).isEmpty();

        pass(Setting.LOCKED_FOR.builtIn());
        assertThat(guard.refusal("somchai", VERSION, "1")).isEmpty();
        assertThat(guard.failed("somchai", VERSION, "1")).isFalse();
    }

    @Test
    void startsFromTheBeginningOnceSomebodySignedIn() {
        for (int i = 1; i < Setting.MAX_FAILURES.builtIn(); i++) {
            guard.failed("somchai", VERSION, "1");
        }
        guard.forget("somchai", VERSION);
        assertThat(guard.failed("somchai", VERSION, "1")).isFalse();
        assertThat(guard.lockedUntil("somchai", VERSION)).isEmpty();
    }

    @Test
    void letsWhoeverWasLetInAgainOnTheServerTryAtOnce() {
        for (int i = 1; i <= Setting.MAX_FAILURES.builtIn(); i++) {
            guard.failed("admin", VERSION, "1");
        }
        assertThat(guard.refusal("admin", VERSION, "1")).contains(Refusal.LOCKED);
        assertThat(guard.refusal("admin", VERSION + 1, "1")).isEmpty();
    }

    @Test
    void letsAnAddressWaitThatFailsWithManyNames() {
        for (int i = 0; i < SignInGuard.MAX_FAILURES_OF_ADDRESS; i++) {
            guard.failed("name" + i, VERSION, "1");
        }
        assertThat(guard.refusal("somebody", VERSION, "1")).contains(Refusal.TOO_MANY);
        assertThat(guard.refusal("somebody", VERSION, "2")).isEmpty();
        pass(SignInGuard.WINDOW);
        assertThat(guard.refusal("somebody", VERSION, "1")).isEmpty();
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
