package districtkpi.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.ui.imports.ImportJob.Reached;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ImportJobTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void givesWhatTheWorkGives() {
        Step done = new Step.Waiting();

        ImportJob job = ImportJob.start("a.csv", _ -> done);

        assertThat(job.await(PATIENCE)).containsSame(done);
    }

    @Test
    void saysHowFarItIsAndGoesOnUntilItIsStopped() throws InterruptedException {
        CountDownLatch half = new CountDownLatch(1);
        ImportJob job =
                ImportJob.start(
                        "a.csv",
                        progress -> {
                            progress.read(50, 100, 7);
                            half.countDown();
                            while (true) {
                                progress.throwIfCancelled();
                                LockSupport.parkNanos(100_000);
                            }
                        });
        half.await();

        assertThat(job.reached()).isEqualTo(new Reached(50, 100, 7));
        assertThat(job.await(Duration.ofMillis(10))).isEmpty();
        job.cancel();
        assertThat(job.await(PATIENCE)).contains(new Step.Waiting());
    }

    @Test
    void failsAsTheWorkFails() {
        ImportJob job =
                ImportJob.start(
                        "a.csv",
                        _ -> {
                            throw new IllegalArgumentException("no database");
                        });

        assertThatThrownBy(() -> job.await(PATIENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("no database");
    }

    @Test
    void foreseesTheRestAtThePaceSoFarOnceThereIsOne() {
        Duration soFar = Duration.ofSeconds(30);

        assertThat(new Reached(75, 100, 1).left(soFar)).contains(Duration.ofSeconds(10));
        assertThat(new Reached(100, 100, 1).left(soFar)).contains(Duration.ZERO);
        assertThat(new Reached(1, 1_000, 1).left(soFar)).isEmpty();
        assertThat(new Reached(0, 0, 0).left(soFar)).isEmpty();
        assertThat(new Reached(0, 0, 0).share()).isEmpty();
    }
}
