package districtkpi.importer;

import java.util.regex.Pattern;

/**
 * Makes a cell of a CSV file harmless for those who open it in a spreadsheet program, which would
 * run a text such as {@code =HYPERLINK(…)} as a formula.
 */
public final class SpreadsheetText {

    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?%?");

    private SpreadsheetText() {}

    /**
     * The text, with an apostrophe before it if it could be run as a formula. Numbers, negative
     * ones too, stay as they are.
     */
    public static String neutral(String text) {
        boolean formula = startsFormula(text) || startsFormula(text.stripLeading());
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
