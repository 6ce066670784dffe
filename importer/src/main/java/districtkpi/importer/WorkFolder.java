package districtkpi.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where files lie that the program works on and that nobody keeps: uploads, answers that are not
 * sent yet, workbooks that are being read. One for the whole program, which names it at its start
 * and clears what a killed one left there; until then it is the system's temporary folder. Safe for
 * use by several threads.
 */
public final class WorkFolder {

    private static final Path OF_SYSTEM = Path.of(System.getProperty("java.io.tmpdir"));

    private static volatile Path folder = OF_SYSTEM;

    private WorkFolder() {}

    /** Has everything that begins from now on lie in a folder. */
    public static void use(Path newFolder) {
        folder = newFolder;
    }

    /** Goes back to the system's temporary folder, unless another one is used since. */
    public static void leave(Path oldFolder) {
        if (folder.equals(oldFolder)) {
            folder = OF_SYSTEM;
        }
    }

    public static Path current() {
        return folder;
    }

    /** A new empty file that only this program can read; whoever asks for it deletes it. */
    public static Path newFile(String beginning, String ending) throws IOException {
        return Files.createTempFile(folder, beginning, ending);
    }
}
