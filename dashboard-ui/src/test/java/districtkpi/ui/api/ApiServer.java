package districtkpi.ui.api;

import districtkpi.ui.testing.RunningApplication;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One application without demonstration rounds for all tests of the API and of signing in, behind
 * what may be a proxy, and with an identity provider; it ends with the JVM. A test opens rounds of
 * its own, so that the order of the tests does not matter.
 */
final class ApiServer {

    /** How long it waits for a header, or for a body that comes too slowly. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final TestProvider PROVIDER = TestProvider.start();
    private static final RunningApplication APPLICATION =
            RunningApplication.start(
                    false,
                    List.of(
                            "--server.forward-headers-strategy=native",
                            "--district-kpi.patience=" + PATIENCE.toSeconds() + "s",
                            setting("registration.office.client-id", TestProvider.CLIENT),
                            setting("registration.office.client-secret", TestProvider.SECRET),
                            setting("provider.office.issuer-uri", PROVIDER.address()),
                            // One that is not there at all.
                            setting("registration.nowhere.client-id", TestProvider.CLIENT),
                            setting("provider.nowhere.issuer-uri", "http://127.0.0.1:1")));
    private static final ApiClient CLIENT = new ApiClient(APPLICATION.address());
    private static final AtomicInteger YEAR = new AtomicInteger(2600);

    private ApiServer() {}

    static ApiClient client() {
        return CLIENT;
    }

    private static String setting(String name, String value) {
        return "--spring.security.oauth2.client." + name + "=" + value;
    }

    static RunningApplication application() {
        return APPLICATION;
    }

    static TestProvider provider() {
        return PROVIDER;
    }

    /** A round that nobody has opened yet. */
    static TestRound newRound() {
        return new TestRound(CLIENT, YEAR.getAndIncrement());
    }
}
