package districtkpi.db.result;

/**
 * A row of a file that says what is stored already, for the same day.
 *
 * @param measurementId what is stored, and counts on that day
 * @param sheet of a workbook that has several; empty for other files
 * @param line of the file, or of the sheet, on which the record starts
 * @param rawText the record as it stands in the file
 */
public record NewConfirmation(long measurementId, String sheet, int line, String rawText) {}
