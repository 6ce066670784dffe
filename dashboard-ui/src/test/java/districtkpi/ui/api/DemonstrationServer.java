package districtkpi.ui.api;

import districtkpi.ui.testing.RunningApplication;
import java.util.List;

/** One application with the demonstration rounds for all tests of exports, which only read. */
final class DemonstrationServer {

    static final List<String> ROUNDS = List.of("2564-1", "2564-2", "2565-1", "2565-2");

    private static final RunningApplication APPLICATION = RunningApplication.start(true);
    private static final ApiClient CLIENT = new ApiClient(APPLICATION.address());

    private DemonstrationServer() {}

    static ApiClient client() {
        return CLIENT;
    }

    static RunningApplication application() {
        return APPLICATION;
    }
}
