package districtkpi.importer.table;

import districtkpi.importer.InvisibleCharacters;
import districtkpi.importer.PersonalNumbers;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and spreadsheets put into cells, brought to one form. */
public final class CellText {

    /** The longest text that a message repeats. */
    private static final int SHORT = 60;

    private static final String TEXT_FORMULA = "=\"";

    private static final Pattern CODE_AS_NUMBER =
            Pattern.compile("'?([0-9]++|[0-9]{1,3}(?:,[0-9]{3})++)(?:\\.0++)?");

    /** A dash, and what R, pandas and databases write; not N/A, which says "not applicable". */
    private static final Set<String> SIGNS_OF_NOTHING =
            Set.of("-", "--", "---", "na", "<na>", "nan", "null", "none");

    private static final int MAX_SIGN_LENGTH = 4;

    private static final Pattern SPACE = Pattern.compile("[\\p{Zs}\\u2028\\u2029]");
    private static final Pattern SPREADSHEET_ERROR =
            Pattern.compile(
                    "#(?:REF|VALUE|NUM|NULL|DIV/0|SPILL|CALC|FIELD|BLOCKED|CONNECT|BUSY|UNKNOWN)!"
                            + "|#NAME\\?|#N/A|#GETTING_DATA|##+|Err:[0-9]{3}",
                    Pattern.CASE_INSENSITIVE);

    private CellText() {}

    /**
     * Without invisible characters, with plain spaces, and none around it; of a text that a program
     * wrote as the formula {@code ="4301"}, so that no spreadsheet changes it, the text.
     */
    public static String clean(String cell) {
        String visible =
                SPACE.matcher(InvisibleCharacters.removedFrom(cell)).replaceAll(" ").strip();
        return visible.startsWith(TEXT_FORMULA) ? textOfFormula(visible) : visible;
    }

    private static String textOfFormula(String formula) {
        if (formula.length() <= TEXT_FORMULA.length() || !formula.endsWith("\"")) {
            return formula;
        }
        String text = formula.substring(TEXT_FORMULA.length(), formula.length() - 1);
        return text.replace("\"\"", "").contains("\"")
                ? formula
                : text.replace("\"\"", "\"").strip();
    }

    /**
     * A code as it was before a program took it for a number: {@code 4301.0}, {@code 4,301} and
     * {@code '4301} are {@code 4301}. Any other text stays as it is, with 0–9 in place of ๐–๙.
     */
    public static String code(String clean) {
        String ascii = asciiDigits(clean);
        Matcher number = CODE_AS_NUMBER.matcher(ascii);
        return number.matches() ? number.group(1).replace(",", "") : ascii;
    }

    /** Whether a cell says by a sign or a word of programs that there is nothing in it. */
    public static boolean isSignOfNothing(String clean) {
        return !clean.isEmpty()
                && clean.length() <= MAX_SIGN_LENGTH
                && SIGNS_OF_NOTHING.contains(asciiHyphens(clean).toLowerCase(Locale.ROOT));
    }

    /** Clean, in lower case: the form in which names of columns are compared. */
    public static String name(String cell) {
        return clean(cell).toLowerCase(Locale.ROOT);
    }

    /** With 0–9 in place of ๐–๙. */
    public static String asciiDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isThaiDigit(text.charAt(i))) {
                return withAsciiDigits(text);
            }
        }
        return text;
    }

    private static String withAsciiDigits(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            result.append(isThaiDigit(c) ? (char) (c - '๐' + '0') : c);
        }
        return result.toString();
    }

    private static boolean isThaiDigit(char c) {
        return c >= '๐' && c <= '๙';
    }

    /** With "-" in place of the dashes and minus signs that word processors make of it. */
    public static String asciiHyphens(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDash(text.charAt(i))) {
                return withAsciiHyphens(text);
            }
        }
        return text;
    }

    private static String withAsciiHyphens(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            result.append(isDash(c) ? '-' : c);
        }
        return result.toString();
    }

    /** Whether a character is one of the dashes and minus signs that are not "-". */
    public static boolean isDash(char c) {
        return (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
    }

    /** What spreadsheet programs call a column: A for 0, AA for 26. */
    public static String columnLetters(int column) {
        return (column < 26 ? "" : columnLetters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    /** A sheet of several as messages name it. */
    public static String nameOfSheet(String sheet) {
        return shown(PersonalNumbers.mask(clean(sheet)));
    }

    public static boolean isSpreadsheetError(String clean) {
        return SPREADSHEET_ERROR.matcher(clean).matches();
    }

    /**
     * What a message may repeat of a text: short, on one line, and with characters that would
     * otherwise be invisible shown by a sign or their code.
     */
    public static String shown(String text) {
        StringBuilder result = new StringBuilder();
        int length = text.length();
        for (int i = 0; i < length; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x20) {
                result.append((char) (0x2400 + c));
            } else if (c == 0x7F) {
                result.append('\u2421');
            } else if (isInvisible(c)) {
                result.append('‹').append(String.format(Locale.ROOT, "U+%04X", c)).append('›');
            } else {
                result.appendCodePoint(c);
            }
            if (result.codePointCount(0, result.length()) >= SHORT && i < length) {
                return result.append('…').toString();
            }
        }
        return result.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }
}
