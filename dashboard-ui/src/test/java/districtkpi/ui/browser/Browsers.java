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
 * One Chromium for all tests of a JVM, started when the first asks: the one that {@code
 * DISTRICT_KPI_CHROMIUM} names, else one that is installed, else the one that Playwright downloads.
 * Without any the tests fail; they are never skipped. It ends with the JVM.
 */
final class Browsers {

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
                    "--disable-sync",
                    without());

    private Browsers() {}

    /** Its windows share nothing with each other; whoever opens one closes it. */
    static Browser chromium() {
        return Started.CHROMIUM;
    }

    private static final class Started {

        static final Browser CHROMIUM = launch();

        private Started() {}
    }

    private static Browser launch() {
        Optional<Path> installed = installed();
        Playwright playwright =
                installed
                        .map(_ -> new Playwright.CreateOptions().setEnv(withoutDownload()))
                        .map(Playwright::create)
                        .orElseGet(Playwright::create);
        LaunchOptions options = new LaunchOptions().setArgs(arguments());
        installed.ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    /**
     * What Chromium draws of itself around a page, which nobody sees, takes two thirds of a second
     * of a processor for each window. The last such argument counts, so those that Playwright gives
     * stand here again.
     */
    private static String without() {
        return "--disable-features="
                + String.join(
                        ",",
                        "WebUIToolbar",
                        "WebUIOmniboxPopup",
                        "WebUIOmniboxAimPopup",
                        "AvoidUnnecessaryBeforeUnloadCheckSync",
                        "BoundaryEventDispatchTracksNodeRemoval",
                        "DestroyProfileOnBrowserClose",
                        "DialMediaRouteProvider",
                        "GlobalMediaControls",
                        "HttpsUpgrades",
                        "LensOverlay",
                        "MediaRouter",
                        "PaintHolding",
                        "ThirdPartyStoragePartitioning",
                        "BlockOriginHeaderModificationOnRedirect",
                        "Translate",
                        "OptimizationHints");
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
