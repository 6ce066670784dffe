package districtkpi.db.scope;

import districtkpi.db.account.CurrentAccount;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers of the database that hold for one moment: while one request is answered, and no longer
 * than until this program writes something. A page asks for the same round a dozen times, each part
 * of it for itself; the database is asked once.
 *
 * <p>A transaction always asks anew, since it may have waited for somebody who wrote.
 *
 * @see "Decision record 0053: many readers"
 */
@Component
public final class Moments {

    private static final ThreadLocal<@Nullable Answers> ANSWERS = new ThreadLocal<>();

    private final CurrentAccount current;
    private final AtomicLong writes = new AtomicLong();

    Moments(CurrentAccount current) {
        this.current = current;
    }

    /** What was answered while nothing was written. */
    private static final class Answers {

        private final Moments of;
        private final Map<Question, Object> known = new HashMap<>();
        private long writes;

        private Answers(Moments of) {
            this.of = of;
        }

        @SuppressWarnings("ReferenceEquality") // of another database
        private boolean isOf(Moments moments) {
            return of == moments;
        }

        private Map<Question, Object> since(long written) {
            if (writes != written) {
                known.clear();
                writes = written;
            }
            return known;
        }
    }

    /**
     * A question in somebody's name: who sees other rows gets other answers.
     *
     * @param words what was asked, by its value
     */
    private record Question(RowScope scope, Object words) {}

    /** The time in which answers hold. */
    public interface Moment extends AutoCloseable {

        @Override
        void close();
    }

    /** Begins a moment of the running thread, which ends when it is closed. */
    public Moment begin() {
        Answers outer = ANSWERS.get();
        ANSWERS.set(new Answers(this));
        return () -> {
            if (outer == null) {
                ANSWERS.remove();
            } else {
                ANSWERS.set(outer);
            }
        };
    }

    /**
     * The answer of this moment; asks the database where there is none, or no moment.
     *
     * @param words what is asked, by its value, and of what type
     * @param database asked outside of any moment too; its answer is never changed
     */
    @SuppressWarnings("unchecked") // a question has answers of one type
    public <T> T ask(Object words, Supplier<T> database) {
        Answers now = ANSWERS.get();
        if (now == null
                || !now.isOf(this)
                || TransactionSynchronizationManager.isActualTransactionActive()) {
            return database.get();
        }
        long written = writes.get();
        Question question = new Question(RowScope.of(current.get()), words);
        Object known = now.since(written).get(question);
        if (known == null) {
            T found = Objects.requireNonNull(database.get());
            // What was written meanwhile makes it too old to be kept.
            now.since(written).put(question, found);
            return found;
        }
        return (T) known;
    }

    /** Something was written: what was answered before may no longer hold. */
    public void written() {
        writes.incrementAndGet();
    }
}
