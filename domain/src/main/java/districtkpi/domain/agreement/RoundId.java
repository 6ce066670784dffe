package districtkpi.domain.agreement;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A round of assessment: half a fiscal year, written {@code 2565-1}.
 *
 * @param fiscalYear Buddhist era, 2400–2999; fiscal year 2565 runs from 1 October 2564
 * @param number 1 = October to March, 2 = April to September
 */
public record RoundId(int fiscalYear, int number) implements Comparable<RoundId> {

    private static final Pattern FORM = Pattern.compile("(2[4-9][0-9]{2})-([12])");
    private static final Comparator<RoundId> ORDER =
            Comparator.comparingInt(RoundId::fiscalYear).thenComparingInt(RoundId::number);

    public RoundId {
        if (fiscalYear < 2400 || fiscalYear > 2999 || number < 1 || number > 2) {
            throw new IllegalArgumentException(
                    "A round is a Buddhist-era fiscal year and 1 or 2, such as 2565-1: "
                            + fiscalYear
                            + "-"
                            + number);
        }
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is not of the form {@code 2565-1}
     */
    public static RoundId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "A round is a Buddhist-era fiscal year and 1 or 2, such as 2565-1: " + text);
        }
        return new RoundId(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(RoundId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return fiscalYear + "-" + number;
    }
}
