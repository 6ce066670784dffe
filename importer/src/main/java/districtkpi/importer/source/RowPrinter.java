package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.source.CellReader.Result;
import districtkpi.importer.source.Repeats.Moment;
import districtkpi.importer.source.Repeats.Scale;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.NumberReader;
import districtkpi.importer.table.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes of a row what it can be compared by: what it is about, when, and how much. Cells of columns
 * that nothing is taken from say what a row is about too, unless they are numbers, such as those of
 * the rows, or days and months.
 */
final class RowPrinter {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int MAX_REMEMBERED = 10_000;
    private static final int FIRST_MONTH_OF_A_YEAR = 10;

    /** More reports than anything has in a year. */
    private static final long MAX_OF_A_YEAR = 1_000;

    /** Stands for the place of all columns of days that are taken: their latest day counts. */
    private static final int DAYS_TAKEN = -1;

    /** Longer than what says when something was, with the words and the time of day around it. */
    private static final int MAX_TIME = 60;

    /** Months without a day, and what counts reports: {@code ต.ค. 65}, {@code เดือนที่ 2}. */
    private static final Pattern TIME =
            Pattern.compile(
                    "(?:ณ|สิ้น|ประจำ|ถึง|เดือน|ไตรมาส|สัปดาห์|ครั้งที่|งวด|รอบ|ข้อมูล|month|week|quarter|as of)"
                            + ".*|[0-9]{1,2}[/-][0-9]{2,4}|[0-9]{4}-[0-9]{1,2}",
                    Pattern.CASE_INSENSITIVE);

    /** What may stand before a day or a month. */
    private static final Pattern BEFORE_A_TIME =
            Pattern.compile(
                    "(?:(?:ข้อมูล|ณ|สิ้น|ประจำ|ถึง|เดือน|month|as of)\\s*)*+",
                    Pattern.CASE_INSENSITIVE);

