package districtkpi.importer.table;

import districtkpi.importer.ImportFile;
import districtkpi.importer.issue.IssueCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Makes a text of a file's bytes, as {@link TextSource} understands them. */
public final class FileDecoder {

    private FileDecoder() {}

    /** The text of a file, without byte order mark; absent if the log says why not. */
    public static Optional<String> decode(ImportFile file, ImportLimits limits, IssueLog log) {
        byte[] content = file.content();
        if (content.length > limits.bytes()) {
            log.addFile(IssueCode.TOO_LARGE, content.length, limits.bytes());
            return Optional.empty();
        }
        try {
            TextSource source = TextSource.of(() -> new ByteArrayInputStream(content));
            int mark = source.markLength();
            String text = new String(content, mark, content.length - mark, source.charset());
            if (CellText.clean(text).isEmpty()) {
                log.addFile(IssueCode.EMPTY_FILE);
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (UnreadableFileException refused) {
            log.add(refused);
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory could not be read", impossible);
        }
    }
}
