package districtkpi.importer;

import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file as it was handed in. Hostile until read.
 *
 * @param name without folders, as the sender gave it
 * @param recordedOnline whether the program made it of what a district recorded online
 * @param dates what whoever sent it says of day and month in years of the common era
 * @param corrections what is read in the place of cells; the content is as it came
 */
public record ImportFile(
        String name,
        byte[] content,
        boolean recordedOnline,
        DateAnswer dates,
        CellCorrections corrections) {

    private static final int MAX_NAME_LENGTH = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]+");

    /** A file that somebody sent. */
    public ImportFile(String name, byte[] content) {
        this(name, content, false, DateAnswer.NONE, CellCorrections.NONE);
    }

    /** A file that the program made of what a district recorded online, which has days first. */
    public static ImportFile recordedOnline(String name, byte[] content) {
        return new ImportFile(
                name, content, true, DateAnswer.all(DateOrder.DMY), CellCorrections.NONE);
    }

    /** The same file with what whoever sent it says of day and month. */
    public ImportFile with(DateAnswer said) {
        return new ImportFile(name, content, recordedOnline, said, corrections);
    }

    /** The same file with other cells mended. */
    public ImportFile with(CellCorrections mended) {
        return new ImportFile(name, content, recordedOnline, dates, mended);
    }

    /**
     * The name as it may be stored and shown: on one line, without characters that cannot be seen,
     * with a dot for each digit of a personal number, and of at most 200 characters.
     */
    public String safeName() {
        String line = CONTROL.matcher(InvisibleCharacters.removedFrom(name)).replaceAll(" ");
        String safe = PersonalNumbers.mask(line.strip());
        return safe.codePointCount(0, safe.length()) > MAX_NAME_LENGTH
                ? safe.substring(0, safe.offsetByCodePoints(0, MAX_NAME_LENGTH))
                : safe;
    }

    /** Of the content: 64 lower-case hexadecimal digits. */
    public String sha256() {
        return DigestUtils.sha256Hex(content);
    }
}
