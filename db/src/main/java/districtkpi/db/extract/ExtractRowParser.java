package districtkpi.db.extract;

import districtkpi.domain.place.DistrictCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Takes apart what the database sends of the rows of an extract: COPY in its binary form, with the
 * cells as the text of their JSON behind the number of a version. Not for use by several threads at
 * once.
 */
final class ExtractRowParser {

    /** The signature, the flags and the length of what may follow them, which is nothing. */
    private static final int HEADER_LENGTH = 19;

    /** What ends the rows in place of a number of fields. */
    private static final short END = -1;

    /** The places of conditions in a number. */
    private static final int MAX_CONDITIONS = Long.SIZE;

    private final byte[][] keys;
    private final Map<Integer, String> sheets;
    private final List<Use> uses;
    private final int conditions;
    private final Consumer<ExtractedRow> reader;
    private final ExtractedRow row;

    private final Map<Integer, DistrictCode> districts = new HashMap<>();
    private final Map<Long, ExtractedRow.Counted> counted = new HashMap<>();
    private boolean headerRead;

    private byte[] bytes = new byte[0];
    private int at;

    /**
     * @param sheets their names by number
     * @param uses what a row may count for, each with its condition among the fields behind the
     *     district
     */
    ExtractRowParser(
            List<ColumnKey> columns,
            Map<Integer, String> sheets,
            List<Use> uses,
            Consumer<ExtractedRow> reader) {
        this.keys =
                columns.stream()
                        .map(column -> column.value().getBytes(StandardCharsets.US_ASCII))
                        .toArray(byte[][]::new);
        this.sheets = Map.copyOf(sheets);
        this.uses = List.copyOf(uses);
        this.conditions = (int) uses.stream().filter(use -> !use.always()).count();
        if (conditions > MAX_CONDITIONS) {
            throw new IllegalArgumentException("Too many measures: " + uses);
        }
        this.reader = reader;
        this.row = new ExtractedRow(keys.length);
    }

    /**
     * A part of a measure that rows may count for.
     *
     * @param value whether it is the value, not what that is compared with
     * @param always whether every row counts, so that no condition is asked for
     */
    record Use(FigureQuery query, boolean value, boolean always) {}

    /** Reads the rows of a message; the database sends them whole. */
    void read(byte[] message) {
        bytes = message;
        at = 0;
        if (!headerRead) {
            at = HEADER_LENGTH;
            headerRead = true;
        }
        while (at < bytes.length && shortNumber() != END) {
            readRow();
        }
    }

    private void readRow() {
        int sheet = field(Short.BYTES).shortNumber();
        int line = field(Integer.BYTES).number();
        DistrictCode district = district();
        long flags = 0;
        for (int i = 0; i < conditions; i++) {
            flags |= (long) field(1).bytes[at++] << i;
        }
        int length = number();
        int end = at + length;
        row.begin(
                bytes,
                Objects.requireNonNull(sheets.get(sheet), "A row of no sheet"),
                line,
                district,
                counted.computeIfAbsent(flags, this::countedFor));
        readCells(end);
        reader.accept(row);
    }

    private ExtractRowParser field(int length) {
        if (number() != length) {
            throw new IllegalStateException("A field of another length than " + length);
        }
        return this;
    }

    private short shortNumber() {
        return (short) ((bytes[at++] & 0xFF) << 8 | (bytes[at++] & 0xFF));
    }

    private int number() {
        return (bytes[at++] & 0xFF) << 24
                | (bytes[at++] & 0xFF) << 16
                | (bytes[at++] & 0xFF) << 8
                | (bytes[at++] & 0xFF);
    }

    /** Four digits, which are told apart as one number. */
    private DistrictCode district() {
        int key = field(Integer.BYTES).number();
        DistrictCode known = districts.get(key);
        if (known == null) {
            known = DistrictCode.of(new String(bytes, at - 4, 4, StandardCharsets.US_ASCII));
            districts.put(key, known);
        }
        return known;
    }

    private ExtractedRow.Counted countedFor(long flags) {
        List<FigureQuery> values = new ArrayList<>();
        List<FigureQuery> ofs = new ArrayList<>();
        int condition = 0;
        for (Use use : uses) {
            if (use.always() || (flags >>> condition++ & 1) != 0) {
                (use.value() ? values : ofs).add(use.query());
            }
        }
        return new ExtractedRow.Counted(
                values.stream().map(FigureQuery::measure).toList(),
                ofs.stream().map(FigureQuery::measure).toList());
    }

    /** The keys and values of one object without others in it, as the database writes it. */
    private void readCells(int end) {
        at += "1{".length();
        while (bytes[at] != '}') {
            if (bytes[at] == ',') {
                at += 2;
            }
            int key = at + 1;
            at = endOfText(key);
            int column = column(key, at);
            at += "\": ".length();
            if (bytes[at] == '"') {
                int start = at + 1;
                int last = endOfText(start);
                if (column >= 0) {
                    row.cell(column, start, unescaped(start, last));
                }
                at = last + 1;
            } else {
                int start = at;
                while (bytes[at] != ',' && bytes[at] != '}') {
                    at++;
                }
                if (column >= 0) {
                    row.cell(column, start, at);
                }
            }
        }
        at = end;
    }

    /** Where the quote stands that ends a text. */
    private int endOfText(int start) {
        int i = start;
        while (bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i;
    }

    private int column(int start, int end) {
        for (int i = 0; i < keys.length; i++) {
            byte[] key = keys[i];
            if (key.length == end - start && Arrays.equals(key, 0, key.length, bytes, start, end)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts what stands for a character in its place; gives where the text ends then. */
    private int unescaped(int start, int end) {
        int from = start;
        while (from < end && bytes[from] != '\\') {
            from++;
        }
        int to = from;
        while (from < end) {
            byte b = bytes[from++];
            if (b == '\\') {
                byte escaped = bytes[from++];
                b =
                        switch (escaped) {
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            // The database writes only characters below a space so.
                            case 'u' -> {
                                from += 4;
                                yield (byte)
                                        Integer.parseInt(
                                                new String(
                                                        bytes,
                                                        from - 4,
                                                        4,
                                                        StandardCharsets.US_ASCII),
                                                16);
                            }
                            default -> escaped;
                        };
            }
            bytes[to++] = b;
        }
        return to;
    }
}
