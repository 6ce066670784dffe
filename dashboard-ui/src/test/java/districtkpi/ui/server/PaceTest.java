package districtkpi.ui.server;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(Duration.ofSeconds(20));

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void nobodyIsTooSlowAtFirst() {
        assertThatNoException().isThrownBy(() -> pace.moved(1, seconds(20)));
    }

    @Test
    void whoSendsLessThanAKilobyteASecondIsWaitedForNoLonger() throws TooSlowException {
        pace.moved(19 * 1024, seconds(20));

        assertThatExceptionOfType(TooSlowException.class)
                .isThrownBy(() -> pace.moved(1024, seconds(1)));
    }

    @Test
    void whoSendsMoreMayTakeAsLongAsItTakes() throws TooSlowException {
        for (int minute = 0; minute < 600; minute++) {
            pace.moved(61L * 1024, seconds(60));
        }
    }

    @Test
    void anotherRequestBeginsAnew() throws TooSlowException {
        pace.moved(1, seconds(20));
        pace.restart();

        assertThatNoException().isThrownBy(() -> pace.moved(1, seconds(20)));
    }
}
