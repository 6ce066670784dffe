package districtkpi.importer.table;

import districtkpi.importer.ImportTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The merged cells of a sheet, asked about row by row from the first to the last. */
final class SheetMerges {

    static final int MAX = 200_000;

    /** Merged cells do not overlap, hence no sheet needs so many steps. */
    private static final long MAX_STEPS = 100_000_000;

    private final List<CellRange> ranges;
    private final List<CellRange> reaching = new ArrayList<>();
    private final Map<CellRange, String> texts = new HashMap<>();
    private int next;
    private long steps;

    SheetMerges(List<CellRange> ranges) {
        this.ranges =
                ranges.stream()
                        .filter(range -> !range.isSingle())
                        .sorted(Comparator.comparingInt(CellRange::firstRow))
                        .toList();
    }

    /** Reads them from a sheet, where they stand below its rows. */
    static SheetMerges read(XmlPart sheet) {
        List<CellRange> ranges = new ArrayList<>();
        while (sheet.next()) {
            if (sheet.starts("mergeCell")) {
                sheet.attribute("ref").flatMap(CellRange::of).ifPresent(ranges::add);
            }
            if (ranges.size() > MAX) {
                throw WorkbookFault.tooLarge(ImportTexts.text("workbook.many-merges"), MAX);
            }
        }
        return new SheetMerges(ranges);
    }

    /**
     * Those that a row is part of.
     *
     * @param row further down than the one before
     * @throws UnreadableFileException if there are more of them than a sheet has room for
     */
    List<MergedCells> reaching(int row, List<String> cells) {
        if (next == ranges.size() && reaching.isEmpty()) {
            return List.of();
        }
        drop(row);
        while (next < ranges.size() && ranges.get(next).firstRow() <= row) {
            CellRange range = ranges.get(next);
            next++;
            if (range.lastRow() >= row) {
                reaching.add(range);
                texts.put(range, range.firstRow() == row ? text(range, cells) : "");
            }
        }
        steps += reaching.size();
        if (steps > MAX_STEPS) {
            throw WorkbookFault.damaged(row, "workbook.merges-overlap");
        }
        return reaching.stream()
                .map(range -> new MergedCells(range, texts.getOrDefault(range, "")))
                .toList();
    }

    private void drop(int row) {
        reaching.removeIf(range -> {
            boolean over = range.lastRow() < row;
            if (over) {
                texts.remove(range);
            }
            return over;
        });
    }

    private static String text(CellRange range, List<String> cells) {
        return range.firstColumn() < cells.size() ? cells.get(range.firstColumn()) : "";
    }
}
