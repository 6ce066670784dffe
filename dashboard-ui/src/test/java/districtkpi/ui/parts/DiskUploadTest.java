package districtkpi.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockPart;

class DiskUploadTest {

    private static final byte[] WHOLE = "whole".getBytes(StandardCharsets.US_ASCII);

    /** What comes in. */
    private interface Content {

        InputStream open() throws IOException;
    }

    @TempDir private Path folder;

    private final Map<String, Path> received = new HashMap<>();
    private final DiskUpload upload =
            new DiskUpload(
                    () -> 100,
                    new DiskUpload.Place() {

                        @Override
                        public Path create() throws IOException {
                            return Files.createTempFile(folder, "received-", ".upload");
                        }

                        @Override
                        public void delete(Path file) {
                            try {
                                Files.deleteIfExists(file);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }
                    },
                    (name, file, _) -> received.put(name, file));

    private void send(String name, Content content) throws IOException {
        MockPart part =
                new MockPart("file", name, new byte[0]) {

                    @Override
                    public InputStream getInputStream() throws IOException {
                        return content.open();
                    }
                };
        upload.handleUploadRequest(
                new UploadEvent(null, null, null, name, 10, "text/plain", new Element("a"), part));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aFileThatBreaksOffIsDeletedAndNoOtherThatCameInMeanwhile() throws IOException {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() ->
                        send(
                                "broken.txt",
                                () -> {
                                    send("whole.txt", () -> new ByteArrayInputStream(WHOLE));
                                    throw new IOException("Hung up");
                                }));

        assertThat(received).containsOnlyKeys("whole.txt");
        assertThat(files()).containsExactly(received.get("whole.txt"));
        assertThat(received.get("whole.txt")).hasBinaryContent(WHOLE);
    }
}
