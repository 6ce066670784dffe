package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.outage.DatabaseWatch;
import districtkpi.ui.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an open page says while the program's own PostgreSQL is away, and how it goes on. */
class OutageInBrowserIT {

    private static final Duration ANSWER = Duration.ofSeconds(1);

    @TempDir private static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.startEmbedded(data, List.of());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aFileThatIsSentMeanwhileStaysAndWhatWasClickedIsDoneOnceItIsBack() throws IOException {
        try (Window window = Window.open(application)) {
            Page page = window.page();
            window.goTo("/import?round=2565-1", "en");
            assertThat(page.locator("#file-drop")).isVisible();

            // Nothing is started as long as somebody else works on the server.
            synchronized (application.get(EmbeddedDatabase.class)) {
                kill();
                page.locator("#file-drop input[type=file]")
                        .setInputFiles(
                                new FilePayload(
                                        "away.csv",
                                        "text/csv",
                                        BestResults.of("4301").getBytes(UTF_8)));
                assertThat(page.locator("vaadin-upload-file")).containsText("away.csv");
                assertThat(page.locator("vaadin-upload-file [part=error]"))
                        .containsText("could not be sent");
            }
            awaitBack();
            page.locator("vaadin-upload-file [part=retry-button]").click();
            assertThat(page.locator("#report")).hasClass(Pattern.compile("report-dry-run"));

            synchronized (application.get(EmbeddedDatabase.class)) {
                kill();
                page.locator("#commit").click();
                assertThat(page.locator("vaadin-connection-indicator"))
                        .containsText("trying again");
                assertThat(page.locator("#report")).hasClass(Pattern.compile("report-dry-run"));
            }
            awaitBack();
            // Without another click.
            assertThat(page.locator("#report")).hasClass(Pattern.compile("report-committed"));
            page.locator("#tab-history").click();
            assertThat(page.locator("#imports")).containsText("away.csv");
        }
    }

    private static void kill() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        List<ProcessHandle> sessions = server.descendants().toList();
        assertThat(server.destroyForcibly()).isTrue();
        sessions.forEach(ProcessHandle::destroyForcibly);
        assertThat(answers()).isFalse();
    }

    private static boolean answers() {
        return application.get(DatabaseWatch.class).answers(ANSWER);
    }

    private static void awaitBack() {
        for (int look = 0; look < 1_000 && !answers(); look++) {
            LockSupport.parkNanos(20_000_000);
        }
    }
}
