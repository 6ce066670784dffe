package districtkpi.domain.result;

/**
 * The file row that a measurement came from.
 *
 * @param importId the import that brought it in
 * @param file the name of the file
 * @param sha256 of the file's bytes, 64 lower-case hexadecimal digits
 * @param line of the file on which the record starts, the header being line 1
 * @param rawText the record as it stands in the file
 * @param demonstration true if the import brought made-up results
 */
public record Origin(
        long importId,
        String file,
        String sha256,
        int line,
        String rawText,
        boolean demonstration) {}
