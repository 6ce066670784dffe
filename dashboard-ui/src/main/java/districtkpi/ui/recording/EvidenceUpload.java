package districtkpi.ui.recording;

import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import districtkpi.importer.ImportFile;
import districtkpi.importer.recording.RecordingService;
import java.util.function.Consumer;

/**
 * Takes a file into memory, within the server's own limit: the one in the browser can be got round.
 */
final class EvidenceUpload extends InMemoryUploadHandler {

    private static final int ROOM_FOR_HEADERS = 1024;

    EvidenceUpload(Consumer<ImportFile> receiver) {
        super((metadata, content) -> receiver.accept(new ImportFile(metadata.fileName(), content)));
    }

    @Override
    public long getFileSizeMax() {
        return RecordingService.MOST_EVIDENCE_BYTES;
    }

    @Override
    public long getRequestSizeMax() {
        return RecordingService.MOST_EVIDENCE_BYTES + ROOM_FOR_HEADERS;
    }
}
