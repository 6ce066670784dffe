package districtkpi.office.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FileWorkTest {

    private static final Cost SMALL = new Cost(1, false);
    private static final Cost HALF = new Cost(500, false);
    private static final Cost MAX = new Cost(900, false);
    private static final Cost MORE_THAN_THERE_IS = new Cost(9_000, false);
    private static final Cost LASTING = new Cost(1, true);

    /** Half of it is for work on files. */
    private static final int MEMORY = 2_000;

    private final FileWork work = new FileWork(4, MEMORY);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> begun = new CopyOnWriteArrayList<>();

    @AfterEach
    void finish() throws InterruptedException {
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Begins work that goes on until the end of the test, or waits for its turn. */
    private void start(String name, Cost cost) throws InterruptedException {
        start(name, cost, end);
    }

    private void start(String name, Cost cost, CountDownLatch until) throws InterruptedException {
        AtomicInteger place = new AtomicInteger(-1);
        threads.add(
                Thread.ofVirtual()
                        .start(() ->
                                work.inTurn(
                                        cost,
                                        Duration.ofMinutes(1),
                                        false,
                                        place::set,
                                        () -> {
                                            begun.add(name);
                                            return await(until);
                                        })));
        // One after the other, so that they stand in the queue as they came.
        while (place.get() < 0) {
            Thread.sleep(5);
        }
    }

    private static boolean await(CountDownLatch until) {
        try {
            return until.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void assertBegun(String... names) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (begun.size() < names.length && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(begun).containsExactlyInAnyOrder(names);
    }

    @Test
    void asMuchGoesOnAsThereAreProcessors() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        start("a", SMALL, first);
        for (String name : List.of("b", "c", "d", "e", "f")) {
            start(name, SMALL);
        }
        assertBegun("a", "b", "c", "d");

        first.countDown();

        assertBegun("a", "b", "c", "d", "e");
    }

    @Test
    void asMuchGoesOnAsThereIsMemoryForAndNobodyOvertakesWhatWaitsForIt()
            throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        start("half", HALF, first);
        start("most", MAX);
        start("small", SMALL);
        assertBegun("half");

        first.countDown();

        assertBegun("half", "most", "small");
    }

    @Test
    void whatTakesMoreThanThereIsGoesOnAlone() throws InterruptedException {
        start("all", MORE_THAN_THERE_IS);
        start("small", SMALL);

        assertBegun("all");
    }

    @Test
    void longWorkLeavesRoomForShort() throws InterruptedException {
        for (String name : List.of("long 1", "long 2", "long 3", "long 4", "long 5")) {
            start(name, LASTING);
        }
        start("short", SMALL);

        assertBegun("long 1", "long 2", "long 3", "short");
    }

    @Test
    void aCallWhoseTurnDoesNotComeIsSentAwayWithATimeToComeBack() throws InterruptedException {
        start("all", MORE_THAN_THERE_IS);

        assertThatExceptionOfType(BusyException.class)
                .isThrownBy(() ->
                        work.inTurn(SMALL, Duration.ofMillis(50), true, _ -> {}, () -> "done"))
                .satisfies(busy -> assertThat(busy.retryAfter()).isPositive());
        // It does not stand in anybody's way after that.
        end.countDown();
        assertThat(work.forCall(MORE_THAN_THERE_IS, () -> "done")).isEqualTo("done");
    }

    @Test
    void whereManyWaitACallIsSentAwayAtOnce() throws InterruptedException {
        start("all", MORE_THAN_THERE_IS);
        for (int i = 0; i < FileWork.MAX_WAITING; i++) {
            start("waiting", SMALL);
        }

        assertThatExceptionOfType(BusyException.class)
                .isThrownBy(() -> work.forCall(SMALL, () -> "done"));
    }

    @Test
    void aReaderSeesThePlaceAndCanGiveUp() throws InterruptedException {
        start("all", MORE_THAN_THERE_IS);
        start("next", SMALL);
        List<Integer> places = new ArrayList<>();

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        work.forReader(
                                SMALL,
                                new FileWork.Waiter() {
                                    @Override
                                    public void place(int place) {
                                        places.add(place);
                                    }

                                    @Override
                                    public void goOn() {
                                        if (places.size() == 2) {
                                            throw new IllegalStateException("given up");
                                        }
                                    }
                                },
                                () -> "done"));
        assertThat(places).containsExactly(2, 2);
    }

    @Test
    void workThatFailsMakesRoom() {
        for (int i = 0; i < 20; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            work.forCall(
                                    MAX,
                                    () -> {
                                        throw new IllegalStateException("failed");
                                    }));
        }
        assertThat(work.forCall(MAX, () -> "done")).isEqualTo("done");
    }
}
