package districtkpi.importer.table;

import districtkpi.importer.issue.IssueCode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads decimal numbers exactly as written: Arabic or Thai digits, commas between full groups of
 * three, a point before decimals, and a negative number with a minus sign before or behind it or in
 * brackets, as bookkeepers write it. Nothing is guessed: {@code 1,23} may be 1.23 or a slip.
 */
public final class NumberReader {

    /** More digits than any budget has, and as many as are kept. */
    public static final int MAX_DIGITS = 30;

    private static final String UNSIGNED = "(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(?:\\.[0-9]++)?";
    private static final Pattern FORM = Pattern.compile("[+-]?" + UNSIGNED);
    private static final Pattern MINUS_BEHIND = Pattern.compile("(" + UNSIGNED + ")\\s?-");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(\\s*(" + UNSIGNED + ")\\s*\\)");
    private static final Pattern PERCENTAGE =
            Pattern.compile("(?:(.*\\S)\\s*[%٪％]\\s*([-)]?)|ร้อยละ\\s*(.*))");

    /** What is written before or behind baht, the sign of a negative amount aside. */
    private static final String MONEY = "(?:฿|บาท(?:ถ้วน)?|baht|thb)\\.?";

    private static final Pattern MONEY_BEFORE =
            Pattern.compile("([(+-]?\\s*)" + MONEY + "\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONEY_BEHIND =
            Pattern.compile("(.*[0-9๐-๙.-])\\s*" + MONEY + "(\\s*\\)?)", Pattern.CASE_INSENSITIVE);

    /** A dash in place of the satang, {@code 850,000.-}, by which a price ends. */
    private static final Pattern WITHOUT_SATANG =
            Pattern.compile("([^.]*[0-9๐-๙])\\s?\\.-(\\s*\\)?)");

    private NumberReader() {}

    public static boolean isPercentage(String clean) {
        return PERCENTAGE.matcher(CellText.asciiHyphens(clean)).matches();
    }

    /** The number of a text such as {@code 82.5%} or {@code ร้อยละ ๘๒.๕}. */
    public static Reading<BigDecimal> readPercentage(String clean) {
        Matcher matcher = PERCENTAGE.matcher(CellText.asciiHyphens(clean));
        if (!matcher.matches()) {
            return new Reading.Refused<>(IssueCode.NOT_A_NUMBER);
        }
        return read(
                matcher.group(1) != null ? matcher.group(1) + matcher.group(2) : matcher.group(3));
    }

    /** Whether a text is an amount of money and says so: {@code 850,000.-}, {@code ฿500}. */
    public static boolean isMoney(String clean) {
        return withoutMoney(clean)
                .filter(number -> read(number) instanceof Reading.Read)
                .isPresent();
    }

    /** A number or an amount of baht, with what is written before or behind it. */
    public static Reading<BigDecimal> readAmount(String clean) {
        return read(withoutMoney(clean).orElse(clean));
    }

    public static Reading<BigDecimal> read(String clean) {
        String ascii = CellText.asciiHyphens(CellText.asciiDigits(clean));
        String number = ascii;
        if (!FORM.matcher(ascii).matches()) {
            Optional<String> negative = negative(ascii);
            if (negative.isEmpty()) {
                return new Reading.Refused<>(IssueCode.NOT_A_NUMBER);
            }
            number = negative.get();
        }
        if (number.chars().filter(c -> c >= '0' && c <= '9').count() > MAX_DIGITS) {
            return new Reading.Refused<>(IssueCode.TOO_MANY_DIGITS, MAX_DIGITS);
        }
        return new Reading.Read<>(new BigDecimal(number.replace(",", "")));
    }

    private static Optional<String> negative(String ascii) {
        Matcher behind = MINUS_BEHIND.matcher(ascii);
        if (behind.matches()) {
            return Optional.of("-" + behind.group(1));
        }
        Matcher brackets = IN_BRACKETS.matcher(ascii);
        return brackets.matches() ? Optional.of("-" + brackets.group(1)) : Optional.empty();
    }

    /** What is left of an amount without its currency; absent where it names none. */
    private static Optional<String> withoutMoney(String clean) {
        String text = CellText.asciiHyphens(clean);
        boolean found = false;
        Matcher before = MONEY_BEFORE.matcher(text);
        if (before.matches()) {
            text = before.group(1).strip() + before.group(2);
            found = true;
        } else {
            Matcher behind = MONEY_BEHIND.matcher(text);
            if (behind.matches()) {
                text = behind.group(1) + behind.group(2).strip();
                found = true;
            }
        }
        Matcher withoutSatang = WITHOUT_SATANG.matcher(text);
        if (withoutSatang.matches()) {
            text = withoutSatang.group(1) + withoutSatang.group(2);
            found = true;
        }
        return found ? Optional.of(text) : Optional.empty();
    }
}
