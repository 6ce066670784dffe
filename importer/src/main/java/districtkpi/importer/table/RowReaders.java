package districtkpi.importer.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Opens a file for reading row by row: a text in UTF-8 with commas. */
public final class RowReaders {

    private RowReaders() {}

    /**
     * The rows of a text. The reader holds the file open.
     *
     * @param name of the file as it was handed in
     * @throws UnreadableFileException if it is none, or more than is read
     * @throws IOException if the disk fails
     */
    public static RowReader open(Path file, String name, ImportLimits limits) throws IOException {
        long size = Files.size(file);
        if (size > limits.bytes()) {
            throw new UnreadableFileException(IssueCode.TOO_LARGE, 0, size, limits.bytes());
        }
        BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        return new Rows(CSVParser.parse(text, CSVFormat.DEFAULT));
    }

    private static final class Rows implements RowReader {

        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private long bytes;

        Rows(CSVParser parser) {
            this.parser = parser;
            this.records = parser.iterator();
        }

        @Override
        public Optional<FileRow> next() {
            while (true) {
                long before = parser.getCurrentLineNumber();
                if (!records.hasNext()) {
                    return Optional.empty();
                }
                CSVRecord record = records.next();
                bytes = record.getCharacterPosition();
                int line = Math.toIntExact(before) + 1;
                if (record.stream().anyMatch(cell -> !cell.isBlank())) {
                    return Optional.of(new FileRow("", line, record.toList()));
                }
            }
        }

        @Override
        public long bytesRead() {
            return bytes;
        }

        @Override
        public void close() {
            try {
                parser.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
