package districtkpi.db.extract;

import districtkpi.domain.place.DistrictCode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Writes the rows of an extract in the binary form of COPY: the number of bytes of everything comes
 * first, so that the database need not look for ends. Not for use by several threads at once.
 */
public final class ExtractRowWriter {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int FLUSH_AT = 1 << 16;
    private static final short FIELDS = 5;
    private static final byte JSONB_VERSION = 1;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Target target;
    private final long extractId;
    private byte[] buffer = new byte[2 * FLUSH_AT];
    private int length;

    /** Where the cells of the row at hand begin, behind their length. */
    private int cells;

    private boolean hasCells;
    private long rows;

    public ExtractRowWriter(Target target, long extractId) {
        this.target = target;
        this.extractId = extractId;
        System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
        length = SIGNATURE.length;
    }

    /** Where the bytes go. */
    @FunctionalInterface
    public interface Target {
        void write(byte[] bytes, int from, int length) throws SQLException;
    }

    /** Begins a row. */
    public void begin(int sheet, int line, DistrictCode district) {
        need(64);
        putShort(FIELDS);
        putInt(Long.BYTES);
        putInt((int) (extractId >>> 32));
        putInt((int) extractId);
        putInt(Integer.BYTES);
        putInt(line);
        putInt(Short.BYTES);
        putShort((short) sheet);
        String code = district.value();
        putInt(code.length());
        putAscii(code);
        putInt(0);
        cells = length;
        buffer[length++] = JSONB_VERSION;
        buffer[length++] = '{';
        hasCells = false;
    }

    /**
     * A number.
     *
     * @param plain digits with a minus before and a point within where needed; no leading zeros
     */
    public void number(ColumnKey column, String plain) {
        key(column);
        need(plain.length());
        putAscii(plain);
    }

    public void text(ColumnKey column, String text) {
        key(column);
        putText(text);
    }

    public void day(ColumnKey column, LocalDate day) {
        text(column, day.toString());
    }

    public void flag(ColumnKey column, boolean flag) {
        key(column);
        need(5);
        putAscii(flag ? "true" : "false");
    }

    /** Ends the row. */
    public void end() {
        need(1);
        buffer[length++] = '}';
        int size = length - cells;
        int at = cells - Integer.BYTES;
        buffer[at] = (byte) (size >>> 24);
        buffer[at + 1] = (byte) (size >>> 16);
        buffer[at + 2] = (byte) (size >>> 8);
        buffer[at + 3] = (byte) size;
        rows++;
        if (length >= FLUSH_AT) {
            flush();
        }
    }

    /** How many rows were written. */
    public long rows() {
        return rows;
    }

    /** Ends the whole; nothing can be written after it. */
    void finish() {
        need(Short.BYTES);
        putShort((short) -1);
        flush();
    }

    private void flush() {
        try {
            target.write(buffer, 0, length);
            length = 0;
        } catch (SQLException e) {
            throw new SQLExceptionSubclassTranslator().translate("Rows were refused", null, e);
        }
    }

    private void key(ColumnKey column) {
        String name = column.value();
        need(name.length() + 4);
        if (hasCells) {
            buffer[length++] = ',';
        }
        hasCells = true;
        buffer[length++] = '"';
        putAscii(name);
        buffer[length++] = '"';
        buffer[length++] = ':';
    }

    private void putText(String text) {
        need(6 * text.length() + 2);
        buffer[length++] = '"';
        int i = 0;
        for (int end = text.length(); i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                break;
            }
            putCharacter(c);
        }
        if (i < text.length()) {
            for (byte b : text.substring(i).getBytes(StandardCharsets.UTF_8)) {
                if (b < 0) {
                    buffer[length++] = b;
                } else {
                    putCharacter((char) b);
                }
            }
        }
        buffer[length++] = '"';
    }

    /** One of ASCII; NUL, which the database cannot keep, is left out. */
    private void putCharacter(char c) {
        if (c == '"' || c == '\\') {
            buffer[length++] = '\\';
            buffer[length++] = (byte) c;
        } else if (c >= 0x20) {
            buffer[length++] = (byte) c;
        } else if (c != 0) {
            putAscii("\\u00");
            buffer[length++] = HEX[c >>> 4];
            buffer[length++] = HEX[c & 15];
        }
    }

    private void putAscii(String ascii) {
        for (int i = 0, end = ascii.length(); i < end; i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
    }

    private void putShort(short number) {
        buffer[length++] = (byte) (number >>> 8);
        buffer[length++] = (byte) number;
    }

    private void putInt(int number) {
        buffer[length++] = (byte) (number >>> 24);
        buffer[length++] = (byte) (number >>> 16);
        buffer[length++] = (byte) (number >>> 8);
        buffer[length++] = (byte) number;
    }

    private void need(int bytes) {
        if (length + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + bytes));
        }
    }
}
