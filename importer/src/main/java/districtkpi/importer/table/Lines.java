package districtkpi.importer.table;

import java.util.Arrays;

/** Where the lines of a text start; a line ends with CR LF, CR or LF. Lines count from 1. */
public final class Lines {

    private final int[] starts;
    private final int count;

    public Lines(String text) {
        int[] found = new int[64];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end =
                    c == '\n'
                            || (c == '\r'
                                    && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            if (end && i + 1 < text.length()) {
                if (lines == found.length) {
                    found = Arrays.copyOf(found, 2 * lines);
                }
                found[lines++] = i + 1;
            }
        }
        this.starts = found;
        this.count = lines;
    }

    public int count() {
        return count;
    }

    /** The offset of the first character of a line. */
    public int start(int line) {
        return starts[line - 1];
    }

    /** The line that an offset is on. */
    public int at(int offset) {
        int index = Arrays.binarySearch(starts, 0, count, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }
}
