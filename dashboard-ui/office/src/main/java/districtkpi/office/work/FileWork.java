package districtkpi.office.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets as much work on files go on at once as there are processors, and memory for what it takes;
 * the rest waits its turn in the order in which it came. Of many at once each would otherwise take
 * a share of both, until there is no memory left and everybody waits. Safe for use by several
 * threads.
 *
 * @see "Decision record 0048: load"
 */
@Component
public class FileWork {

    /** How long a call waits for its turn before it is sent away. */
    public static final Duration PATIENCE_OF_CALL = Duration.ofSeconds(45);

    /** Calls that wait at the same time; each holds a connection, and its file on disk. */
    static final int MAX_WAITING = 64;

    /** One is for long files, one for short ones, even where there is one processor. */
    private static final int MIN_AT_ONCE = 2;

    /** The other half is for everything else. */
    private static final int SHARE_OF_MEMORY = 2;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration FIRST_GUESS = Duration.ofSeconds(2);

    private final int maxAtOnce;
    private final long memory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int running;
    private int lasting;
    private long taken;
    private Duration usual = FIRST_GUESS;

    /** Somebody in the queue; each is itself alone. */
    private static final class Waiting {

        private final Cost cost;

        Waiting(Cost cost) {
            this.cost = cost;
        }
    }

    /** Whoever waits for a turn without an end to the patience. */
    public interface Waiter {

        /** Told again and again the place in the queue, from 1; 0 once it is begun. */
        void place(int place);

        /**
         * Whether it is to be begun at all.
         *
         * @throws RuntimeException that ends the waiting, if not
         */
        void goOn();
    }

    @Autowired
    FileWork() {
        this(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
    }

    /**
     * For a machine of another kind than this one.
     *
     * @param allMemory in bytes
     */
    public FileWork(int processors, long allMemory) {
        maxAtOnce = Math.max(MIN_AT_ONCE, processors);
        memory = allMemory / SHARE_OF_MEMORY;
    }

    /**
     * Does work for a call that waits for it.
     *
     * @throws BusyException if its turn does not come in time, or too many wait already
     */
    public <T> T forCall(Cost cost, Supplier<T> work) {
        return inTurn(cost, PATIENCE_OF_CALL, true, _ -> {}, work);
    }

    /** Does work for a reader who sees how long it takes to be begun, and can give up. */
    public <T> T forReader(Cost cost, Waiter waiter, Supplier<T> work) {
        return inTurn(
                cost,
                Duration.ofDays(1),
                false,
                place -> {
                    waiter.goOn();
                    waiter.place(place);
                },
                work);
    }

    <T> T inTurn(Cost cost, Duration patience, boolean call, IntConsumer told, Supplier<T> work) {
        await(cost, patience, call, told);
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            finish(cost, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void await(Cost cost, Duration patience, boolean call, IntConsumer told) {
        long deadline = System.nanoTime() + patience.toNanos();
        Waiting own = new Waiting(cost);
        lock.lock();
        try {
            if (call && queue.size() >= MAX_WAITING) {
                throw new BusyException(guess(queue.size()));
            }
            queue.addLast(own);
            while (!isNext(own)) {
                int place = place(own);
                if (System.nanoTime() - deadline >= 0) {
                    throw new BusyException(guess(place));
                }
                told.accept(place);
                boolean _ = changed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            }
            told.accept(0);
            running++;
            lasting += cost.lasting() ? 1 : 0;
            taken += cost.bytes();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException(guess(queue.size()));
        } finally {
            queue.remove(own);
            changed.signalAll();
            lock.unlock();
        }
    }

    /** The first that there is room for, unless it would overtake what only waits for memory. */
    @SuppressWarnings("ReferenceEquality") // Two with the same cost are two.
    private boolean isNext(Waiting own) {
        for (Waiting waiting : queue) {
            boolean yields = waiting.cost.lasting() && lasting >= maxAtOnce - 1;
            if (yields) {
                continue;
            }
            return waiting == own && fits(waiting.cost);
        }
        return false;
    }

    /** What takes more than there is goes on alone. */
    private boolean fits(Cost cost) {
        return running == 0 || (running < maxAtOnce && taken + cost.bytes() <= memory);
    }

    /** The place in the queue, from 1. */
    @SuppressWarnings("ReferenceEquality") // Two with the same cost are two.
    private int place(Waiting own) {
        int place = 1;
        for (Waiting waiting : queue) {
            if (waiting == own) {
                break;
            }
            place++;
        }
        return place;
    }

    private void finish(Cost cost, Duration took) {
        lock.lock();
        try {
            running--;
            lasting -= cost.lasting() ? 1 : 0;
            taken -= cost.bytes();
            // The newest count most.
            usual = usual.multipliedBy(3).plus(took).dividedBy(4);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** When a turn is likely to come. */
    private Duration guess(int place) {
        long seconds = usual.multipliedBy(place).dividedBy(maxAtOnce).toSeconds();
        return Duration.ofSeconds(Math.clamp(seconds, 1, Duration.ofMinutes(10).toSeconds()));
    }
}
