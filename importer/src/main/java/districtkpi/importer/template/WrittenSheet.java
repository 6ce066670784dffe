package districtkpi.importer.template;

import java.util.List;

/**
 * A sheet of a workbook that the program wrote itself.
 *
 * @param cells row by row, from the left to the right; at least one
 */
public record WrittenSheet(String name, List<Cell> cells) {

    public WrittenSheet {
        cells = List.copyOf(cells);
    }

    /** What stands in a cell. */
    public enum Kind {
        NUMBER,
        TEXT,
        FLAG,
        FORMULA,
        EMPTY
    }

    /**
     * A cell.
     *
     * @param address such as {@code B7}
     * @param content a number, flag (1 or 0) or formula as the file has it, a text as it is shown
     */
    public record Cell(String address, Kind kind, String content) {

        private String letters() {
            return address.replaceAll("[0-9]", "");
        }

        private String digits() {
            return address.replaceAll("[A-Z]", "");
        }
    }

    /** From the first cell to the last row and the last column, such as {@code A1:C7}. */
    String dimension() {
        String column = "A";
        for (Cell cell : cells) {
            String letters = cell.letters();
            boolean further =
                    letters.length() == column.length()
                            ? letters.compareTo(column) > 0
                            : letters.length() > column.length();
            column = further ? letters : column;
        }
        String last = column + cells.getLast().digits();
        return last.equals("A1") ? last : "A1:" + last;
    }
}
