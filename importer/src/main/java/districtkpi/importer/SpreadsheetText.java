package districtkpi.importer;

import java.util.regex.Pattern;

/**
 * Makes a cell of a CSV file harmless for those who open it in a spreadsheet program, which would
 * run a text such as {@code =HYPERLINK(…)} as a formula.
 */
public final class SpreadsheetText {

    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final char MARK = '\'';
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?%?");

    private SpreadsheetText() {}

    /**
     * The text, with an apostrophe before it if it could be run as a formula, or if it looks like
     * one with its apostrophe already: {@link #original} gives back exactly what was handed in.
     * Numbers, negative ones too, stay as they are.
     */
    public static String neutral(String text) {
        return isRun(text) || isMarked(text) ? MARK + text : text;
    }

    /** The text that {@link #neutral} made harmless; another stays as it is. */
    public static String original(String text) {
        return isMarked(text) ? text.substring(1) : text;
    }

    /** Whether a text is a formula behind apostrophes. */
    private static boolean isMarked(String text) {
        int marks = 0;
        while (marks < text.length() && text.charAt(marks) == MARK) {
            marks++;
        }
        return marks > 0 && isRun(text.substring(marks));
    }

    private static boolean isRun(String text) {
        boolean formula = startsFormula(text) || startsFormula(text.stripLeading());
        return formula && !NUMBER.matcher(text).matches();
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
