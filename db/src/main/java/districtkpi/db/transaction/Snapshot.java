package districtkpi.db.transaction;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transaction in which several questions are answered by the same state of the database,
 * whatever others write meanwhile. Nothing can be written in it.
 */
@Component
public final class Snapshot {

    private final TransactionTemplate template;

    public Snapshot(PlatformTransactionManager transactions) {
        template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Gives back what a step read. */
    public <T> T get(Supplier<T> step) {
        return Objects.requireNonNull(template.execute(_ -> step.get()));
    }
}
