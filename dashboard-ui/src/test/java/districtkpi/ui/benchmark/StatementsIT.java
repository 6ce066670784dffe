package districtkpi.ui.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.testing.StatementCount;
import districtkpi.ui.testing.RunningApplication;
import districtkpi.ui.testing.Visitor;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a page asks the database for the same once, however many of its parts need it. */
class StatementsIT {

    /** The account, agreements, districts, imports, revisions, counts in the menu; and its own. */
    private static final int MAX = 20;

    private static RunningApplication application;
    private static StatementCount statements;
    private static Visitor visitor;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        application = RunningApplication.start(true);
        statements = StatementCount.in(application::get);
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
        statements.reset();
        visitor.visit(address);
        assertThat(statements.get()).isPositive().isLessThanOrEqualTo(MAX);
    }
}
