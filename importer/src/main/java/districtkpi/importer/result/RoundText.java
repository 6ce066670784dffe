package districtkpi.importer.result;

import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the round that a cell names.
 *
 * <p>Spreadsheets take {@code 2565-1} for January of 2565 and show or save it as {@code Jan-65},
 * {@code 1/1/2565}, {@code 2565-01-01} and the like: always the first day of the month that the
 * number of the round seemed to be.
 */
final class RoundText {

    private static final int CENTURY = 2500;
    private static final int FIRST_BUDDHIST_YEAR = 2400;

    private static final Pattern PREFIX =
            Pattern.compile("^(?:รอบการประเมิน|รอบที่|รอบ|round)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME =
            Pattern.compile("[T\\s]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?.*");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})[/-]([0-9]{1,2})(?:[/-]([0-9]{1,2}))?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})");
    private static final Pattern MONTH_AND_YEAR =
            Pattern.compile("([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})");
    private static final Pattern MONTH_NAME =
            Pattern.compile(
                    "(?:0?1[\\s/.-]+)?([^0-9]+?)[\\s/,-]*(?:0?1,?\\s+)?([0-9]{4}|[0-9]{2})");
    private static final Pattern DAYS_SINCE_1900 = Pattern.compile("[0-9]{6}");
    private static final LocalDate DAY_0_OF_SPREADSHEETS = LocalDate.of(1899, 12, 30);

    private RoundText() {}

    /** The round that a cell names, whether it is open or not. */
    static Optional<RoundId> read(String cell) {
        return parse(PREFIX.matcher(ascii(cell)).replaceFirst("").replace(" ", ""));
    }

    /** The round that a spreadsheet has made a date of; absent where that is no such date. */
    static Optional<RoundId> ofDate(String cell) {
        String text = TIME.matcher(ascii(cell)).replaceFirst("");
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            String day = yearFirst.group(3);
            return day == null || Integer.parseInt(day) == 1
                    ? round(yearFirst.group(1), Integer.parseInt(yearFirst.group(2)))
                    : Optional.empty();
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            // One of the two is the first day of the month that the other one is.
            int one = Integer.parseInt(yearLast.group(1));
            int other = Integer.parseInt(yearLast.group(2));
            return one == 1 || other == 1
                    ? round(yearLast.group(3), one == 1 ? other : one)
                    : Optional.empty();
        }
        Matcher monthAndYear = MONTH_AND_YEAR.matcher(text);
        if (monthAndYear.matches()) {
            return round(monthAndYear.group(2), Integer.parseInt(monthAndYear.group(1)));
        }
        Matcher named = MONTH_NAME.matcher(text);
        if (named.matches()) {
            return DateReader.month(named.group(1)).flatMap(month -> round(named.group(2), month));
        }
        if (DAYS_SINCE_1900.matcher(text).matches()) {
            LocalDate day = DAY_0_OF_SPREADSHEETS.plusDays(Integer.parseInt(text));
            return day.getDayOfMonth() == 1 && day.getYear() >= FIRST_BUDDHIST_YEAR
                    ? round(Integer.toString(day.getYear()), day.getMonthValue())
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether a cell has a date or a month instead of a round. */
    static boolean isDate(String cell) {
        String text = TIME.matcher(ascii(cell)).replaceFirst("");
        Matcher named = MONTH_NAME.matcher(text);
        return ofDate(cell).isPresent()
                || DateReader.looksLikeDate(text)
                || MONTH_AND_YEAR.matcher(text).matches()
                || (named.matches() && DateReader.month(named.group(1)).isPresent());
    }

    private static String ascii(String cell) {
        return CellText.asciiHyphens(CellText.asciiDigits(CellText.clean(cell)));
    }

    /**
     * @param month as which a spreadsheet read the number of the round
     */
    private static Optional<RoundId> round(String yearText, int month) {
        int year = Integer.parseInt(yearText);
        boolean inShort = yearText.length() == 2;
        // Opened again, "Jan-65" becomes January of 1965.
        boolean openedAgain = year >= 1900 && year < 2000;
        if (!inShort && !openedAgain && year < FIRST_BUDDHIST_YEAR) {
            return Optional.empty();
        }
        int fiscalYear = inShort || openedAgain ? CENTURY + year % 100 : year;
        return parse(fiscalYear + "-" + month);
    }

    private static Optional<RoundId> parse(String text) {
        try {
            return Optional.of(RoundId.parse(text.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException notARound) {
            return Optional.empty();
        }
    }
}
