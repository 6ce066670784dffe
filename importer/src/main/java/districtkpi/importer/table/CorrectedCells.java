package districtkpi.importer.table;

import districtkpi.importer.CellCorrection;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.issue.IssueCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays corrections over the rows of one file, wherever they come from, before anything else is made
 * of them: what is read of a cell, and everything that is checked, is what was put in its place. A
 * correction that is not about what stands there is refused. For one reading, from the first row to
 * the last.
 */
public final class CorrectedCells {

    private final Map<Place, List<CellCorrection>> byRow = new HashMap<>();
    private final Set<CellCorrection> unmet;
    private final int maxColumns;

    /**
     * @param maxColumns of a row, as far as it is read
     * @throws UnreadableFileException if there are too many
     */
    public CorrectedCells(CellCorrections corrections, int maxColumns) {
        if (corrections.all().size() > CellCorrections.MAX) {
            throw new UnreadableFileException(
                    IssueCode.TOO_MANY_CORRECTIONS,
                    0,
                    corrections.all().size(),
                    CellCorrections.MAX);
        }
        this.maxColumns = maxColumns;
        this.unmet = new LinkedHashSet<>(corrections.all());
        corrections
                .all()
                .forEach(one ->
                        byRow.computeIfAbsent(
                                        new Place(one.sheet(), one.line()), _ -> new ArrayList<>())
                                .add(one));
    }

    private record Place(String sheet, int line) {}

    /**
     * The row with what was put in the place of its cells; the row itself where nothing was.
     *
     * @param sheet as messages name it
     * @throws UnreadableFileException if a cell says something else than it did when it was mended,
     *     or stands on a second sheet of the same name
     */
    public FileRow over(String sheet, FileRow row) {
        if (byRow.isEmpty()) {
            return row;
        }
        List<CellCorrection> own = byRow.get(new Place(sheet, row.line()));
        if (own == null) {
            return row;
        }
        List<String> cells = new ArrayList<>(row.cells());
        for (CellCorrection one : own) {
            if (!unmet.remove(one)) {
                // Two sheets whose names differ in blanks alone: which one was meant is not known.
                throw missing(one);
            }
            check(one, row);
            while (cells.size() <= one.column()) {
                // Empty cells at the end of a row are left out by programs.
                cells.add("");
            }
            cells.set(one.column(), one.after());
        }
        return new FileRow(row.sheet(), row.line(), cells, row.merges());
    }

    private void check(CellCorrection one, FileRow row) {
        if (one.column() < 0 || one.column() >= maxColumns) {
            throw missing(one);
        }
        String stands = row.own(one.column());
        if (PersonalNumbers.isIn(stands)) {
            // The file is kept as it came, with the number in it.
            throw new UnreadableFileException(IssueCode.PERSONAL_NUMBER, one.line());
        }
        if (!stands.equals(one.before())) {
            throw new UnreadableFileException(
                    IssueCode.CORRECTED_CELL_DIFFERS,
                    one.line(),
                    named(one),
                    shown(stands),
                    shown(one.before()));
        }
    }

    /**
     * To be called behind the last row.
     *
     * @throws UnreadableFileException if there is no row for a correction
     */
    public void end() {
        for (CellCorrection one : unmet) {
            throw missing(one);
        }
    }

    /**
     * Says which corrections are not about cells of data.
     *
     * @param sheets that are read, by their names as messages have them
     */
    public static void check(
            CellCorrections corrections, Map<String, Header> sheets, IssueLog log) {
        for (CellCorrection one : corrections.all()) {
            Header header = sheets.get(one.sheet());
            if (header != null && one.line() <= header.line()) {
                log.enter(one.sheet());
                log.add(IssueCode.CORRECTED_HEADER, new Cell(one.line(), "", ""), named(one));
            } else if (header == null || one.column() >= header.width()) {
                log.enter(one.sheet());
                log.add(missing(one));
            }
        }
        log.enter("");
    }

    /**
     * The headings of a sheet.
     *
     * @param width how many columns there are
     */
    public record Header(int line, int width) {}

    private static UnreadableFileException missing(CellCorrection one) {
        return new UnreadableFileException(
                IssueCode.CORRECTED_CELL_MISSING, one.line(), named(one));
    }

    /** A column as spreadsheet programs call it, with the sheet before it where there are some. */
    private static String named(CellCorrection one) {
        return (one.sheet().isEmpty() ? "" : one.sheet() + "!")
                + CellText.columnLetters(Math.max(0, one.column()));
    }

    private static String shown(String text) {
        return CellText.shown(PersonalNumbers.mask(text));
    }
}
