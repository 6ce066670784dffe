package districtkpi.ui.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.IntSupplier;

/**
 * Takes files onto the disk, within the server's own limit: the one in the browser can be got
 * round. However many send at once, none of it is in memory before somebody reads it, and what
 * breaks off is deleted.
 */
public final class DiskUpload implements UploadHandler {

    private static final int ROOM_FOR_HEADERS = 1024;

    private final IntSupplier maxBytes;
    private final Place place;
    private final Receiver receiver;

    /** Where files lie. Safe for use by several threads. */
    public interface Place {

        /** A new empty file; whoever asks for it deletes it. */
        Path create() throws IOException;

        /** Deletes a file; once more does nothing. */
        void delete(Path file);
    }

    /** Whoever gets the files. */
    @FunctionalInterface
    public interface Receiver {

        /**
         * Gets a file, and deletes it unless this fails. The thread is that of the file alone: it
         * may take its time, and has no access to the page.
         *
         * @param name that it has where it comes from
         * @param file where it lies
         * @param page where it was sent from
         */
        void receive(String name, Path file, UI page);
    }

    /**
     * @param maxBytes what the next file may weigh
     */
    public DiskUpload(IntSupplier maxBytes, Place place, Receiver receiver) {
        this.maxBytes = maxBytes;
        this.place = place;
        this.receiver = receiver;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        UI page = event.getUI();
        Path file = place.create();
        try {
            try (InputStream content = event.getInputStream()) {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            }
            receiver.receive(event.getFileName(), file, page);
        } catch (IOException | RuntimeException e) {
            place.delete(file);
            throw e;
        }
    }

    @Override
    public long getFileSizeMax() {
        return maxBytes.getAsInt();
    }

    @Override
    public long getRequestSizeMax() {
        return maxBytes.getAsInt() + (long) ROOM_FOR_HEADERS;
    }
}
