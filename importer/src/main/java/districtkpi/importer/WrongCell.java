package districtkpi.importer;

import java.time.Instant;

/**
 * A cell that an error is about, to be mended where it stands.
 *
 * @param code of the error
 * @param sheet as messages name it
 * @param line on which its row starts, as messages count it
 * @param column its place in the row, from 0
 * @param heading of its column, as messages have it
 * @param own what the file says in it, as it stands there
 * @param text what was read: what the file says, what was put in its place, or what the cell says
 *     that it is merged with
 */
public record WrongCell(
        String code, String sheet, int line, int column, String heading, String own, String text) {

    /**
     * The cell mended.
     *
     * @param after what is to be read in its place
     */
    public CellCorrection mended(String after, Instant at) {
        return new CellCorrection(sheet, line, column, heading, own, after, at);
    }
}
