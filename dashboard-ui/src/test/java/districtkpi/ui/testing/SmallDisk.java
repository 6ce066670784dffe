package districtkpi.ui.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk in memory that is soon full, where this machine lets a test have one. */
public record SmallDisk(Path folder) implements AutoCloseable {

    private static final String FILLER = "filler";

    /**
     * Mounts one.
     *
     * @param size as {@code mount} understands it, such as {@code 400m}
     * @return absent where only root may, or nobody
     */
    public static Optional<SmallDisk> mount(Path folder, String size) throws IOException {
        return run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    /** Fills it but for so many bytes, roughly. */
    public void fill(long left) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (var out = Files.newOutputStream(folder.resolve(FILLER))) {
            while (Files.getFileStore(folder).getUsableSpace() > left) {
                out.write(block);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space")) {
                throw full;
            }
        }
    }

    /** Takes away what filled it. */
    public void empty() throws IOException {
        Files.deleteIfExists(folder.resolve(FILLER));
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }

    private static boolean run(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException none) {
            // Such as on Windows.
            return false;
        }
    }
}
