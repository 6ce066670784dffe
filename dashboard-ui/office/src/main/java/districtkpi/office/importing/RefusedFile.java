package districtkpi.office.importing;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The rows of a file that something is wrong with, all of them, written when they are asked for.
 *
 * @param name to be saved under
 */
public record RefusedFile(String name, Content content) {

    /** Writes the rows as CSV. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
