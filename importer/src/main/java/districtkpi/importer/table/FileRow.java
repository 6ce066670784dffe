package districtkpi.importer.table;

import java.util.List;

/**
 * A row as it stands in a file.
 *
 * @param sheet of a workbook; empty for a text
 * @param line on which the row starts, as a spreadsheet program or an editor numbers it, from 1
 * @param cells as text, as they stand in the file
 * @param merges merged cells of a workbook that the row is part of
 */
public record FileRow(String sheet, int line, List<String> cells, List<MergedCells> merges) {

    public FileRow {
        cells = List.copyOf(cells);
        merges = List.copyOf(merges);
    }

    /** A row without merged cells. */
    public FileRow(String sheet, int line, List<String> cells) {
        this(sheet, line, cells, List.of());
    }

    /** What a cell says as it stands; empty beyond the last one. */
    public String own(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /**
     * What the cell says that this one is merged with above; empty where it is not.
     *
     * @param header the line of the headings, whose merged cells say nothing of rows
     */
    public String above(int column, int header) {
        return merges.isEmpty() ? "" : MergedCells.textAbove(merges, line, column, header);
    }
}
