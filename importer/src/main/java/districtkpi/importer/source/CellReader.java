package districtkpi.importer.source;

import districtkpi.importer.DateOrder;
import districtkpi.importer.KnownWords;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.issue.MessageCode;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.source.SourceDescription.Option;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.NumberReader;
import districtkpi.importer.table.Reading;
import districtkpi.importer.table.ThaiSpelling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one column. The few texts that a column of days or words repeats in millions
 * of rows are read once. Not for use by several threads at once.
 */
final class CellReader {

    /** Texts that are remembered; more different ones are no longer repeated ones. */
    private static final int MAX_REMEMBERED = 10_000;

    private static final int BUDDHIST_ERA = 543;
    private static final int MAX_PLAIN_DIGITS = 18;

    private static final Set<String> YES = KnownWords.of("flag.yes");
    private static final Set<String> NO = KnownWords.of("flag.no");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern QUARTER =
            Pattern.compile(
                    "(?:ไตรมาสที่|ไตรมาส|ไตร|quarter|q)?([1-4])(?:(?:-|ถึง|และ|,|/)(?:q)?([1-4]))?");
    private static final Pattern FISCAL_YEAR =
            Pattern.compile("(?:ปีงบประมาณ|ปีงบ|ปี|fy)?(?:พ\\.?ศ\\.?)?([0-9]{4}|[0-9]{2})");
    private static final Pattern TIME_OF_YEAR =
            Pattern.compile(
                    "(?:ครั้งที่|รอบที่|งวดที่|ครั้ง|รอบ|งวด|round)?([12])(?:/(?:25)?[0-9]{2})?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([0-9]{1,2})[/-]([0-9]{4}|[0-9]{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})");

    private final Column column;
    private final DateOrder order;
    private final Map<String, String> options = new HashMap<>();
    private final Map<String, Result> remembered = new HashMap<>();
    private boolean sawEither;
    private boolean sawDayFirst;
    private boolean sawMonthFirst;

    /**
     * @param order of day and month in years of the common era
     */
    CellReader(Column column, DateOrder order) {
        this.column = column;
        this.order = order;
        for (Option option : column.options()) {
            options.put(Headings.key(option.key()), option.key());
            option.names().forEach(name -> options.put(Headings.key(name), option.key()));
        }
    }

    /** What became of a cell. */
    sealed interface Result {

        /**
         * Text in the form in which the type is kept.
         *
         * @param day of days and months
         */
        record Read(String text, @Nullable LocalDate day) implements Result {}

        /**
         * Nothing in it.
         *
         * @param bySign whether a hyphen or a word of a program says so
         */
        record Empty(boolean bySign) implements Result {}

        /**
         * What is wrong with it.
         *
         * @param arguments of the code's message
         */
        record Wrong(MessageCode code, Object... arguments) implements Result {}
    }

    private static final Result EMPTY = new Result.Empty(false);

    /** First letters of texts that may be more than a text, or nothing. */
    private static final String LOOKED_AT = "#E-=Nn<‐‑‒–—―−";

    Result read(String raw) {
        if (raw.isEmpty()) {
            return EMPTY;
        }
        switch (column.type()) {
            case TEXT -> {
                if (LOOKED_AT.indexOf(raw.charAt(0)) < 0) {
                    String clean = clean(raw);
                    return clean.isEmpty() ? EMPTY : new Result.Read(clean, null);
                }
            }
            case NUMBER, COUNT -> {
                if (isPlainNumber(raw)) {
                    return new Result.Read(raw, null);
                }
            }
            default -> {
                // Read below, or remembered.
            }
        }
        Result known = remembered.get(raw);
        if (known == null) {
            known = readSlowly(CellText.clean(raw));
            if (remembered.size() < MAX_REMEMBERED) {
                remembered.put(raw, known);
            }
        }
        return known;
    }

    private Result readSlowly(String clean) {
        if (clean.isEmpty()) {
            return EMPTY;
        }
        // A hyphen stands for nothing, which is not 0.
        if (CellText.isSignOfNothing(clean)) {
            return new Result.Empty(true);
        }
        if (CellText.isSpreadsheetError(clean)) {
            return new Result.Wrong(IssueCode.SPREADSHEET_ERROR);
        }
        return switch (column.type()) {
            case TEXT, DISTRICT -> new Result.Read(clean, null);
            case VILLAGE_CODE -> villageCode(clean);
            case NUMBER -> number(NumberReader.readAmount(clean));
            case COUNT -> number(NumberReader.read(clean));
            case PERCENT ->
                    number(
                            NumberReader.isPercentage(clean)
                                    ? NumberReader.readPercentage(clean)
                                    : NumberReader.read(clean));
            case DAY -> day(clean);
            case MONTH -> month(clean);
            case QUARTER -> quarter(clean);
            case FISCAL_YEAR -> fiscalYear(clean);
            case TIME_OF_YEAR -> timeOfYear(clean);
            case CHOICE -> choice(clean);
            case FLAG -> flag(clean);
        };
    }

