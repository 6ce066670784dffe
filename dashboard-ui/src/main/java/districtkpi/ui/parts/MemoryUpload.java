package districtkpi.ui.parts;

import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import districtkpi.importer.ImportFile;
import java.util.function.Consumer;

/**
 * Takes a file into memory, within the server's own limit: the one in the browser can be got round.
 */
public final class MemoryUpload extends InMemoryUploadHandler {

    private static final int ROOM_FOR_HEADERS = 1024;

    private final int maxBytes;

    /**
     * @param maxBytes what a file may weigh
     */
    public MemoryUpload(int maxBytes, Consumer<ImportFile> receiver) {
        super((metadata, content) -> receiver.accept(new ImportFile(metadata.fileName(), content)));
        this.maxBytes = maxBytes;
    }

    @Override
    public long getFileSizeMax() {
        return maxBytes;
    }

    @Override
    public long getRequestSizeMax() {
        return maxBytes + (long) ROOM_FOR_HEADERS;
    }
}
