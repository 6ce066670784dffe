package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.IssueCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as they are written in Thai offices: {@code 2022-03-04}, {@code 4/3/2565}, {@code ๔
 * มีนาคม ๒๕๖๕}, {@code 4 มี.ค. 65}.
 *
 * <p>A year from 2400 on is of the Buddhist era, and so is one of two digits from 50 on (25xx);
 * below it is of the common era (20xx), as programs write it. A year that nobody can mean is a slip
 * of the pen.
 */
public final class DateReader {

    private static final int BUDDHIST_ERA = 543;
    private static final int FIRST_BUDDHIST_YEAR = 2400;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2150;

    /** Years of two digits below are of the common era, from here on of the Buddhist one. */
    private static final int FIRST_SHORT_BUDDHIST_YEAR = 50;

    private static final ZoneOffset BANGKOK = ZoneOffset.ofHours(7);

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})([/.-])([0-9]{1,2})\\2([0-9]{1,2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})");
    private static final String WEEKDAY =
            "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
    private static final Pattern MONTH_NAME =
            Pattern.compile(
                    WEEKDAY
                            + "(?:วัน[ก-๛]{0,12}ที่)?\\s*([0-9]{1,2})\\s*([^0-9\\s][^0-9]{0,30}?)"
                            + "\\s*+(?:พ\\.?\\s?ศ\\.?|ค\\.?\\s?ศ\\.?)?\\s*+([0-9]{4}|[0-9]{2})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_NAME_FIRST =
            Pattern.compile(
                    WEEKDAY + "([a-z]{3,9})\\.?\\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\\s+([0-9]{4})",
                    Pattern.CASE_INSENSITIVE);

    /**
     * A time of day behind a day: {@code T17:00:00.000Z}, {@code 0:00}, {@code เวลา 16.30 น.} With
     * points it is one only where a word says so, for {@code 4.3.65} is a day.
     */
    private static final Pattern WITH_TIME =
            Pattern.compile(
                    "(?<day>.*[0-9])(?:t|,?\\s+)(?:เวลา\\s*)?(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})"
                            + "(?::(?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?\\s*+(?<half>[ap]\\.?m\\.?)?"
                            + "\\s*+(?:น\\.?)?\\s*+(?<offset>z|utc|gmt|[+-][0-9]{2}(?::?[0-9]{2})?)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern WITH_THAI_TIME =
            Pattern.compile(
                    "(?<day>.*[0-9])\\s+(?:เวลา\\s*)?(?<hour>[0-9]{1,2})\\.(?<minute>[0-9]{2})\\s*น\\.?");

    private static final List<LocalizedText> MONTHS = months("month.");
    private static final List<LocalizedText> SHORT_MONTHS = months("short-month.");
    private static final Map<String, Integer> MONTH_NUMBERS = monthNumbers();

    private DateReader() {}

    /** The day that somebody typed into a field; absent where it is none. */
    public static Optional<LocalDate> typed(String text) {
        return read(CellText.clean(text)) instanceof Reading.Read<LocalDate>(LocalDate day)
                ? Optional.of(day)
                : Optional.empty();
    }

    /** A day, read day first where it is of numbers alone. */
    public static Reading<LocalDate> read(String clean) {
        return read(clean, DateOrder.DMY);
    }

    /**
     * A day, without the time of day that may stand behind it. A time with an offset from UTC is
     * brought to Bangkok, where the offices are.
     *
     * @param order of day and month in years of the common era; Buddhist ones are written day first
     */
    public static Reading<LocalDate> read(String clean, DateOrder order) {
        String text = CellText.asciiHyphens(CellText.asciiDigits(clean));
        Reading<LocalDate> day = readDay(text, order);
        if (day instanceof Reading.Refused) {
            Matcher thaiTime = WITH_THAI_TIME.matcher(text);
            if (thaiTime.matches()) {
                return isTime(thaiTime, "") ? readDay(thaiTime.group("day"), order) : day;
            }
            Matcher time = WITH_TIME.matcher(text);
            if (time.matches()
                    && isTime(time, time.group("half"))
                    && readDay(time.group("day"), order)
                            instanceof Reading.Read<LocalDate>(LocalDate written)) {
                return inBangkok(written, time)
                        .<Reading<LocalDate>>map(Reading.Read::new)
                        .orElse(day);
            }
        }
        return day;
    }

    private static Reading<LocalDate> readDay(String text, DateOrder order) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(yearFirst.group(1), number(yearFirst.group(3)), yearFirst.group(4));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            boolean monthFirst = order == DateOrder.MDY && isCommonEra(dayFirst.group(4));
            return date(
                    dayFirst.group(4),
                    number(dayFirst.group(monthFirst ? 1 : 3)),
                    dayFirst.group(monthFirst ? 3 : 1));
        }
        Matcher named = MONTH_NAME.matcher(text);
        if (named.matches()) {
            Integer month = MONTH_NUMBERS.get(monthKey(named.group(2)));
            if (month != null) {
                return date(named.group(3), month, named.group(1));
            }
        }
        Matcher nameFirst = MONTH_NAME_FIRST.matcher(text);
        if (nameFirst.matches()) {
            Integer month = MONTH_NUMBERS.get(monthKey(nameFirst.group(1)));
            if (month != null) {
                return date(nameFirst.group(3), month, nameFirst.group(2));
            }
        }
        return refused();
    }

    private static boolean isTime(Matcher time, @Nullable String half) {
        int hour = number(time.group("hour"));
        boolean ofTwelve = half != null && !half.isEmpty();
        return number(time.group("minute")) < 60
                && (ofTwelve ? hour >= 1 && hour <= 12 : hour < 24);
    }

    /** The day on which a time falls in Bangkok; absent if its seconds or its offset are none. */
    private static Optional<LocalDate> inBangkok(LocalDate written, Matcher time) {
        int hour = number(time.group("hour"));
        String half = time.group("half");
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        String second = time.group("second");
        String offset = time.group("offset");
        try {
            LocalTime clock =
                    LocalTime.of(
                            hour,
                            number(time.group("minute")),
                            second == null ? 0 : number(second));
            if (offset == null) {
                return Optional.of(written);
            }
            ZoneOffset zone =
                    offset.startsWith("+") || offset.startsWith("-")
                            ? ZoneOffset.of(offset)
                            : ZoneOffset.UTC;
            return Optional.of(
                    written.atTime(clock)
                            .atOffset(zone)
                            .withOffsetSameInstant(BANGKOK)
                            .toLocalDate());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** Whether the text is a date or was plainly meant to be one. */
    public static boolean looksLikeDate(String clean) {
        String text = CellText.asciiHyphens(CellText.asciiDigits(clean));
        Matcher time = WITH_TIME.matcher(text);
        Matcher thaiTime = WITH_THAI_TIME.matcher(text);
        return looksLikeDay(text)
                || (time.matches() && looksLikeDay(time.group("day")))
                || (thaiTime.matches() && looksLikeDay(thaiTime.group("day")));
    }

    private static boolean looksLikeDay(String text) {
        return YEAR_FIRST.matcher(text).matches()
                || DAY_FIRST.matcher(text).matches()
                || MONTH_NAME.matcher(text).matches()
                || MONTH_NAME_FIRST.matcher(text).matches();
    }

    /**
     * Which orders of day and month a text allows, where it is a day of the common era in numbers
     * that has its year last; empty for any other text.
     */
    public static Set<DateOrder> orders(String clean) {
        if (clean.isEmpty() || !Character.isDigit(clean.charAt(0))) {
            return Set.of();
        }
        String text = CellText.asciiHyphens(CellText.asciiDigits(clean));
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (!dayFirst.matches()) {
            Matcher time = WITH_TIME.matcher(text);
            if (!time.matches()) {
                return Set.of();
            }
            dayFirst = DAY_FIRST.matcher(time.group("day"));
        }
        if (!dayFirst.matches() || !isCommonEra(dayFirst.group(4))) {
            return Set.of();
        }
        Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
        for (DateOrder order : DateOrder.values()) {
            if (read(text, order) instanceof Reading.Read) {
                orders.add(order);
            }
        }
        return orders;
    }

    /** Whether a text is one day with the day first and another one with the month first. */
    public static boolean isEither(String clean) {
        return orders(clean).size() > 1
                && !read(clean, DateOrder.DMY).equals(read(clean, DateOrder.MDY));
    }

    /** The number of a month's name, short or long, in Thai or English; absent if it is none. */
    public static Optional<Integer> month(String name) {
        return Optional.ofNullable(MONTH_NUMBERS.get(monthKey(name)));
    }

    /** A day for a message: {@code 4 มี.ค. 2565}, {@code 2022-03-04}. */
    public static LocalizedText shown(LocalDate day) {
        String month = SHORT_MONTHS.get(day.getMonthValue() - 1).th();
        return new LocalizedText(
                day.getDayOfMonth() + " " + month + " " + (day.getYear() + BUDDHIST_ERA),
                day.toString());
    }

    private static Reading<LocalDate> date(String yearText, int month, String day) {
        int year = number(yearText);
        if (yearText.length() == 2) {
            year += isCommonEra(yearText) ? 2000 : 2500 - BUDDHIST_ERA;
        } else if (!isCommonEra(yearText)) {
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

    private static boolean isCommonEra(String yearText) {
        return number(yearText)
                < (yearText.length() == 2 ? FIRST_SHORT_BUDDHIST_YEAR : FIRST_BUDDHIST_YEAR);
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

    /** Without points, spaces and what else may stand around it, left out as often as not. */
    private static String monthKey(String name) {
        return ThaiSpelling.normal(name).replaceAll("[.,/\\s-]", "").toLowerCase(Locale.ROOT);
    }

    /** From January on. */
    private static List<LocalizedText> months(String key) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> ImportTexts.text(key + month))
                .toList();
    }

    private static Map<String, Integer> monthNumbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < MONTHS.size(); i++) {
            numbers.put(monthKey(MONTHS.get(i).th()), i + 1);
            numbers.put(monthKey(SHORT_MONTHS.get(i).th()), i + 1);
            String english = monthKey(MONTHS.get(i).en());
            numbers.put(english, i + 1);
            numbers.put(english.substring(0, 3), i + 1);
            numbers.put(english.substring(0, Math.min(4, english.length())), i + 1);
        }
        return Map.copyOf(numbers);
    }
}
