package districtkpi.db.transaction;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transaction in which something is written: all of it, or, where the step throws, nothing. It
 * reads what is committed, so that whoever waited for a lock sees what others did meanwhile. Inside
 * of another one it is a part of that.
 */
@Component
public final class WriteTransaction {

    private final TransactionTemplate template;
    private final TransactionTemplate part;

    public WriteTransaction(PlatformTransactionManager transactions) {
        template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        part = new TransactionTemplate(transactions);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Runs a step that gives nothing back. */
    public void run(Runnable step) {
        template.executeWithoutResult(_ -> step.run());
    }

    /** Gives back what a step gave. */
    public <T> T get(Supplier<T> step) {
        return getUnless(_ -> false, step);
    }

    /**
     * Gives back what a step gave, and stores nothing of it where that says that it failed.
     *
     * @param failed asked of what the step gave
     */
    public <T> T getUnless(Predicate<T> failed, Supplier<T> step) {
        return execute(template, failed, step);
    }

    /**
     * Like {@link #getUnless}, for a part of a transaction: what was written before it stays.
     *
     * @param failed asked of what the step gave
     */
    public <T> T partUnless(Predicate<T> failed, Supplier<T> step) {
        return execute(part, failed, step);
    }

    private static <T> T execute(TransactionTemplate in, Predicate<T> failed, Supplier<T> step) {
        return Objects.requireNonNull(
                in.execute(transaction -> {
                    T result = step.get();
                    if (failed.test(result)) {
                        transaction.setRollbackOnly();
                    }
                    return result;
                }));
    }
}
