package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractedRow;
import districtkpi.importer.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the rows of an extract as CSV (RFC 4180), with cells that are harmless to those who open
 * them in a spreadsheet. Cells stay the bytes that the database sent, except those few that could
 * be run or have to be quoted. Not for use by several threads at once.
 */
final class ExtractCsv {

    private static final int FLUSH_AT = 1 << 16;

    /**
     * Bytes with which no cell begins that could be run: letters, digits, and those of characters
     * beyond ASCII but for {@code ＝＋－＠} and the spaces, whose first byte is none of Thai.
     */
    private static final boolean[] PLAIN_START = new boolean[256];

    /** Bytes that need no quotes around the cell. */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        Arrays.fill(PLAIN, true);
        for (char c : new char[] {',', '"', '\r', '\n'}) {
            PLAIN[c] = false;
        }
        for (int c = 0; c < 0x80; c++) {
            PLAIN_START[c] = Character.isLetterOrDigit(c);
        }
        // The first byte of every Thai character.
        PLAIN_START[0xE0] = true;
    }

    private final OutputStream out;
    private final Map<ExtractedRow.Counted, byte[]> countedFor = new HashMap<>();
    private byte[] buffer = new byte[2 * FLUSH_AT];
    private int length;
    private String sheet = "";
    private byte[] sheetCell = new byte[0];

    private final Map<Place, String> mended;

    /**
     * @param mended what was read in the place of cells, by row
     */
    ExtractCsv(OutputStream out, Map<Place, String> mended) {
        this.out = out;
        this.mended = mended;
    }

    /**
     * Where a row stands.
     *
     * @param sheet as the file names it
     */
    record Place(String sheet, int line) {}

    void header(List<ColumnKey> columns) {
        List<String> header = new ArrayList<>(List.of("sheet", "line", "district"));
        columns.forEach(column -> header.add(column.value()));
        header.add("counted");
        header.add("counted_for");
        header.add("mended");
        put(String.join(",", header).getBytes(StandardCharsets.US_ASCII));
        endLine();
    }

    void row(ExtractedRow row) {
        if (!row.sheet().equals(sheet)) {
            sheet = row.sheet();
            sheetCell = cell(sheet);
        }
        put(sheetCell);
        put(',');
        put(row.line());
        put(',');
        put(row.district().value());
        for (int i = 0, columns = row.columns(); i < columns; i++) {
            put(',');
            cell(row, i);
        }
        put(countedFor.computeIfAbsent(row.counted(), ExtractCsv::lastCells));
        put(',');
        if (!mended.isEmpty()) {
            put(cell(mended.getOrDefault(new Place(row.sheet(), row.line()), "")));
        }
        endLine();
        if (length >= FLUSH_AT) {
            flush();
        }
    }

    void flush() {
        try {
            out.write(buffer, 0, length);
            length = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] lastCells(ExtractedRow.Counted counted) {
        List<String> measures = new ArrayList<>();
        counted.values().forEach(measure -> measures.add(measure.value()));
        counted.ofs().forEach(measure -> measures.add(measure.value() + ".of"));
        return ("," + !measures.isEmpty() + "," + String.join(" ", measures))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void cell(ExtractedRow row, int column) {
        if (row.isEmpty(column)) {
            return;
        }
        byte[] bytes = row.bytes();
        int start = row.start(column);
        int end = row.end(column);
        boolean plain = PLAIN_START[bytes[start] & 0xFF];
        for (int i = start + 1; i < end && plain; i++) {
            plain = PLAIN[bytes[i] & 0xFF];
        }
        if (plain) {
            need(end - start);
            System.arraycopy(bytes, start, buffer, length, end - start);
            length += end - start;
        } else {
            put(cell(row.cell(column).orElseThrow()));
        }
    }

    private static byte[] cell(String text) {
        String neutral = SpreadsheetText.neutral(text);
        boolean quoted = neutral.chars().anyMatch(c -> c < 0x80 && !PLAIN[c]);
        return (quoted ? '"' + neutral.replace("\"", "\"\"") + '"' : neutral)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void endLine() {
        put('\r');
        put('\n');
    }

    private void put(char ascii) {
        need(1);
        buffer[length++] = (byte) ascii;
    }

    private void put(int number) {
        put(Integer.toString(number));
    }

    private void put(String ascii) {
        need(ascii.length());
        for (int i = 0, end = ascii.length(); i < end; i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
    }

    private void put(byte[] bytes) {
        need(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void need(int bytes) {
        if (length + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + bytes));
        }
    }
}
