package districtkpi.importer.table;

import districtkpi.importer.issue.IssueCode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Columns of a table that have no heading of their own. What stands in them is left out, which is
 * said; where they belong to the heading of a column that is read, which of them it means is asked.
 */
public final class UnnamedColumns {

    /** No table has more columns below one heading. */
    private static final int MAX_BESIDE = 1_000;

    private final int headerLine;
    private final List<String> headings;
    private final Map<Integer, Integer> beside;
    private final Set<Integer> read;
    private final Set<Integer> amounts;
    private final IssueLog log;
    private final BitSet unnamed = new BitSet();
    private final BitSet said = new BitSet();
    private final BitSet asked = new BitSet();

    /**
     * @param headings clean
     * @param beside places without a heading that one at another place is merged over
     * @param read places of columns that are read
     * @param amounts those of them with figures
     */
    public UnnamedColumns(
            int headerLine,
            List<String> headings,
            Map<Integer, Integer> beside,
            Set<Integer> read,
            Set<Integer> amounts,
            IssueLog log) {
        this.headerLine = headerLine;
        this.headings = headings;
        this.beside = beside;
        this.read = read;
        this.amounts = amounts;
        this.log = log;
        for (int place = 0; place < headings.size(); place++) {
            unnamed.set(place, headings.get(place).isEmpty());
        }
    }

    /**
     * The places without a heading that one at another place is merged over.
     *
     * @param merges of the row of headings
     */
    public static Map<Integer, Integer> beside(List<String> headings, List<MergedCells> merges) {
        Map<Integer, Integer> beside = new HashMap<>();
        for (MergedCells merged : merges) {
            int first = merged.range().firstColumn();
            int last = Math.min(merged.range().lastColumn(), first + MAX_BESIDE);
            for (int place = first + 1; place <= last; place++) {
                if (place >= headings.size() || CellText.clean(headings.get(place)).isEmpty()) {
                    beside.put(place, first);
                }
            }
        }
        return beside;
    }

    /** Looks at a row below the header, and says of each such column once that it is filled. */
    public void look(FileRow row) {
        // Of texts a row with more cells is refused as a whole.
        look(
                row.sheet().isEmpty() && row.cells().size() > headings.size()
                        ? row.cells().subList(0, headings.size())
                        : row.cells());
    }

    /** The same for the cells of a row. */
    public void look(List<String> cells) {
        int size = cells.size();
        for (int place = unnamed.nextSetBit(0);
                place >= 0 && place < size;
                place = unnamed.nextSetBit(place + 1)) {
            look(place, cells.get(place));
        }
        for (int place = headings.size(); place < size; place++) {
            look(place, cells.get(place));
        }
    }

    private void look(int place, String cell) {
        if (cell.isEmpty() || asked.get(place)) {
            return;
        }
        String clean = CellText.clean(cell);
        if (clean.isEmpty()) {
            return;
        }
        boolean isMerged = beside.containsKey(place);
        int first = isMerged ? beside.getOrDefault(place, place) : place - 1;
        boolean isFigure = amounts.contains(first) && !HeaderRows.canBeHeading(clean);
        if (isMerged ? read.contains(first) : isFigure) {
            asked.set(place);
            log.add(
                    IssueCode.HEADING_OF_SEVERAL,
                    new Cell(headerLine, headings.get(first), ""),
                    CellText.columnLetters(first) + ", " + CellText.columnLetters(place));
        } else if (!isMerged && !said.get(place)) {
            said.set(place);
            log.add(
                    IssueCode.UNNAMED_COLUMN,
                    new Cell(headerLine, "", ""),
                    CellText.columnLetters(place));
        }
    }

    /** Whether a row that is nobody's has headings alone, some of them where a figure would be. */
    public boolean isSecondHeader(List<String> cells) {
        boolean anyBelow = false;
        for (int place = 0; place < cells.size(); place++) {
            String clean = CellText.clean(cells.get(place));
            if (!clean.isEmpty()) {
                if (!HeaderRows.canBeHeading(clean)) {
                    return false;
                }
                anyBelow |=
                        amounts.contains(place) || place >= headings.size() || unnamed.get(place);
            }
        }
        return anyBelow;
    }
}
