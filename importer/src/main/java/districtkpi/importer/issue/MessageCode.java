package districtkpi.importer.issue;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.TextBundle;
import districtkpi.importer.Issue.Severity;
import java.util.Map;

/** Something that can be said about a file: its stable name and its message in both languages. */
public interface MessageCode {

    String name();

    Severity severity();

    /** The bundle that has the message under the name of the code. */
    TextBundle texts();

    /**
     * What is wrong and what to do.
     *
     * @param arguments texts, numbers, or {@link LocalizedText} where the languages differ
     */
    default LocalizedText message(Object... arguments) {
        return texts().text(name(), arguments);
    }

    /**
     * What is wrong with a cell and what to do.
     *
     * @param value what stands in the cell
     * @param column that the cell is in
     * @param arguments texts, numbers, or {@link LocalizedText} where the languages differ
     */
    default LocalizedText messageOnCell(String value, String column, Object... arguments) {
        return texts().text(name(), Map.of("value", value, "column", column), arguments);
    }
}
