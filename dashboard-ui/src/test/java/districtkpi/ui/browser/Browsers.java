package districtkpi.ui.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts Chromium: the one that {@code DISTRICT_KPI_CHROMIUM} names, else one that is installed,
 * else the one that Playwright downloads. Without any the tests fail; they are never skipped.
 */
final class Browsers implements AutoCloseable {

    private static final String CHROMIUM = "DISTRICT_KPI_CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    /**
     * It talks to the application and to nobody else, and draws by itself where there is no
     * graphics card anyway.
     */
    private static final List<String> QUIET =
            List.of(
                    "--disable-gpu",
                    "--disable-software-rasterizer",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsers launch() {
        Optional<Path> installed = installed();
        Playwright playwright =
                installed
                        .map(_ -> new Playwright.CreateOptions().setEnv(withoutDownload()))
                        .map(Playwright::create)
                        .orElseGet(Playwright::create);
        LaunchOptions options = new LaunchOptions().setArgs(arguments());
        installed.ifPresent(options::setExecutablePath);
        return new Browsers(playwright, playwright.chromium().launch(options));
    }

    Browser chromium() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Map<String, String> withoutDownload() {
        return Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(QUIET);
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium's sandbox refuses root, as which containers run.
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    private static Optional<Path> installed() {
        String named = System.getenv(CHROMIUM);
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name ->
                        Stream.of(folders.split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
