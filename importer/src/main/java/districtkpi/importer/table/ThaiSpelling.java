package districtkpi.importer.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings Thai text that looks the same on screen to the same characters.
 *
 * <p>Typists double vowels and tone marks without seeing it, set them in either order, write แ as
 * two เ, and some programs take ำ apart.
 */
public final class ThaiSpelling {

    /** Vowels above and below, tone marks and the other signs that sit on a consonant. */
    private static final Pattern MARKS = Pattern.compile("[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]{2,}");

    private static final Pattern LETTER_TWICE =
            Pattern.compile("([\u0E30\u0E32\u0E33\u0E40-\u0E46])\\1+");
    private static final Pattern SARA_AM_APART = Pattern.compile("\u0E4D([\u0E48-\u0E4B]?)\u0E32");
    private static final Pattern SARA_AM_BEFORE_TONE = Pattern.compile("\u0E33([\u0E48-\u0E4B])");

    private ThaiSpelling() {}

    public static String normal(String text) {
        String result = text.replace("เเ", "แ");
        result = LETTER_TWICE.matcher(result).replaceAll("$1");
        result =
                MARKS.matcher(result)
                        .replaceAll(run -> Matcher.quoteReplacement(order(run.group())));
        result = SARA_AM_APART.matcher(result).replaceAll("$1ำ");
        return SARA_AM_BEFORE_TONE.matcher(result).replaceAll("$1ำ");
    }

    /** Each mark once, vowels before tone marks. */
    private static String order(String marks) {
        StringBuilder result = new StringBuilder();
        marks.chars()
                .distinct()
                .boxed()
                .sorted((a, b) -> Boolean.compare(isTone(a), isTone(b)))
                .forEach(mark -> result.append((char) mark.intValue()));
        return result.toString();
    }

    private static boolean isTone(int mark) {
        return mark >= 0x0E48 && mark <= 0x0E4C;
    }
}
