package districtkpi.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where programs under test keep what is in no database. */
final class TestFolder {

    private TestFolder() {}

    /**
     * A new data folder, for one program: tests of several run side by side, count the backups that
     * lie in it, and measure the page that lists them.
     */
    static String create() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(target, "data-").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
