package districtkpi.importer.table;

/**
 * A cell of the file: its text and where it is.
 *
 * @param line on which its record starts
 * @param column the header of its column
 * @param text clean, except in messages about the raw file
 */
public record Cell(int line, String column, String text) {

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
