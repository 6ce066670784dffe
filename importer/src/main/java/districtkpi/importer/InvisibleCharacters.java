package districtkpi.importer;

import java.util.regex.Pattern;

/** Joiners, direction marks, soft hyphens, byte order marks: there, but not to be seen. */
public final class InvisibleCharacters {

    /** For use between the brackets of a pattern. */
    static final String RANGES =
            "\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF";

    private static final Pattern ANY = Pattern.compile("[" + RANGES + "]");

    private InvisibleCharacters() {}

    /** The text that is to be seen. */
    public static String removedFrom(String text) {
        // Nearly every cell: neither Latin nor Thai letters have to be looked up.
        return text.chars().noneMatch(InvisibleCharacters::mayBeOne) ? text : without(text);
    }

    private static boolean mayBeOne(int character) {
        return character == '\u00AD' || character == '\u061C' || character >= '\u180E';
    }

    private static String without(String text) {
        return ANY.matcher(text).replaceAll("");
    }
}
