package districtkpi.ui.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.testing.RunningApplication;
import districtkpi.ui.testing.Visitor;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a page asks the database for the same once, however many of its parts need it. */
class StatementsIT {

    /** The account, agreements, districts, imports, revisions, counts in the menu; and its own. */
    private static final int MOST = 20;

    private static final AtomicInteger STATEMENTS = new AtomicInteger();

    private static RunningApplication application;
    private static Visitor visitor;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        application = RunningApplication.start(true);
        DefaultConfiguration configuration =
                (DefaultConfiguration) application.get(DSLContext.class).configuration();
        ExecuteListenerProvider counting =
                new DefaultExecuteListenerProvider(
                        new ExecuteListener() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void executeStart(ExecuteContext context) {
                                STATEMENTS.incrementAndGet();
                            }
                        });
        configuration.set(
                Stream.concat(
                                Arrays.stream(configuration.executeListenerProviders()),
                                Stream.of(counting))
                        .toArray(ExecuteListenerProvider[]::new));
        visitor = new Visitor(application.address());
    }

    @AfterAll
    static void stop() {
        visitor.close();
        application.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?round=2565-1",
                "district/4301?round=2565-1",
                "district/4301?round=2565-1&tab=trend",
                "indicator/T1?round=2565-1",
                "compare?round=2565-1&districts=4301-4302",
                "plan/4301?round=2565-1",
                "weights?round=2565-1",
                "laboratory?round=2565-1",
                "trends?round=2565-1&district=4301",
                "agreement?round=2565-1",
                "record?round=2565-1&district=4301",
                "register?round=2565-1",
                "cascade?round=2565-1",
                "publication?round=2565-1",
                "import?round=2565-1",
                "forms/summary?round=2565-1",
                "presentation?round=2565-1",
                "settings",
                "audit"
            })
    void aPageAsksForTheSameOnce(String address) throws IOException, InterruptedException {
        visitor.visit(address);
        visitor.visit("no-such-page");
        STATEMENTS.set(0);
        visitor.visit(address);
        assertThat(STATEMENTS).hasValueLessThanOrEqualTo(MOST);
    }
}
