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

    private static final char SARA_AA = '\u0E32';
    private static final char SARA_AM = '\u0E33';
    private static final char NIKHAHIT = '\u0E4D';

    private ThaiSpelling() {}

    public static String normal(String text) {
        return isNormal(text) ? text : mended(text);
    }

    /** Whether nothing can be wrong: true for nearly every word, and much sooner known. */
    private static boolean isNormal(String text) {
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            char here = text.charAt(i);
            if (isMark(before) && isMark(here)) {
                boolean last = i + 1 == text.length() || !isMark(text.charAt(i + 1));
                // A vowel, then a tone mark, then something else is as it has to be.
                if (isTone(before) || !isTone(here) || before == NIKHAHIT || !last) {
                    return false;
                }
            } else if (mayBeWrong(before, here)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBeWrong(char before, char here) {
        return switch (before) {
            case SARA_AM -> here == SARA_AM || isTone(here);
            case NIKHAHIT -> here == SARA_AA;
            default -> before == here && isVowelOfItsOwn(here);
        };
    }

    /** The long way, right for every text. */
    static String mended(String text) {
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

    private static boolean isMark(char character) {
        return character == '\u0E31'
                || (character >= '\u0E34' && character <= '\u0E3A')
                || (character >= '\u0E47' && character <= '\u0E4E');
    }

    private static boolean isVowelOfItsOwn(char character) {
        return character == '\u0E30'
                || character == SARA_AA
                || character == SARA_AM
                || (character >= '\u0E40' && character <= '\u0E46');
    }

    private static boolean isTone(int mark) {
        return mark >= 0x0E48 && mark <= 0x0E4C;
    }
}
