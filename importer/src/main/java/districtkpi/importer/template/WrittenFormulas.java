package districtkpi.importer.template;

import districtkpi.importer.WorkFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The texts of the formulas of a workbook, on the disk: of hundreds of districts they would take
 * hundreds of megabytes. First all are written, then they are read, by one thread.
 */
final class WrittenFormulas implements AutoCloseable {

    private final Path file;
    private final OutputStream out;
    private final Arena arena = Arena.ofConfined();
    private MemorySegment texts = MemorySegment.NULL;
    private long written;

    WrittenFormulas() throws IOException {
        file = WorkFolder.newFile("formulas-", ".txt");
        out = new BufferedOutputStream(Files.newOutputStream(file));
    }

    /** Where a text lies. */
    record At(long from, int bytes) {}

    At add(String formula) throws IOException {
        byte[] text = formula.getBytes(StandardCharsets.UTF_8);
        out.write(text);
        At at = new At(written, text.length);
        written += text.length;
        return at;
    }

    /** From now on they are read. */
    void finish() throws IOException {
        out.close();
        if (written > 0) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                texts = channel.map(FileChannel.MapMode.READ_ONLY, 0, written, arena);
            }
        }
    }

    String text(At at) {
        return new String(
                texts.asSlice(at.from(), at.bytes()).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.close();
        arena.close();
        Files.deleteIfExists(file);
    }
}
