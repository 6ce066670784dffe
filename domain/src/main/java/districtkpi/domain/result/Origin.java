package districtkpi.domain.result;

/**
 * The file row that a measurement came from.
 *
 * @param importId the import that brought it in
 * @param file the name of the file
 * @param sha256 of the file's bytes, 64 lower-case hexadecimal digits
 * @param sheet of a workbook that has several; empty for other files
 * @param line of the file, or of the sheet, on which the record starts, the header being line 1
 * @param rawText the record as it stands in the file
 * @param demonstration true if the import brought made-up results
 * @param mendedCells cells of the whole file in whose place something else was read
 */
public record Origin(
        long importId,
        String file,
        String sha256,
        String sheet,
        int line,
        String rawText,
        boolean demonstration,
        int mendedCells) {

    /** A row of a file that was read as it came. */
    public Origin(
            long importId,
            String file,
            String sha256,
            String sheet,
            int line,
            String rawText,
            boolean demonstration) {
        this(importId, file, sha256, sheet, line, rawText, demonstration, 0);
    }

    /** A row of a file that has no sheets, or one. */
    public Origin(
            long importId,
            String file,
            String sha256,
            int line,
            String rawText,
            boolean demonstration) {
        this(importId, file, sha256, "", line, rawText, demonstration);
    }
}
