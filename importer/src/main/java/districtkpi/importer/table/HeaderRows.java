package districtkpi.importer.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes one row of headings that stand in several rows of a workbook, as far as merged cells say
 * what belongs together: “ผลการเบิกจ่าย” merged above “จำนวนเงิน” and “ร้อยละ”.
 */
public final class HeaderRows {

    /** Stands between a heading and the one below it. */
    private static final String BETWEEN = " › ";

    /** A header stands within so many rows. */
    private static final int ROWS_TO_LOOK_AT = 30;

    private static final int MAX_ROWS = 5;

    /** Years, and numbers of columns in brackets, are headings too. */
    private static final Pattern HEADING =
            Pattern.compile("(?:19|20|24|25)[0-9]{2}|\\([0-9]{1,2}\\).*");

    private HeaderRows() {}

    /**
     * The same rows; the first ones that are headings of each other are one, with the line of the
     * lowest.
     */
    public static List<FileRow> join(List<FileRow> rows) {
        for (int i = 0; i < Math.min(ROWS_TO_LOOK_AT, rows.size() - 1); i++) {
            List<FileRow> header = rows.subList(i, i + count(rows.subList(i, rows.size())));
            if (header.size() > 1) {
                List<FileRow> joined = new ArrayList<>(rows.subList(0, i));
                joined.add(joined(header));
                joined.addAll(rows.subList(i + header.size(), rows.size()));
                return joined;
            }
        }
        return rows;
    }

    /** What a joined heading was made of, the highest first; the heading itself if it is none. */
    public static List<String> parts(String heading) {
        return Arrays.asList(heading.split(BETWEEN, -1));
    }

    /** A heading with the one below it. */
    public static String joined(String above, String below) {
        return above + BETWEEN + below;
    }

    /** How many of the first rows are one header. */
    private static int count(List<FileRow> rows) {
        FileRow top = rows.getFirst();
        List<CellRange> groups =
                top.merges().stream()
                        .filter(merged -> merged.range().firstRow() == top.line())
                        .filter(merged -> !CellText.clean(merged.text()).isEmpty())
                        .map(MergedCells::range)
                        .filter(range -> range.lastColumn() > range.firstColumn())
                        .toList();
        if (groups.isEmpty()) {
            return 1;
        }
        int last =
                top.merges().stream()
                        .map(MergedCells::range)
                        .filter(range -> range.firstRow() == top.line())
                        .mapToInt(CellRange::lastRow)
                        .filter(line -> line < top.line() + MAX_ROWS)
                        .max()
                        .orElse(top.line());
        boolean tied = last > top.line();
        List<FileRow> lower =
                rows.subList(1, rows.size()).stream()
                        .takeWhile(row -> row.line() <= Math.max(last, top.line() + 1))
                        .toList();
        boolean headings =
                !lower.isEmpty()
                        && lower.stream().allMatch(HeaderRows::isOfHeadings)
                        && (tied
                                ? lower.stream().anyMatch(row -> count(row, groups, true) > 0)
                                : areTied(top, lower.getFirst(), groups));
        return headings ? 1 + lower.size() : 1;
    }

    /**
     * Without cells that are merged over both rows: the lower row has headings below the groups
     * alone, or the upper row has groups alone. A title has everything below it.
     */
    private static boolean areTied(FileRow top, FileRow lower, List<CellRange> groups) {
        boolean below = count(lower, groups, true) > 1;
        boolean beside = count(lower, groups, false) > 0;
        boolean others = count(top, groups, false) > 0;
        return below && beside != others;
    }

    /** The filled cells of a row that stand in the columns of groups, or in others. */
    private static long count(FileRow row, List<CellRange> groups, boolean below) {
        long count = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            int column = i;
            boolean inGroup =
                    groups.stream()
                            .anyMatch(group ->
                                    column >= group.firstColumn() && column <= group.lastColumn());
            if (inGroup == below && !CellText.clean(row.own(i)).isEmpty()) {
                count++;
            }
        }
        return count;
    }

    private static boolean isOfHeadings(FileRow row) {
        return row.cells().stream().map(CellText::clean).allMatch(HeaderRows::canBeHeading);
    }

    /** Whether a text is no figure, hence can stand in a header. */
    public static boolean canBeHeading(String clean) {
        return HEADING.matcher(clean).matches()
                || !(NumberReader.read(clean) instanceof Reading.Read
                        || NumberReader.readPercentage(clean) instanceof Reading.Read
                        || CellText.isSpreadsheetError(clean));
    }

    private static FileRow joined(List<FileRow> header) {
        FileRow lowest = header.getLast();
        int width = header.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<String> headings = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            headings.add(heading(header, column));
        }
        return new FileRow(
                lowest.sheet(),
                lowest.line(),
                headings,
                lowest.merges().stream()
                        .filter(merged ->
                                merged.range().lastColumn() > merged.range().firstColumn())
                        .toList());
    }

    /** Empty for a column that has nothing of its own: it is merged with the one beside it. */
    private static String heading(List<FileRow> header, int column) {
        boolean own = header.stream().anyMatch(row -> !CellText.clean(row.own(column)).isEmpty());
        if (!own) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (FileRow row : header) {
            String part = CellText.clean(partOf(row, column));
            if (!part.isEmpty() && (parts.isEmpty() || !parts.getLast().equals(part))) {
                parts.add(part);
            }
        }
        return String.join(BETWEEN, parts);
    }

    private static String partOf(FileRow row, int column) {
        String own = row.own(column);
        return own.isEmpty()
                ? row.merges().stream()
                        .filter(merged -> merged.range().firstRow() == row.line())
                        .filter(merged -> merged.coversBeside(column))
                        .map(MergedCells::text)
                        .findFirst()
                        .orElse("")
                : own;
    }
}
