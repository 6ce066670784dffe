package districtkpi.importer;

import districtkpi.domain.LocalizedText;

/**
 * Something wrong or doubtful in a file, where it is and what to do.
 *
 * @param code stable, upper case with underscores, such as {@code NOT_A_NUMBER}
 * @param sheet of a workbook; empty for other files and for the whole file
 * @param line of the file, or of the sheet, on which the record starts, the header being line 1; 0
 *     for the whole file
 * @param column the header of the column, or the path within an agreement; may be empty
 * @param value the offending text, shortened; empty where it must not be repeated
 * @param message what is wrong and what to do
 */
public record Issue(
        Severity severity,
        String code,
        String sheet,
        int line,
        String column,
        String value,
        LocalizedText message) {

    /** Of a file without sheets. */
    public Issue(
            Severity severity,
            String code,
            int line,
            String column,
            String value,
            LocalizedText message) {
        this(severity, code, "", line, column, value, message);
    }

    /**
     * An error refuses the file; a warning lets it in and stays with it; information is neither.
     */
    public enum Severity {
        ERROR,
        WARNING,
        INFORMATION
    }
}
