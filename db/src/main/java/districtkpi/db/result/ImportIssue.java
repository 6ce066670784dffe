package districtkpi.db.result;

import districtkpi.domain.LocalizedText;

/**
 * Something doubtful about a file that was taken in all the same.
 *
 * @param importId the import that it stays with
 * @param number its place within the import, from 1
 * @param severity {@code WARNING} or {@code INFORMATION}
 * @param code stable, such as {@code ABOVE_ONE_HUNDRED_PERCENT}
 * @param sheet of a workbook; empty for other files and for the whole file
 * @param line of the file or of the sheet; 0 for the whole file
 * @param column the header of the column; may be empty
 * @param value the text in question; may be empty
 */
public record ImportIssue(
        long importId,
        int number,
        String severity,
        String code,
        String sheet,
        int line,
        String column,
        String value,
        LocalizedText message) {}
