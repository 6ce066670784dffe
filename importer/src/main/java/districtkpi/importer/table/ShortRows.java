package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.IssueCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a text that have fewer cells than its header. Excel leaves out empty cells at the end
 * of rows from the 17th on, so that they are read as empty; that is said once for all of them.
 */
public final class ShortRows {

    private static final int MAX_LINES_NAMED = 10;

    private final List<Integer> lines = new ArrayList<>();
    private final Map<Integer, Integer> rowsBySize = new HashMap<>();
    private long count;
    private int lastLine;
    private int lastSize;

    /** A row with fewer cells than the header, in the order of the file. */
    public void add(int line, int cells) {
        if (lines.size() < MAX_LINES_NAMED) {
            lines.add(line);
        }
        rowsBySize.merge(cells, 1, Integer::sum);
        count++;
        lastLine = line;
        lastSize = cells;
    }

    /**
     * Says which rows there were. A last row that is the only one of its length and has no end was
     * cut off with the file, maybe within a number.
     *
     * @param cutOff the line of the row with which the text ends without the end of a line
     * @param headings cells of the header
     */
    public void report(Optional<Integer> cutOff, int headings, IssueLog log) {
        if (count == 0) {
            return;
        }
        if (cutOff.filter(line -> line == lastLine).isPresent()
                && rowsBySize.getOrDefault(lastSize, 0) == 1) {
            log.add(IssueCode.CUT_OFF, new Cell(lastLine, "", ""), lastSize, headings);
            return;
        }
        log.add(IssueCode.SHORT_ROWS, new Cell(lines.getFirst(), "", ""), named());
    }

    private LocalizedText named() {
        StringBuilder named = new StringBuilder();
        lines.forEach(line -> named.append(named.isEmpty() ? "" : ", ").append(line));
        long others = count - lines.size();
        return others == 0
                ? new LocalizedText(named.toString(), named.toString())
                : ImportTexts.text("lines.and-more", named, others);
    }
}
