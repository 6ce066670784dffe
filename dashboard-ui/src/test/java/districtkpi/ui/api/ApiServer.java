package districtkpi.ui.api;

import districtkpi.ui.testing.RunningApplication;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One application without demonstration rounds for all tests of the API; it ends with the JVM. A
 * test opens rounds of its own, so that the order of the tests does not matter.
 */
final class ApiServer {

    private static final RunningApplication APPLICATION = RunningApplication.start(false);
    private static final ApiClient CLIENT = new ApiClient(APPLICATION.address());
    private static final AtomicInteger YEAR = new AtomicInteger(2600);

    private ApiServer() {}

    static ApiClient client() {
        return CLIENT;
    }

    /** A round that nobody has opened yet. */
    static TestRound newRound() {
        return new TestRound(CLIENT, YEAR.getAndIncrement());
    }
}