    /** Digits that are a number as they stand, here and in JSON. */
    private static boolean isPlainNumber(String raw) {
        int length = raw.length();
        if (length > MAX_PLAIN_DIGITS || (raw.charAt(0) == '0' && length > 1)) {
            return false;
        }
        int point = -1;
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            if (c == '.' && point < 0 && i > 0 && i < length - 1) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private Result number(Reading<BigDecimal> reading) {
        return switch (reading) {
            case Reading.Refused<BigDecimal> refused ->
                    new Result.Wrong(refused.code(), refused.arguments());
            case Reading.Read<BigDecimal>(BigDecimal number) ->
                    new Result.Read(number.toPlainString(), null);
        };
    }

    private static Result villageCode(String clean) {
        String digits = SPACE.matcher(CellText.code(clean)).replaceAll("");
        return digits.matches("[0-9]{8}")
                ? new Result.Read(digits, null)
                : new Result.Wrong(ExtractIssueCode.NOT_A_VILLAGE_CODE);
    }

    private Result day(String clean) {
        look(clean);
        return switch (DateReader.read(clean, order)) {
            case Reading.Refused<LocalDate> refused ->
                    new Result.Wrong(refused.code(), refused.arguments());
            case Reading.Read<LocalDate>(LocalDate day) -> new Result.Read(day.toString(), day);
        };
    }

    private void look(String clean) {
        Set<DateOrder> orders = DateReader.orders(clean);
        if (orders.equals(Set.of(DateOrder.DMY))) {
            sawDayFirst = true;
        } else if (orders.equals(Set.of(DateOrder.MDY))) {
            sawMonthFirst = true;
        } else if (orders.size() > 1 && DateReader.isEither(clean)) {
            sawEither = true;
        }
    }

    /** Whether one of the cells so far is one day with the day first, another with the month. */
    boolean sawEither() {
        return sawEither;
    }

    /** Whether one of the cells so far is a day with the day first alone. */
    boolean sawDayFirst() {
        return sawDayFirst;
    }

    /** Whether one of the cells so far is a day with the month first alone. */
    boolean sawMonthFirst() {
        return sawMonthFirst;
    }

    /** The first day of a month and its year, such as {@code ต.ค. 64}, 10/2564 or 2021-10. */
    static Reading<LocalDate> readMonth(String clean) {
        String text = CellText.asciiHyphens(CellText.asciiDigits(clean));
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        return DateReader.read(
                yearFirst.matches()
                        ? text + "-1"
                        : monthFirst.matches() ? "1/" + text.replace('-', '/') : "1 " + text);
    }

    private Result month(String clean) {
        Reading<LocalDate> reading = readMonth(clean);
        if (reading instanceof Reading.Refused<LocalDate>) {
            // A day stands for its month.
            look(clean);
            reading = DateReader.read(clean, order);
        }
        return switch (reading) {
            case Reading.Refused<LocalDate> _ -> new Result.Wrong(ExtractIssueCode.NOT_A_MONTH);
            case Reading.Read<LocalDate>(LocalDate found) -> {
                LocalDate first = found.withDayOfMonth(1);
                yield new Result.Read(first.toString(), first);
            }
        };
    }

    private static Result quarter(String clean) {
        Matcher matcher = QUARTER.matcher(compact(CellText.code(clean)));
        if (!matcher.matches()) {
            return new Result.Wrong(ExtractIssueCode.NOT_A_QUARTER);
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        return new Result.Read(
                last == null || last.equals(first) ? first : first + "-" + last, null);
    }

    private static Result fiscalYear(String clean) {
        Matcher matcher = FISCAL_YEAR.matcher(compact(CellText.code(clean)));
        if (!matcher.matches()) {
            return new Result.Wrong(ExtractIssueCode.NOT_A_FISCAL_YEAR);
        }
        int year = Integer.parseInt(matcher.group(1));
        if (year < 100) {
            year += 2500;
        } else if (year < 2400) {
            year += BUDDHIST_ERA;
        }
        return new Result.Read(Integer.toString(year), null);
    }

    private static Result timeOfYear(String clean) {
        Matcher matcher = TIME_OF_YEAR.matcher(compact(CellText.code(clean)));
        return matcher.matches()
                ? new Result.Read(matcher.group(1), null)
                : new Result.Wrong(ExtractIssueCode.NOT_A_TIME_OF_YEAR);
    }

    private Result choice(String clean) {
        String found = options.get(Headings.key(CellText.code(clean)));
        return found != null
                ? new Result.Read(found, null)
                : new Result.Wrong(
                        ExtractIssueCode.UNKNOWN_CHOICE,
                        String.join(
                                ", ",
                                column.options().stream()
                                        .map(option ->
                                                option.names().stream()
                                                        .findFirst()
                                                        .orElse(option.key()))
                                        .toList()));
    }

    private static Result flag(String clean) {
        String key = compact(CellText.code(clean));
        if (YES.contains(key)) {
            return new Result.Read("true", null);
        }
        return NO.contains(key)
                ? new Result.Read("false", null)
                : new Result.Wrong(ExtractIssueCode.NOT_YES_OR_NO);
    }

    private static String compact(String clean) {
        return SPACE.matcher(
                        CellText.asciiHyphens(
                                CellText.asciiDigits(ThaiSpelling.normal(CellText.name(clean)))))
                .replaceAll("");
    }

    /** Like {@link CellText#clean}, which most cells need not go through. */
    static String clean(String raw) {
        int end = raw.length();
        if (end == 0) {
            return raw;
        }
        if (raw.charAt(0) == '=') {
            return CellText.clean(raw);
        }
        for (int i = 0; i < end; i++) {
            char c = raw.charAt(i);
            boolean plain =
                    (c > ' ' && c < 0x7F)
                            || (c >= 'ก' && c <= '๛')
                            || (c == ' ' && i > 0 && i < end - 1);
            if (!plain) {
                return CellText.clean(raw);
            }
        }
        return raw;
    }
}
