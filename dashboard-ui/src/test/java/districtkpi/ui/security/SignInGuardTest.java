package districtkpi.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.security.SignInGuard.Refusal;
import districtkpi.ui.setting.Setting;
import districtkpi.ui.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInGuardTest {

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
        for (int i = 1; i < Setting.MOST_FAILURES.builtIn(); i++) {
            assertThat(guard.failed("Somchai", "1")).isFalse();
            assertThat(guard.refusal("somchai", "1")).isEmpty();
        }
        assertThat(guard.failed(" somchai", "2")).isTrue();
        assertThat(guard.refusal("SOMCHAI", "3")).contains(Refusal.LOCKED);
        assertThat(guard.refusal("somsri", "1")).isEmpty();

        pass(Setting.LOCKED_FOR.builtIn());
        assertThat(guard.refusal("somchai", "1")).isEmpty();
        assertThat(guard.failed("somchai", "1")).isFalse();
    }

    @Test
    void startsFromTheBeginningOnceSomebodySignedIn() {
        for (int i = 1; i < Setting.MOST_FAILURES.builtIn(); i++) {
            guard.failed("somchai", "1");
        }
        guard.forget("somchai");
        assertThat(guard.failed("somchai", "1")).isFalse();
        assertThat(guard.lockedUntil("somchai")).isEmpty();
    }

    @Test
    void letsAnAddressWaitThatFailsWithManyNames() {
        for (int i = 0; i < SignInGuard.MOST_FAILURES_OF_ADDRESS; i++) {
            guard.failed("name" + i, "1");
        }
        assertThat(guard.refusal("somebody", "1")).contains(Refusal.TOO_MANY);
        assertThat(guard.refusal("somebody", "2")).isEmpty();
        pass(SignInGuard.WINDOW);
        assertThat(guard.refusal("somebody", "1")).isEmpty();
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
