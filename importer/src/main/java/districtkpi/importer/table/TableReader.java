package districtkpi.importer.table;

import districtkpi.importer.table.Table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Takes a text apart into rows and cells, keeping for each row the line it starts on and its text.
 *
 * <p>A row whose quotes are wrong is reported, and reading goes on with the line after it, so that
 * one slip does not hide the others.
 */
public final class TableReader {

    /** Reading goes on so many times; each time may cost a walk through the rest of the text. */
    private static final int MOST_UNREADABLE = 25;

    private static final char[] SEPARATORS = {',', ';', '\t'};

    private final String text;
    private final Lines lines;
    private final ImportLimits limits;
    private final IssueLog log;
    private final CSVFormat format;
    private final List<Row> rows = new ArrayList<>();
    private int unreadable;

    private TableReader(String text, ImportLimits limits, IssueLog log) {
        this.text = text;
        this.lines = new Lines(text);
        this.limits = limits;
        this.log = log;
        this.format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(separator(text))
                        .setIgnoreEmptyLines(false)
                        .setIgnoreSurroundingSpaces(true)
                        .get();
    }

    /** The table of a text; absent if the log says why there is none. */
    public static Optional<Table> read(String text, ImportLimits limits, IssueLog log) {
        return new TableReader(text, limits, log).read();
    }

    private Optional<Table> read() {
        if (hasEndlessLine()) {
            return Optional.empty();
        }
        int line = 1;
        while (line <= lines.count()) {
            line = readFrom(line);
        }
        if (rows.isEmpty()) {
            if (unreadable == 0) {
                log.addFile(IssueCode.EMPTY_FILE);
            }
            return Optional.empty();
        }
        Row header = rows.removeFirst();
        return Optional.of(new Table(header, rows, unreadable));
    }

    /** Refuses a line that would cost a great deal of memory before its cells could be counted. */
    private boolean hasEndlessLine() {
        char separator = format.getDelimiterString().charAt(0);
        int most = limits.columns() + 10 * limits.cellLength();
        for (int line = 1; line <= lines.count(); line++) {
            int separators = 0;
            int end = line < lines.count() ? lines.start(line + 1) : text.length();
            for (int i = lines.start(line); i < end; i++) {
                if (text.charAt(i) == separator) {
                    separators++;
                }
            }
            if (separators > most) {
                log.add(IssueCode.TOO_MANY_COLUMNS, new Cell(line, "", ""), limits.columns());
                return true;
            }
        }
        return false;
    }

    /** Reads rows until the end or a row that cannot be read; gives the line to go on with. */
    private int readFrom(int firstLine) {
        int line = firstLine;
        String rest = text.substring(lines.start(firstLine));
        try (CSVParser parser = CSVParser.parse(rest, format)) {
            Iterator<CSVRecord> records = parser.iterator();
            try {
                while (records.hasNext()) {
                    CSVRecord cells = records.next();
                    // Only now are the lines of the record counted: it ended before this one.
                    int next = firstLine + Math.toIntExact(parser.getCurrentLineNumber());
                    if (!add(line, next, cells)) {
                        return lines.count() + 1;
                    }
                    line = next;
                }
                return lines.count() + 1;
            } catch (UncheckedIOException wrongQuotes) {
                int stoppedAt = firstLine + Math.toIntExact(parser.getCurrentLineNumber()) - 1;
                return reportUnreadable(line, stoppedAt);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory could not be read", impossible);
        }
    }

    private boolean add(int line, int next, CSVRecord cells) {
        if (cells.stream().allMatch(cell -> CellText.clean(cell).isEmpty())) {
            return true;
        }
        if (rows.size() > limits.rows()) {
            log.add(IssueCode.TOO_MANY_ROWS, new Cell(line, "", ""), limits.rows());
            return false;
        }
        if (cells.size() > limits.columns()) {
            log.add(IssueCode.TOO_MANY_COLUMNS, new Cell(line, "", ""), limits.columns());
            unreadable++;
            return !rows.isEmpty();
        }
        rows.add(new Row(line, cells.toList(), rawText(line, next)));
        return true;
    }

    private String rawText(int line, int next) {
        int end = next <= lines.count() ? lines.start(next) : text.length();
        int start = lines.start(line);
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    private int reportUnreadable(int line, int stoppedAt) {
        boolean quoteStaysOpen = stoppedAt > line || isReadableIfClosed(line);
        log.add(
                quoteStaysOpen ? IssueCode.UNCLOSED_QUOTE : IssueCode.TEXT_AFTER_QUOTE,
                new Cell(line, "", ""));
        unreadable++;
        if (rows.isEmpty()) {
            // Without the header nothing after it has a meaning.
            return lines.count() + 1;
        }
        if (unreadable >= MOST_UNREADABLE && line < lines.count()) {
            log.add(IssueCode.READING_STOPPED, new Cell(line + 1, "", ""));
            return lines.count() + 1;
        }
        return line + 1;
    }

    /** Whether a line is wrong only because its last quote is never closed. */
    private boolean isReadableIfClosed(int line) {
        String single = rawText(line, line + 1);
        try (CSVParser parser =
                CSVParser.parse(single, format.builder().setLenientEof(true).get())) {
            return !parser.getRecords().isEmpty();
        } catch (IOException | UncheckedIOException stillWrong) {
            return false;
        }
    }

    /** The separator that is most frequent in the first line with text, outside of quotes. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = SEPARATORS[0];
        int most = 0;
        for (char separator : SEPARATORS) {
            int count = 0;
            boolean quoted = false;
            for (int i = 0; i < first.length(); i++) {
                char c = first.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == separator && !quoted) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }
}
