package districtkpi.db.testing;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** How many statements a running program sent to its database. */
public final class StatementCount {

    private final AtomicInteger statements = new AtomicInteger();

    private StatementCount() {}

    /**
     * Counts from now on.
     *
     * @param beans gives the beans of the program by their type
     */
    public static StatementCount in(Function<Class<?>, Object> beans) {
        StatementCount count = new StatementCount();
        DSLContext dsl = (DSLContext) Objects.requireNonNull(beans.apply(DSLContext.class));
        DefaultConfiguration configuration = (DefaultConfiguration) dsl.configuration();
        configuration.setExecuteListenerProvider(
                Stream.concat(
                                Arrays.stream(configuration.executeListenerProviders()),
                                Stream.of(
                                        new DefaultExecuteListenerProvider(
                                                new Listener(count.statements))))
                        .toArray(ExecuteListenerProvider[]::new));
        return count;
    }

    /** Counts from 0 again. */
    public void reset() {
        statements.set(0);
    }

    /** Since the last reset. */
    public int get() {
        return statements.get();
    }

    private static final class Listener implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        private final AtomicInteger statements;

        private Listener(AtomicInteger statements) {
            this.statements = statements;
        }

        @Override
        public void executeStart(ExecuteContext context) {
            statements.incrementAndGet();
        }
    }
}
