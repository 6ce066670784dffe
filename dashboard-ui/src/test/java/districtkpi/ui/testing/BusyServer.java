package districtkpi.ui.testing;

import districtkpi.office.work.Cost;
import districtkpi.office.work.FileWork;
import java.util.concurrent.CountDownLatch;

/** A server that works on something large: until it is closed, every other file waits its turn. */
public final class BusyServer implements AutoCloseable {

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread worker;

    private BusyServer(FileWork turns, CountDownLatch begun) {
        worker =
                Thread.ofVirtual()
                        .start(() ->
                                turns.forCall(
                                        new Cost(Long.MAX_VALUE / 2, false),
                                        () -> {
                                            begun.countDown();
                                            return isOver();
                                        }));
    }

    /** Takes all there is for work on files; returns once it is taken. */
    public static BusyServer of(FileWork turns) {
        CountDownLatch begun = new CountDownLatch(1);
        BusyServer busy = new BusyServer(turns, begun);
        await(begun);
        return busy;
    }

    private boolean isOver() {
        await(end);
        return true;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
