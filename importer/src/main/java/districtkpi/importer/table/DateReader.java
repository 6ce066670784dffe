package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as they are written in Thai offices: {@code 2022-03-04}, {@code 4/3/2565}, {@code ๔
 * มีนาคม ๒๕๖๕}, {@code 4 มี.ค. 65}.
 *
 * <p>A year from 2400 on is of the Buddhist era, and so is one of two digits (25xx). A year that
 * nobody can mean is a slip of the pen.
 */
public final class DateReader {

    private static final int BUDDHIST_ERA = 543;
    private static final int FIRST_BUDDHIST_YEAR = 2400;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2150;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})");
    private static final Pattern MONTH_NAME =
            Pattern.compile(
                    "(?:วันที่)?\\s*([0-9]{1,2})\\s*([^0-9\\s][^0-9]{0,30}?)\\s*(?:พ\\.?\\s?ศ\\.?)?\\s*([0-9]{4}|[0-9]{2})");

    private static final List<LocalizedText> MONTHS =
            List.of(
                    new LocalizedText("มกราคม", "January"),
                    new LocalizedText("กุมภาพันธ์", "February"),
                    new LocalizedText("มีนาคม", "March"),
                    new LocalizedText("เมษายน", "April"),
                    new LocalizedText("พฤษภาคม", "May"),
                    new LocalizedText("มิถุนายน", "June"),
                    new LocalizedText("กรกฎาคม", "July"),
                    new LocalizedText("สิงหาคม", "August"),
                    new LocalizedText("กันยายน", "September"),
                    new LocalizedText("ตุลาคม", "October"),
                    new LocalizedText("พฤศจิกายน", "November"),
                    new LocalizedText("ธันวาคม", "December"));
    private static final List<String> SHORT_MONTHS =
            List.of(
                    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.",
                    "ต.ค.", "พ.ย.", "ธ.ค.");
    private static final Map<String, Integer> MONTH_NUMBERS = monthNumbers();

    private DateReader() {}

    /** The day that somebody typed into a field; absent where it is none. */
    public static Optional<LocalDate> typed(String text) {
        return read(CellText.clean(text)) instanceof Reading.Read<LocalDate>(LocalDate day)
                ? Optional.of(day)
                : Optional.empty();
    }

    public static Reading<LocalDate> read(String clean) {
        String text = CellText.asciiHyphens(CellText.asciiDigits(clean));
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(yearFirst.group(1), number(yearFirst.group(2)), yearFirst.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return date(dayFirst.group(4), number(dayFirst.group(3)), dayFirst.group(1));
        }
        Matcher named = MONTH_NAME.matcher(text);
        if (named.matches()) {
            Integer month = MONTH_NUMBERS.get(monthKey(named.group(2)));
            if (month != null) {
                return date(named.group(3), month, named.group(1));
            }
        }
        return refused();
    }

    /** Whether the text is a date or was plainly meant to be one. */
    public static boolean looksLikeDate(String clean) {
        String text = CellText.asciiHyphens(CellText.asciiDigits(clean));
        return YEAR_FIRST.matcher(text).matches()
                || DAY_FIRST.matcher(text).matches()
                || MONTH_NAME.matcher(text).matches();
    }

    /** A day for a message: {@code 4 มี.ค. 2565}, {@code 2022-03-04}. */
    public static LocalizedText shown(LocalDate day) {
        String month = SHORT_MONTHS.get(day.getMonthValue() - 1);
        return new LocalizedText(
                day.getDayOfMonth() + " " + month + " " + (day.getYear() + BUDDHIST_ERA),
                day.toString());
    }

    private static Reading<LocalDate> date(String yearText, int month, String day) {
        int year = number(yearText);
        if (yearText.length() == 2) {
            year += 2500 - BUDDHIST_ERA;
        } else if (year >= FIRST_BUDDHIST_YEAR) {
            year -= BUDDHIST_ERA;
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return refused();
        }
        try {
            return new Reading.Read<>(LocalDate.of(year, month, number(day)));
        } catch (DateTimeException noSuchDay) {
            return refused();
        }
    }

    private static Reading<LocalDate> refused() {
        return new Reading.Refused<>(
                IssueCode.NOT_A_DATE,
                FIRST_YEAR + BUDDHIST_ERA,
                LAST_YEAR + BUDDHIST_ERA,
                FIRST_YEAR,
                LAST_YEAR);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Without points and spaces, which are left out as often as not. */
    private static String monthKey(String name) {
        return ThaiSpelling.normal(name).replaceAll("[.\\s]", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> monthNumbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < MONTHS.size(); i++) {
            numbers.put(monthKey(MONTHS.get(i).th()), i + 1);
            numbers.put(monthKey(SHORT_MONTHS.get(i)), i + 1);
            String english = monthKey(MONTHS.get(i).en());
            numbers.put(english, i + 1);
            numbers.put(english.substring(0, 3), i + 1);
        }
        return Map.copyOf(numbers);
    }
}
