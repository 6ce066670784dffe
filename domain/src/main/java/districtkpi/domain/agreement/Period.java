package districtkpi.domain.agreement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The part of a fiscal year that a round is about. */
public enum Period {
    FIRST_HALF("1", Length.HALF_YEAR, 1, 0),
    SECOND_HALF("2", Length.HALF_YEAR, 2, 6),
    FIRST_QUARTER("q1", Length.QUARTER, 1, 0),
    SECOND_QUARTER("q2", Length.QUARTER, 2, 3),
    THIRD_QUARTER("q3", Length.QUARTER, 3, 6),
    FOURTH_QUARTER("q4", Length.QUARTER, 4, 9),
    NINE_MONTHS("9m", Length.NINE_MONTHS, 1, 0),
    YEAR("y", Length.YEAR, 1, 0);

    private static final int BUDDHIST_ERA = 543;
    private static final int FIRST_MONTH = 10;
    private static final int MONTHS_OF_YEAR = 12;

    /** How long periods are that follow each other and are compared. */
    public enum Length {
        HALF_YEAR(6),
        QUARTER(3),
        NINE_MONTHS(9),
        YEAR(12);

        private final int months;

        Length(int months) {
            this.months = months;
        }

        /** The form in files, such as {@code half-year}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final String key;
    private final Length length;
    private final int number;
    private final int monthsBefore;

    Period(String key, Length length, int number, int monthsBefore) {
        this.key = key;
        this.length = length;
        this.number = number;
        this.monthsBefore = monthsBefore;
    }

    /** The form in the id of a round, such as {@code q1}. */
    public String key() {
        return key;
    }

    public Length length() {
        return length;
    }

    /** Which one of its length it is in the fiscal year, from 1. */
    public int number() {
        return number;
    }

    /**
     * Its first day.
     *
     * @param fiscalYear Buddhist era; 2565 starts on 1 October 2564
     */
    public LocalDate firstDay(int fiscalYear) {
        return LocalDate.of(fiscalYear - BUDDHIST_ERA - 1, FIRST_MONTH, 1).plusMonths(monthsBefore);
    }

    /** Its last day; see {@link #firstDay}. */
    public LocalDate lastDay(int fiscalYear) {
        return firstDay(fiscalYear).plusMonths(length.months).minusDays(1);
    }

    /** Whether all of another period lies in it. */
    public boolean includes(Period other) {
        return monthsBefore <= other.monthsBefore && other.end() <= end();
    }

    /** Whether some of another period lies in it. */
    public boolean overlaps(Period other) {
        return monthsBefore < other.end() && other.monthsBefore < end();
    }

    /** Months from the start of the fiscal year to its end. */
    int end() {
        return monthsBefore + length.months;
    }

    static Optional<Period> ofKey(String key) {
        return Arrays.stream(values()).filter(period -> period.key.equals(key)).findFirst();
    }

    /** The fiscal year that a day is in, Buddhist era. */
    static int fiscalYear(LocalDate day) {
        return day.plusMonths(MONTHS_OF_YEAR + 1 - FIRST_MONTH).getYear() + BUDDHIST_ERA;
    }

    /**
     * The period of a length that a day is in, or that is over by then: nine months are followed by
     * none.
     */
    static Period on(LocalDate day, Length length) {
        long months =
                ChronoUnit.MONTHS.between(YEAR.firstDay(fiscalYear(day)), day.withDayOfMonth(1));
        return Arrays.stream(values())
                .filter(period -> period.length == length && period.monthsBefore <= months)
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
