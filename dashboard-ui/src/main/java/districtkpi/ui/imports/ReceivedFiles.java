package districtkpi.ui.imports;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import districtkpi.importer.WorkFolder;
import districtkpi.ui.parts.DiskUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;

/**
 * The files that a reader sent and that are not done with, on disk: an extract may be larger than
 * the memory. What is left of them goes with the session.
 */
@SpringComponent
@VaadinSessionScope
class ReceivedFiles implements DiskUpload.Place, DisposableBean {

    private final Set<Path> files = ConcurrentHashMap.newKeySet();
    private final int maxBytes;

    ReceivedFiles(@Value("${district-kpi.extract.max-bytes:2147483647}") int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** What an extract may weigh. */
    int maxBytes() {
        return maxBytes;
    }

    @Override
    public Path create() throws IOException {
        Path file = WorkFolder.newFile("received-", ".upload");
        files.add(file);
        return file;
    }

    @Override
    public void delete(Path file) {
        if (files.remove(file)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void destroy() {
        List.copyOf(files).forEach(this::delete);
    }
}
