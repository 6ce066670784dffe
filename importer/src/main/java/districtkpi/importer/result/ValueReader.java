package districtkpi.importer.result;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.KnownWords;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.NumberReader;
import districtkpi.importer.table.Reading;
import districtkpi.importer.table.ThaiSpelling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what was found for one measure: the value, what it is compared with, and whether the two
 * can be at all.
 */
final class ValueReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String NOT_APPLICABLE = "n/a";

    private static final Set<String> MONEY = KnownWords.of("result-money");
    private static final Set<String> DONE = KnownWords.of("result-done");
    private static final Set<String> NOT_DONE = KnownWords.of("result-not-done");

    /** Of a day that follows from evidence, where none counts any more. */
    private static final Set<String> NOT_RECEIVED = KnownWords.of("result-not-received");

    private static final LocalizedText MAX_REDUCED = ImportTexts.text("value.max-reduced");
    private static final LocalizedText MAX_SHRUNK = ImportTexts.text("value.max-shrunk");
    private static final LocalizedText FINISHED = ImportTexts.text("value.finished");
    private static final LocalizedText NOTHING_APPLIES = ImportTexts.text("value.nothing-applies");

    private final OpenRound round;
    private final LocalDate asOf;
    private final boolean asOfIsGiven;
    private final LocalDate today;
    private final DateOrder order;
    private final String note;
    private final IssueLog log;

    /**
     * @param asOf the day that the figures describe
     * @param asOfIsGiven true if the file says so, false if it is the day of import
     * @param order of day and month in the column of the value
     * @param note of the row
     */
    ValueReader(
            OpenRound round,
            LocalDate asOf,
            boolean asOfIsGiven,
            LocalDate today,
            DateOrder order,
            String note,
            IssueLog log) {
        this.round = round;
        this.asOf = asOf;
        this.asOfIsGiven = asOfIsGiven;
        this.today = today;
        this.order = order;
        this.note = note;
        this.log = log;
    }

    /**
     * The value of a measure; absent if the log says why there is none.
     *
     * @param value not empty
     * @param of what it is compared with, maybe empty
     */
    Optional<MeasuredValue> read(Measure measure, Cell value, Cell of) {
        boolean valueIsError = reportSpreadsheetError(value);
        boolean ofIsError = reportSpreadsheetError(of);
        if (valueIsError || ofIsError) {
            return Optional.empty();
        }
        if (isNotApplicable(value)) {
            return notApplicable(value, of);
        }
        return switch (measure.kind()) {
            case SHARE, GROWTH, REDUCTION -> ratio(measure, value, of);
            case COUNT -> refuseOf(measure, of, count(measure, value));
            case NUMBER -> refuseOf(measure, of, number(measure, value));
            case DONE -> refuseOf(measure, of, done(measure, value));
            case DATE -> refuseOf(measure, of, day(measure, value));
        };
    }

    private boolean reportSpreadsheetError(Cell cell) {
        boolean error = CellText.isSpreadsheetError(cell.text());
        if (error) {
            log.add(IssueCode.SPREADSHEET_ERROR, cell);
        }
        return error;
    }

    private static boolean isNotApplicable(Cell cell) {
        return cell.text().equalsIgnoreCase(NOT_APPLICABLE);
    }

    private Optional<MeasuredValue> notApplicable(Cell value, Cell of) {
        boolean good = true;
        if (note.isBlank()) {
            log.add(IssueCode.NOTE_MISSING, value);
            good = false;
        }
        if (!of.isEmpty() && !isNotApplicable(of)) {
            Optional<BigDecimal> compared = number(NumberReader.readAmount(of.text()), of);
            if (compared.isEmpty()) {
                good = false;
            } else if (compared.get().signum() != 0) {
                log.add(IssueCode.OF_NOT_ALLOWED, of, NOTHING_APPLIES);
                good = false;
            }
        }
        return good ? Optional.of(new MeasuredValue.NotApplicable(note)) : Optional.empty();
    }

    private Optional<MeasuredValue> ratio(Measure measure, Cell value, Cell of) {
        if (NumberReader.isPercentage(value.text())) {
            return percentage(measure, value, of);
        }
        Optional<BigDecimal> amount = amount(measure, value);
        amount.ifPresent(number -> warnOfDecimals(measure, number, value));
        Optional<BigDecimal> compared = comparedWith(measure, of);
        if (amount.isEmpty() || compared.isEmpty()) {
            return Optional.empty();
        }
        if (measure.isPartOfWhole() && amount.get().compareTo(compared.get()) > 0) {
            log.add(
                    IssueCode.ABOVE_ONE_HUNDRED_PERCENT,
                    value,
                    ImportTexts.text("value.of", CellText.shown(of.text())));
        }
        return Optional.of(new MeasuredValue.Ratio(amount.get(), compared.get()));
    }

    /** A number from 0, in the measure's unit. */
    private Optional<BigDecimal> amount(Measure measure, Cell cell) {
        Optional<BigDecimal> number = anyAmount(measure, cell);
        if (number.isPresent() && number.get().signum() < 0) {
            log.add(IssueCode.NEGATIVE, cell);
            return Optional.empty();
        }
        return number;
    }

    /** A number of any sign, in the measure's unit. */
    private Optional<BigDecimal> anyAmount(Measure measure, Cell cell) {
        if (isWord(cell) || isDate(cell) || NumberReader.isPercentage(cell.text())) {
            reportKind(measure, cell);
            return Optional.empty();
        }
        if (NumberReader.isMoney(cell.text()) && !isOfMoney(measure)) {
            reportKind(measure, cell);
            return Optional.empty();
        }
        return number(NumberReader.readAmount(cell.text()), cell);
    }

    /** Whether a measure is counted in baht, or may be. */
    private static boolean isOfMoney(Measure measure) {
        return measure.countedIn()
                .map(MeasureUnit::name)
                .map(unit ->
                        MONEY.stream()
                                .anyMatch(word ->
                                        unit.th().contains(word) || unit.en().contains(word)))
                .orElse(measure.kind() != MeasureKind.COUNT);
    }

    private Optional<BigDecimal> comparedWith(Measure measure, Cell of) {
        if (of.isEmpty()) {
            log.add(
                    IssueCode.OF_MISSING,
                    of,
                    measure.id(),
                    measure.comparedWith().<Object>map(name -> name).orElse(""));
            return Optional.empty();
        }
        Optional<BigDecimal> compared = amount(measure, of);
        if (compared.isPresent() && compared.get().signum() == 0) {
            log.add(IssueCode.OF_ZERO, of, measure.id());
            return Optional.empty();
        }
        compared.ifPresent(number -> warnOfDecimals(measure, number, of));
        return compared;
    }

    private Optional<MeasuredValue> percentage(Measure measure, Cell value, Cell of) {
        Optional<BigDecimal> percent = number(NumberReader.readPercentage(value.text()), value);
        boolean good = percent.isPresent();
        if (!of.isEmpty()) {
            log.add(IssueCode.OF_NOT_ALLOWED, of, FINISHED);
            good = false;
        }
        return percent.isPresent() && isPossible(measure, percent.get(), value) && good
                ? Optional.of(new MeasuredValue.Percentage(percent.get()))
                : Optional.empty();
    }

    private boolean isPossible(Measure measure, BigDecimal percent, Cell value) {
        switch (measure.kind()) {
            case SHARE -> {
                if (percent.signum() < 0) {
                    log.add(IssueCode.NEGATIVE, value);
                    return false;
                }
                if (measure.isPartOfWhole() && percent.compareTo(HUNDRED) > 0) {
                    log.add(IssueCode.ABOVE_ONE_HUNDRED_PERCENT, value, "");
                }
            }
            case GROWTH -> {
                if (percent.compareTo(HUNDRED.negate()) < 0) {
                    log.add(IssueCode.IMPOSSIBLE_PERCENTAGE, value, MAX_SHRUNK);
                    return false;
                }
            }
            case REDUCTION -> {
                if (percent.compareTo(HUNDRED) > 0) {
                    log.add(IssueCode.IMPOSSIBLE_PERCENTAGE, value, MAX_REDUCED);
                    return false;
                }
            }
            case COUNT, NUMBER, DONE, DATE ->
                    throw new IllegalStateException("No percentage of " + measure.kind());
        }
        return true;
    }

    private Optional<MeasuredValue> count(Measure measure, Cell value) {
        Optional<BigDecimal> number = amount(measure, value);
        if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
            log.add(IssueCode.NOT_A_WHOLE_NUMBER, value, measure.id());
            return Optional.empty();
        }
        return number.map(MeasuredValue.Count::new);
    }

    private Optional<MeasuredValue> number(Measure measure, Cell value) {
        Optional<BigDecimal> number = anyAmount(measure, value);
        number.ifPresent(read -> warnOfDecimals(measure, read, value));
        return number.map(MeasuredValue.Quantity::new);
    }

    private Optional<MeasuredValue> done(Measure measure, Cell value) {
        if (DONE.contains(word(value))) {
            return Optional.of(new MeasuredValue.Done(null));
        }
        if (NOT_DONE.contains(word(value))) {
            return Optional.of(new MeasuredValue.NotDone());
        }
        if (!DateReader.looksLikeDate(value.text())) {
            reportKind(measure, value);
            return Optional.empty();
        }
        return dayInRound(value).map(MeasuredValue.Done::new);
    }

    private Optional<MeasuredValue> day(Measure measure, Cell value) {
        if (measure.evidenceReceipt()) {
            if (NOT_RECEIVED.contains(word(value))) {
                return Optional.of(new MeasuredValue.NotDone());
            }
            // Evidence is kept however late it comes, after the round too.
            if (DateReader.read(value.text(), order)
                            instanceof Reading.Read<LocalDate>(LocalDate day)
                    && day.isAfter(round.lastDay())
                    && !day.isAfter(today)) {
                return Optional.of(new MeasuredValue.Day(day));
            }
        }
        if (isWord(value) || isNumber(value) || NumberReader.isPercentage(value.text())) {
            reportKind(measure, value);
            return Optional.empty();
        }
        return dayInRound(value).map(MeasuredValue.Day::new);
    }

    private Optional<LocalDate> dayInRound(Cell value) {
        Optional<LocalDate> read = day(value, order, round, log);
        read.ifPresent(day -> {
            if (day.isAfter(today)) {
                log.add(IssueCode.DATE_IN_FUTURE, value);
            } else if (asOfIsGiven && day.isAfter(asOf)) {
                log.add(IssueCode.DATE_AFTER_AS_OF, value, DateReader.shown(asOf));
            }
        });
        return read;
    }

    /** A day of a round; absent if the log says why there is none. */
    static Optional<LocalDate> day(Cell cell, DateOrder order, OpenRound round, IssueLog log) {
        return switch (DateReader.read(cell.text(), order)) {
            case Reading.Refused<LocalDate> refused -> {
                log.add(refused.code(), cell, refused.arguments());
                yield Optional.empty();
            }
            case Reading.Read<LocalDate>(LocalDate day) when round.contains(day) ->
                    Optional.of(day);
            case Reading.Read<LocalDate> outside -> {
                log.add(
                        IssueCode.DATE_OUTSIDE_ROUND,
                        cell,
                        round.id(),
                        DateReader.shown(round.firstDay()),
                        DateReader.shown(round.lastDay()));
                yield Optional.empty();
            }
        };
    }

    private Optional<BigDecimal> number(Reading<BigDecimal> reading, Cell cell) {
        return switch (reading) {
            case Reading.Read<BigDecimal>(BigDecimal number) -> Optional.of(number);
            case Reading.Refused<BigDecimal> refused -> {
                log.add(refused.code(), cell, refused.arguments());
                yield Optional.empty();
            }
        };
    }

    private void warnOfDecimals(Measure measure, BigDecimal number, Cell cell) {
        Optional<MeasureUnit> unit = measure.countedIn();
        if (unit.isPresent() && number.stripTrailingZeros().scale() > unit.get().decimals()) {
            log.add(IssueCode.UNUSUAL_DECIMALS, cell, unit.get().name(), unit.get().decimals());
        }
    }

    /** Only ratios are compared with something. */
    private Optional<MeasuredValue> refuseOf(
            Measure measure, Cell of, Optional<MeasuredValue> value) {
        if (of.isEmpty()) {
            return value;
        }
        log.add(IssueCode.OF_NOT_ALLOWED, of, ImportTexts.text("value.not-compared", measure.id()));
        return Optional.empty();
    }

    private void reportKind(Measure measure, Cell cell) {
        log.add(IssueCode.WRONG_KIND, cell, measure.id(), expected(measure));
    }

    /** What can be written for a measure. */
    static LocalizedText expected(Measure measure) {
        return switch (measure.kind()) {
            case SHARE, GROWTH, REDUCTION -> ImportTexts.text("value.number");
            case COUNT -> ImportTexts.text("value.count");
            case NUMBER -> ImportTexts.text("value.decimal");
            case DONE -> ImportTexts.text("value.done");
            case DATE -> ImportTexts.text("value.date");
        };
    }

    private static boolean isWord(Cell cell) {
        return DONE.contains(word(cell)) || NOT_DONE.contains(word(cell));
    }

    private static boolean isDate(Cell cell) {
        return DateReader.read(cell.text()) instanceof Reading.Read;
    }

    private static boolean isNumber(Cell cell) {
        return NumberReader.read(cell.text()) instanceof Reading.Read;
    }

    private static String word(Cell cell) {
        return ThaiSpelling.normal(cell.text()).toLowerCase(Locale.ROOT);
    }
}
