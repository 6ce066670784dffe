package districtkpi.importer.table;

import java.util.List;

/**
 * A row as it stands in a file.
 *
 * @param sheet of a workbook; empty for a text
 * @param line on which the row starts, as a spreadsheet program or an editor numbers it, from 1
 * @param cells as text, as they stand in the file
 */
public record FileRow(String sheet, int line, List<String> cells) {

    public FileRow {
        cells = List.copyOf(cells);
    }
}
