package districtkpi.importer.table;

import districtkpi.importer.issue.IssueCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a text, taken apart as Commons CSV would (a test compares the two), but within
 * bounds: a row that never ends is refused before it fills the memory.
 *
 * <p>After a row that is no row reading can go on: the next row is that of the line after it.
 */
final class TextRows implements RowReader {

    /**
     * Characters of a row. Nobody types a longer one; a quote was not closed, or it is no table.
     */
    static final int MAX_LENGTH = 1_000_000;

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int LINES_TO_LOOK_AT = 20;

    /** Maybe with the separators that a program added to make it as long as the other rows. */
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile(
                    "\"?sep=([^\\p{L}\\p{N}\"\\s]|\t)\"?([,;\t]*)", Pattern.CASE_INSENSITIVE);

    private final Reader text;
    private final LongSupplier bytesRead;
    private final int maxColumns;
    private final char separator;

    private char[] buffer = new char[1 << 16];
    private int filled;
    private boolean ended;

    /** Of the first character of the row at hand in the buffer. */
    private int start;

    /** On which the row at hand starts. */
    private int line = 1;

    /** Of the row given last. */
    private int lastStart;

    private int lastLength;
    private boolean cutOff;

    /**
     * @param text without byte order mark; closed with the reader
     * @param bytesRead how much was read to get the text
     */
    TextRows(Reader text, LongSupplier bytesRead, int maxColumns) {
        this.text = text;
        this.bytesRead = bytesRead;
        this.maxColumns = maxColumns;
        while (filled < buffer.length && fill()) {
            // The separator is looked for in all that the buffer can hold.
        }
        this.separator = namedSeparator().orElseGet(this::mostFrequentSeparator);
    }

    /** Where in a cell a character stands. */
    private enum Place {
        BEFORE,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    /**
     * A row taken apart.
     *
     * @param length without the end of its last line
     */
    private record Parsed(List<String> cells, int length, int lines) {}

    @Override
    public Optional<FileRow> next() {
        while (hasNext()) {
            int first = line;
            int lineLength = lineLength(0, IssueCode.ROW_TOO_LONG);
            Parsed row =
                    hasQuote(lineLength)
                            ? quotedCells(lineLength)
                            : new Parsed(plainCells(lineLength), lineLength, 1);
            if (row.cells().size() > maxColumns) {
                throw wrong(IssueCode.TOO_MANY_COLUMNS, lineLength, maxColumns);
            }
            int end = endLength(row.length());
            int next = row.length() + end;
            cutOff = end == 0;
            lastStart = start;
            lastLength = row.length();
            start += next;
            line += row.lines();
            if (!isBlank(row.cells())) {
                return Optional.of(new FileRow("", first, row.cells()));
            }
        }
        return Optional.empty();
    }

    /** Whether there is another line. */
    boolean hasNext() {
        return has(0);
    }

    /** The row given last as it stands in the text, without the end of its last line. */
    String rawText() {
        return new String(buffer, lastStart, lastLength);
    }

    @Override
    public long bytesRead() {
        return bytesRead.getAsLong();
    }

