package districtkpi.ui.parts;

import com.vaadin.flow.server.streams.FileUploadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import districtkpi.importer.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file onto the disk, within the server's own limit: the one in the browser can be got
 * round. However many send at once, none of it is in memory before somebody reads it.
 */
public final class DiskUpload extends FileUploadHandler {

    private static final int ROOM_FOR_HEADERS = 1024;

    private final int mostBytes;
    private final Arriving arriving;

    /** What comes in at the moment. */
    private static final class Arriving {

        private volatile @Nullable Path file;

        Path begin() throws IOException {
            Path begun = WorkFolder.newFile("received-", ".upload");
            file = begun;
            return begun;
        }
    }

    /**
     * @param mostBytes what a file may weigh
     * @param receiver gets the name that a file has where it comes from, and where it lies until
     *     the receiver is done
     */
    public DiskUpload(int mostBytes, BiConsumer<String, Path> receiver) {
        this(mostBytes, receiver, new Arriving());
    }

    private DiskUpload(int mostBytes, BiConsumer<String, Path> receiver, Arriving arriving) {
        super(
                (metadata, file) -> {
                    try {
                        receiver.accept(metadata.fileName(), file.toPath());
                    } finally {
                        delete(file.toPath());
                    }
                },
                _ -> arriving.begin().toFile());
        this.mostBytes = mostBytes;
        this.arriving = arriving;
    }

    /** What came in of a file that broke off is of no use to anybody. */
    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        try {
            super.handleUploadRequest(event);
        } catch (IOException | RuntimeException e) {
            Path broken = arriving.file;
            if (broken != null) {
                delete(broken);
            }
            throw e;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long getFileSizeMax() {
        return mostBytes;
    }

    @Override
    public long getRequestSizeMax() {
        return mostBytes + (long) ROOM_FOR_HEADERS;
    }
}
