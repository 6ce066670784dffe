package districtkpi.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.testing.RunningApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The application, mostly with the demonstration rounds, for the tests of one class, in the browser
 * of all. Mostly each test has windows of its own; one in which the browser complained about
 * something fails its test.
 */
final class InBrowser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final Supplier<RunningApplication> starter;
    private final List<Window> windows = new ArrayList<>();
    private Optional<RunningApplication> running = Optional.empty();
    private Optional<Window> ofAll = Optional.empty();

    private InBrowser(Supplier<RunningApplication> starter) {
        this.starter = starter;
    }

    static InBrowser demonstration() {
        return demonstration(List.of());
    }

    /**
     * With more settings than it needs.
     *
     * @param settings as on the command line, such as {@code --server.port=80}
     */
    static InBrowser demonstration(List<String> settings) {
        return new InBrowser(() -> RunningApplication.start(true, settings));
    }

    /** With other data than the demonstration rounds. */
    static InBrowser with(Supplier<RunningApplication> starter) {
        return new InBrowser(starter);
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        running = Optional.of(starter.get());
    }

    RunningApplication application() {
        return running.orElseThrow();
    }

    /** A window of the administrator. */
    Window open() {
        return kept(Window.open(application()));
    }

    /**
     * A window of the administrator for all tests of the class, as the test before left it: opening
     * one and loading a page takes longer than most of what is looked at. What the browser
     * complains about fails the test in which it does, and those after it.
     */
    Window openForAll() {
        Window window = ofAll.orElseGet(() -> Window.open(application()));
        ofAll = Optional.of(window);
        return window;
    }

    /** A window of somebody who has not signed in. */
    Window openSignedOut() {
        return kept(Window.openSignedOut(application()));
    }

    private Window kept(Window window) {
        windows.add(window);
        return window;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<Window> opened = List.copyOf(windows);
        windows.clear();
        opened.forEach(Window::close);
        assertThat(
                        Stream.concat(opened.stream(), ofAll.stream())
                                .flatMap(window -> window.complaints().stream()))
                .as("What the browser complained about")
                .isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        ofAll.ifPresent(Window::close);
        running.ifPresent(RunningApplication::close);
    }
}