    @Override
    public boolean isCutOff() {
        return cutOff;
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a character so far behind the start of the row at hand. */
    private boolean has(int offset) {
        while (start + offset >= filled) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() {
        if (ended) {
            return false;
        }
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        try {
            int read = text.read(buffer, filled, buffer.length - filled);
            ended = read < 0;
            filled += Math.max(0, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !ended;
    }

    /**
     * Where the line ends that begins at an offset, without its end.
     *
     * @param code of the refusal if it does not end soon enough
     */
    private int lineLength(int from, IssueCode code) {
        int i = from;
        do {
            for (int end = Math.min(filled - start, MAX_LENGTH + 1); i < end; i++) {
                char c = buffer[start + i];
                if (c == '\n' || c == '\r') {
                    return i;
                }
            }
            if (i > MAX_LENGTH) {
                if (code == IssueCode.ROW_TOO_LONG) {
                    // Where the next row begins will not be looked for.
                    start = filled;
                    ended = true;
                }
                throw new UnreadableFileException(code, line, MAX_LENGTH);
            }
        } while (fill());
        return i;
    }

    private int endLength(int lineLength) {
        if (!has(lineLength)) {
            return 0;
        }
        boolean two =
                buffer[start + lineLength] == '\r'
                        && has(lineLength + 1)
                        && buffer[start + lineLength + 1] == '\n';
        return two ? 2 : 1;
    }

    private boolean hasQuote(int lineLength) {
        for (int i = start, end = start + lineLength; i < end; i++) {
            if (buffer[i] == '"') {
                return true;
            }
        }
        return false;
    }

    private List<String> plainCells(int lineLength) {
        List<String> cells = new ArrayList<>();
        int from = start;
        int end = start + lineLength;
        for (int i = start; i < end && cells.size() <= maxColumns; i++) {
            if (buffer[i] == separator) {
                cells.add(cell(from, i));
                from = i + 1;
            }
        }
        cells.add(cell(from, end));
        return cells;
    }

    /** Without spaces around it. */
    private String cell(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && Character.isWhitespace(buffer[first])) {
            first++;
        }
        while (first < last && Character.isWhitespace(buffer[last - 1])) {
            last--;
        }
        return first == last ? "" : new String(buffer, first, last - first);
    }

    private Parsed quotedCells(int firstLength) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        Place place = Place.BEFORE;
        int length = firstLength;
        int lines = 1;
        int i = 0;
        while (true) {
            for (; i < length && cells.size() <= maxColumns; i++) {
                char c = buffer[start + i];
                if (place == Place.AFTER_QUOTE && isText(c, i)) {
                    throw wrong(
                            lines == 1 ? IssueCode.TEXT_AFTER_QUOTE : IssueCode.UNCLOSED_QUOTE,
                            firstLength);
                }
                Place next = placeAfter(place, c);
                if (c == separator && place != Place.QUOTED) {
                    cells.add(finished(cell, place));
                } else if (next == Place.PLAIN || (next == Place.QUOTED && place != Place.BEFORE)) {
                    cell.append(c);
                }
                place = next;
            }
            if (place != Place.QUOTED || cells.size() > maxColumns) {
                cells.add(finished(cell, place));
                return new Parsed(cells, length, lines);
            }
            int nextLine = length + endLength(length);
            if (!has(nextLine)) {
                throw wrong(IssueCode.UNCLOSED_QUOTE, firstLength);
            }
            try {
                length = lineLength(nextLine, IssueCode.UNCLOSED_QUOTE);
            } catch (UnreadableFileException tooLong) {
                throw wrong(tooLong.code(), firstLength);
            }
            lines++;
        }
    }

    /** Whether a character may not stand between a closing quote and the separator. */
    private boolean isText(char c, int offset) {
        return c == '"'
                ? buffer[start + offset - 1] != '"'
                : c != separator && !Character.isWhitespace(c);
    }

    private Place placeAfter(Place place, char c) {
        if (place != Place.QUOTED && c == separator) {
            return Place.BEFORE;
        }
        return switch (place) {
            case BEFORE -> {
                if (Character.isWhitespace(c)) {
                    yield Place.BEFORE;
                }
                yield c == '"' ? Place.QUOTED : Place.PLAIN;
            }
            case PLAIN -> Place.PLAIN;
            case QUOTED -> c == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
            // Two quotes are one within the text.
            case AFTER_QUOTE -> c == '"' ? Place.QUOTED : Place.AFTER_QUOTE;
        };
    }

    private static String finished(StringBuilder cell, Place place) {
        String text = cell.toString();
        cell.setLength(0);
        return place == Place.PLAIN ? text.stripTrailing() : text;
    }

    /** A refusal of the row at hand; what is read next is the line after its first. */
    private UnreadableFileException wrong(IssueCode code, int firstLength, Object... arguments) {
        int first = line;
        start += firstLength + endLength(firstLength);
        line++;
        return new UnreadableFileException(code, first, arguments);
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isEmpty() && (isPlainlyVisible(cell.charAt(0)) || !isInvisible(cell))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainlyVisible(char c) {
        return (c > ' ' && c < 0x7F) || (c >= 'ก' && c <= '๛');
    }

    private static boolean isInvisible(String cell) {
        return CellText.clean(cell).isEmpty();
    }

    /**
     * Steps over a first line such as {@code sep=;}, by which programs tell Excel the separator.
     *
     * @return the separator that it names; absent where there is no such line, or where a program
     *     that did not know it has since saved the file with another separator
     */
    private Optional<Character> namedSeparator() {
        int end = 0;
        while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        Matcher named = SEPARATOR_LINE.matcher(new String(buffer, 0, end));
        if (!named.matches()) {
            return Optional.empty();
        }
        start = end + endLength(end);
        line = 2;
        char separator = named.group(1).charAt(0);
        boolean savedWithIt = named.group(2).chars().allMatch(c -> c == separator);
        return savedWithIt ? Optional.of(separator) : Optional.empty();
    }

    /**
     * The separator that is most frequent in the first line with one, outside of quotes; if that
     * line may be a title, for most of those below have none of it, the one of those.
     */
    private char mostFrequentSeparator() {
        List<int[]> lines =
                new String(buffer, start, filled - start)
                        .lines()
                        .limit(LINES_TO_LOOK_AT)
                        .map(TextRows::counts)
                        .filter(counts -> counts[mostFrequent(counts)] > 0)
                        .toList();
        if (lines.isEmpty()) {
            return SEPARATORS[0];
        }
        int first = mostFrequent(lines.getFirst());
        for (int[] counts : lines) {
            int other = mostFrequent(counts);
            if (counts[first] == 0
                    && linesWith(lines, other) >= 2 * linesWith(lines, first)
                    && counts[other] > lines.getFirst()[first]) {
                return SEPARATORS[other];
            }
        }
        return SEPARATORS[first];
    }

    private static int mostFrequent(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }

    private static long linesWith(List<int[]> lines, int separator) {
        return lines.stream().filter(counts -> counts[separator] > 0).count();
    }

    private static int[] counts(String row) {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            for (int k = 0; k < SEPARATORS.length && !quoted; k++) {
                counts[k] += c == SEPARATORS[k] ? 1 : 0;
            }
        }
        return counts;
    }
}
