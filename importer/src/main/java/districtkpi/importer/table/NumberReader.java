package districtkpi.importer.table;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads plain decimal numbers exactly as written: Arabic or Thai digits, commas between full groups
 * of three, a point before decimals. Nothing is guessed: {@code 1,23} may be 1.23 or a slip.
 */
public final class NumberReader {

    /** More digits than any budget has, and as many as are kept. */
    public static final int MOST_DIGITS = 30;

    private static final Pattern FORM =
            Pattern.compile("[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(?:\\.[0-9]++)?");
    private static final Pattern PERCENTAGE =
            Pattern.compile("(?:(.*\\S)\\s*[%٪％]|ร้อยละ\\s*(.*))");

    private NumberReader() {}

    public static boolean isPercentage(String clean) {
        return PERCENTAGE.matcher(clean).matches();
    }

    /** The number of a text such as {@code 82.5%} or {@code ร้อยละ ๘๒.๕}. */
    public static Reading<BigDecimal> readPercentage(String clean) {
        var matcher = PERCENTAGE.matcher(clean);
        if (!matcher.matches()) {
            return new Reading.Refused<>(IssueCode.NOT_A_NUMBER);
        }
        return read(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }

    public static Reading<BigDecimal> read(String clean) {
        String ascii = CellText.asciiHyphens(CellText.asciiDigits(clean));
        if (!FORM.matcher(ascii).matches()) {
            return new Reading.Refused<>(IssueCode.NOT_A_NUMBER);
        }
        if (ascii.chars().filter(c -> c >= '0' && c <= '9').count() > MOST_DIGITS) {
            return new Reading.Refused<>(IssueCode.TOO_MANY_DIGITS, MOST_DIGITS);
        }
        return new Reading.Read<>(new BigDecimal(ascii.replace(",", "")));
    }
}
