package districtkpi.office.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.importer.ImportProgress;
import districtkpi.office.importing.ImportJob.Reached;
import districtkpi.office.work.Cost;
import districtkpi.office.work.FileWork;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportJobTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FileWork turns = new FileWork(1, Long.MAX_VALUE);

    private ImportJob start(Function<ImportProgress, ImportOutcome> work) {
        return ImportJob.start("a.csv", Optional.empty(), turns, Cost.ofAnswer(), work);
    }

    @Test
    void givesWhatTheWorkGives() {
        ImportOutcome done = new ImportOutcome.Nothing();

        ImportJob job = start(_ -> done);

        assertThat(job.await(PATIENCE)).containsSame(done);
    }

    @Test
    void saysHowFarItIsAndGoesOnUntilItIsStopped() throws InterruptedException {
        CountDownLatch half = new CountDownLatch(1);
        ImportJob job =
                start(progress -> {
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
        assertThat(job.await(PATIENCE)).contains(new ImportOutcome.Nothing());
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void saysItsPlaceWhileOthersWorkAndCanBeStoppedThere() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        List<ImportJob> working =
                Stream.generate(() ->
                                start(_ -> {
                                    begun.incrementAndGet();
                                    until(() -> end.getCount() == 0);
                                    return new ImportOutcome.Nothing();
                                }))
                        .limit(2)
                        .toList();
        until(() -> begun.get() == 2);

        ImportJob job = start(_ -> new ImportOutcome.Nothing());
        until(() -> job.place() == 1);

        job.cancel();
        assertThat(job.await(PATIENCE)).contains(new ImportOutcome.Nothing());
        end.countDown();
        assertThat(working).allSatisfy(one -> assertThat(one.await(PATIENCE)).isPresent());
    }

    @Test
    void failsAsTheWorkFails() {
        ImportJob job =
                start(_ -> {
                    throw new IllegalArgumentException("no database");
                });

        assertThatThrownBy(() -> job.await(PATIENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("no database");
    }

    @Test
    void keepsTheFileOfWorkThatAnOutageBrokeOffAndDoesItAgain() {
        AtomicInteger times = new AtomicInteger();
        Path upload = Path.of("a.csv");
        ImportJob job =
                ImportJob.start(
                        "a.csv",
                        Optional.of(upload),
                        turns,
                        Cost.ofAnswer(),
                        _ -> {
                            if (times.getAndIncrement() == 0) {
                                throw new IllegalStateException(new SQLException("gone", "57P01"));
                            }
                            return new ImportOutcome.Nothing();
                        });

        assertThat(job.await(PATIENCE).orElseThrow())
                .isInstanceOfSatisfying(
                        ImportOutcome.BrokenOff.class,
                        broken -> {
                            assertThat(broken.failure()).isEqualTo(DatabaseFailure.AWAY);
                            assertThat(broken.upload()).contains(upload);
                            assertThat(broken.job().again().await(PATIENCE))
                                    .contains(new ImportOutcome.Nothing());
                        });
        assertThat(times).hasValue(2);
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