    /**
     * The number of a report: {@code ครั้งที่ 2}, {@code งวดที่ 1/2565}, {@code รอบ 6 เดือน}. What
     * is no more than the number of a month is none, for October comes before January here.
     */
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?:(?:ครั้ง|งวด|รอบ|สัปดาห์|ไตรมาส)(?:ที่)?|เดือนที่|week|quarter)\\s*"
                            + "([0-9]{1,3})(?:\\s*/\\s*([0-9]{4})|\\s*เดือน)?",
                    Pattern.CASE_INSENSITIVE);

    private final int sheet;
    private final List<Column> taken;
    private final int[] places;
    private final Set<ColumnKey> periods;
    private final int numberCount;
    private final BitSet known = new BitSet();
    private final Map<String, Kind> kinds = new HashMap<>();

    RowPrinter(
            int sheet,
            List<Column> taken,
            int[] places,
            int districtPlace,
            Set<ColumnKey> periods) {
        this.sheet = sheet;
        this.taken = List.copyOf(taken);
        this.places = places.clone();
        this.periods = periods;
        this.numberCount = (int) taken.stream().filter(column -> column.type().isNumber()).count();
        for (int place : places) {
            known.set(place);
        }
        if (districtPlace >= 0) {
            known.set(districtPlace);
        }
    }

    /** What a cell says of which nothing is taken. */
    private sealed interface Kind {
        record Words() implements Kind {}

        record Amount() implements Kind {}

        /**
         * @param moment that orders rows, as far as it can be told
         */
        record When(Optional<Moment> moment) implements Kind {}
    }

    /** Whether amounts belong to months or days, so that each has amounts of its own. */
    boolean hasPeriods() {
        return !periods.isEmpty();
    }

    /**
     * What a row can be compared by.
     *
     * @param results of the columns that are taken
     * @param amounts their places among the results, in order
     * @param values of the amounts
     */
    Repeats.Row print(
            FileRow row,
            DistrictCode district,
            Result[] results,
            int[] amounts,
            BigDecimal[] values) {
        long described = FNV_OFFSET;
        long when = FNV_OFFSET;
        long latest = Long.MIN_VALUE;
        BigDecimal[] numbers = new BigDecimal[numberCount];
        int number = 0;
        int amount = 0;
        for (int i = 0; i < places.length; i++) {
            Column column = taken.get(i);
            String text = results[i] instanceof Result.Read(String read, _) ? read : "";
            if (column.type().isNumber()) {
                boolean isAmount = amount < amounts.length && amounts[amount] == i;
                numbers[number++] =
                        isAmount
                                ? values[amount++]
                                : text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
            } else if (column.type().isDay()) {
                when = mixed(when, i, text);
                LocalDate read =
                        results[i] instanceof Result.Read(_, LocalDate known) ? known : null;
                if (read != null) {
                    latest = Math.max(latest, read.toEpochDay());
                    if (periods.contains(column.key())) {
                        described = mixed(described, i, Integer.toString(fiscalYear(read)));
                    }
                }
            } else {
                described = mixed(described, i, text);
            }
        }
        Map<Integer, Moment> moments = new HashMap<>();
        if (latest != Long.MIN_VALUE) {
            moments.put(DAYS_TAKEN, new Moment(Scale.DAYS, latest));
        }
        List<String> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (!known.get(i) && !cells.get(i).isEmpty()) {
                switch (kind(cells.get(i))) {
                    case Kind.Words _ -> described = mixed(described, ~i, cells.get(i));
                    case Kind.When(Optional<Moment> own) -> {
                        when = mixed(when, ~i, cells.get(i));
                        int place = i;
                        own.ifPresent(moment -> moments.put(place, moment));
                    }
                    case Kind.Amount _ -> {}
                }
            }
        }
        return new Repeats.Row(
                new Repeats.Thing(sheet, district, described),
                when,
                moments,
                Arrays.asList(numbers),
                Arrays.asList(values),
                row.line());
    }

    private static int fiscalYear(LocalDate day) {
        return day.getYear() + (day.getMonthValue() >= FIRST_MONTH_OF_A_YEAR ? 1 : 0);
    }

    private Kind kind(String cell) {
        Kind remembered = kinds.get(cell);
        if (remembered == null) {
            remembered = kindSlowly(CellText.clean(cell));
            if (kinds.size() < MAX_REMEMBERED) {
                kinds.put(cell, remembered);
            }
        }
        return remembered;
    }

    private static Kind kindSlowly(String clean) {
        // Before any pattern, some of which take long for what is no time at all.
        if (clean.length() > MAX_TIME) {
            return new Kind.Words();
        }
        if (NumberReader.read(clean) instanceof Reading.Read || NumberReader.isPercentage(clean)) {
            return new Kind.Amount();
        }
        if (DateReader.read(clean) instanceof Reading.Read<LocalDate>(LocalDate day)) {
            return new Kind.When(Optional.of(new Moment(Scale.DAYS, day.toEpochDay())));
        }
        String text = CellText.asciiHyphens(CellText.asciiDigits(clean));
        Optional<Moment> moment = numbered(text).or(() -> month(text));
        return moment.isPresent() || TIME.matcher(text).matches()
                ? new Kind.When(moment)
                : new Kind.Words();
    }

    private static Optional<Moment> numbered(String text) {
        Matcher matcher = NUMBERED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        String year = matcher.group(2);
        return Optional.of(
                year == null
                        ? new Moment(Scale.NUMBERS, number)
                        : new Moment(
                                Scale.NUMBERS_OF_YEARS,
                                MAX_OF_A_YEAR * Long.parseLong(year) + number));
    }

    /** The first day of a month; of one without a year, its place in a fiscal year. */
    private static Optional<Moment> month(String text) {
        Matcher before = BEFORE_A_TIME.matcher(text);
        String time = before.lookingAt() ? text.substring(before.end()) : text;
        if (CellReader.readMonth(time) instanceof Reading.Read<LocalDate>(LocalDate first)) {
            return Optional.of(new Moment(Scale.DAYS, first.toEpochDay()));
        }
        if (DateReader.read(time) instanceof Reading.Read<LocalDate>(LocalDate day)) {
            return Optional.of(new Moment(Scale.DAYS, day.toEpochDay()));
        }
        return DateReader.month(time)
                .map(number ->
                        new Moment(
                                Scale.MONTHS,
                                number >= FIRST_MONTH_OF_A_YEAR ? number - 12 : number));
    }

    private static long mixed(long hash, int place, String text) {
        long mixed = (hash ^ place) * FNV_PRIME;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * FNV_PRIME;
        }
        return (mixed ^ (mixed >>> 32)) * FNV_PRIME;
    }
}
