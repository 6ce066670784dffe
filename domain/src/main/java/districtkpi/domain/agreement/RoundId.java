package districtkpi.domain.agreement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A round of assessment: a period of a fiscal year and a kind of agreement. Half a year with the
 * districts is written {@code 2565-1}; others are {@code 2565-q1}, {@code 2565-9m}, {@code 2565-y},
 * and {@code 2565-1-province}.
 *
 * @param fiscalYear Buddhist era, 2400–2999; fiscal year 2565 runs from 1 October 2564
 */
public record RoundId(int fiscalYear, Period period, AgreementKind kind)
        implements Comparable<RoundId> {

    private static final Pattern FORM =
            Pattern.compile("(2[4-9][0-9]{2})-([a-z0-9]{1,2})(?:-([a-z]{1,20}))?");
    private static final Comparator<RoundId> ORDER =
            Comparator.comparingInt(RoundId::fiscalYear)
                    .thenComparing(round -> round.period.end())
                    .thenComparing(RoundId::period)
                    .thenComparing(RoundId::kind);

    public RoundId {
        if (fiscalYear < 2400 || fiscalYear > 2999) {
            throw new IllegalArgumentException(
                    "The fiscal year of a round is one of the Buddhist era: " + fiscalYear);
        }
    }

    /**
     * Half a year with the districts.
     *
     * @param number 1 = October to March, 2 = April to September
     */
    public RoundId(int fiscalYear, int number) {
        this(
                fiscalYear,
                number == 1 ? Period.FIRST_HALF : Period.SECOND_HALF,
                AgreementKind.DISTRICT);
        if (number < 1 || number > 2) {
            throw new IllegalArgumentException("A half of a year is 1 or 2: " + number);
        }
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static RoundId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw notARound(text);
        }
        String kind = matcher.group(3);
        return new RoundId(
                Integer.parseInt(matcher.group(1)),
                Period.ofKey(matcher.group(2)).orElseThrow(() -> notARound(text)),
                kind == null
                        ? AgreementKind.DISTRICT
                        : AgreementKind.ofKey(kind).orElseThrow(() -> notARound(text)));
    }

    private static IllegalArgumentException notARound(String text) {
        return new IllegalArgumentException(
                "A round is a Buddhist-era fiscal year and a period, such as 2565-1: " + text);
    }

    /** The first day of its period. */
    public LocalDate firstDay() {
        return period.firstDay(fiscalYear);
    }

    /** The last day of its period. */
    public LocalDate lastDay() {
        return period.lastDay(fiscalYear);
    }

    /** The same period of another fiscal year. */
    public RoundId of(int otherFiscalYear) {
        return new RoundId(otherFiscalYear, period, kind);
    }

    /**
     * The round of the same series that a day is in; of nine months the one that is over by then.
     */
    public RoundId on(LocalDate day) {
        return new RoundId(Period.fiscalYear(day), Period.on(day, period.length()), kind);
    }

    /** The next round of the same series. */
    public RoundId next() {
        return on(
                period.length() == Period.Length.NINE_MONTHS
                        ? firstDay().plusYears(1)
                        : lastDay().plusDays(1));
    }

    /**
     * Whether both are of one series: periods of one length with agreements of one kind follow each
     * other and are compared.
     */
    public boolean isInSeriesOf(RoundId other) {
        return period.length() == other.period.length() && kind == other.kind;
    }

    /** Whether another one is an earlier round of the same series. */
    public boolean follows(RoundId other) {
        return isInSeriesOf(other) && compareTo(other) > 0;
    }

    /**
     * Earlier fiscal years first; in one, what ends first; then in the order in which periods and
     * kinds are declared.
     */
    @Override
    public int compareTo(RoundId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String round = fiscalYear + "-" + period.key();
        return kind == AgreementKind.DISTRICT ? round : round + "-" + kind.key();
    }
}
