package districtkpi.ui.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * An answer, held back until it is complete: in memory while it is small, else in a temporary file,
 * which is gone when the spool is closed. It is hashed while it is written.
 *
 * <p>Whoever sends from here knows the length before the first byte, so that what breaks on the way
 * cannot pass for the whole.
 */
final class Spool extends OutputStream {

    /** What is kept in memory, in bytes: the tables of a province, and no more. */
    static final int MAX_IN_MEMORY = 256 * 1024;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private final Path folder;
    private @Nullable Path file;
    private @Nullable OutputStream toFile;
    private long length;

    /**
     * @param folder for the temporary file
     */
    Spool(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        digest.update(bytes, from, count);
        length += count;
        if (toFile == null && length > MAX_IN_MEMORY) {
            file = Files.createTempFile(folder, "district-kpi-", ".answer");
            toFile = Files.newOutputStream(file);
            memory.writeTo(toFile);
            memory.reset();
        }
        if (toFile != null) {
            toFile.write(bytes, from, count);
        } else {
            memory.write(bytes, from, count);
        }
    }

    /** Bytes written. */
    long length() {
        return length;
    }

    /** The SHA-256 of everything written; ends the writing. */
    byte[] sha256() throws IOException {
        if (toFile != null) {
            toFile.flush();
        }
        return digest.digest();
    }

    /** What was written, from its start. */
    InputStream content() throws IOException {
        if (toFile != null) {
            toFile.flush();
        }
        return file != null
                ? Files.newInputStream(file)
                : new ByteArrayInputStream(memory.toByteArray());
    }

    @Override
    public void close() throws IOException {
        try {
            if (toFile != null) {
                toFile.close();
            }
        } finally {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }
}
