package districtkpi.export.workbook;

import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;

/**
 * The raw figures: a row for each measure of each district, the missing ones too, so that a figure
 * can be filled in.
 *
 * <p>Beside each number stands the whole number that it is in units of its last decimal. Formulas
 * compare those, since 0.1 has no exact binary form and 1 has. Below 10^15, which is what a
 * spreadsheet compares exactly, that is exact.
 */
final class FiguresSheet {

    static final String NAME = "measurements";
    static final int KIND = 5;
    static final int VALUE = 6;
    static final int OF = 7;
    static final int PERCENT = 8;
    static final int DECIMALS = 9;
    static final int SCALED_VALUE = 10;
    static final int SCALED_OF = 11;
    static final int EXACT = 12;
    static final int FACTOR = 13;
    static final int FIRST_LEVEL = 14;

    private static final List<String> COLUMNS =
            List.of(
                    "district",
                    "district_th",
                    "section",
                    "indicator",
                    "measure",
                    "kind",
                    "value",
                    "of",
                    "percent",
                    "decimals",
                    "value_scaled",
                    "of_scaled",
                    "exact",
                    "largest_factor");
    private static final String DAY_FORMAT = "yyyy-mm-dd";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Key(DistrictCode district, MeasureKey measure) {}

    private final ScoredRound round;
    private final Map<Key, Integer> rows = new HashMap<>();

    /** Places behind the point that any district has for a measure. */
    private final Map<MeasureKey, Integer> decimals = new HashMap<>();

    FiguresSheet(ScoredRound round) {
        this.round = round;
        for (Map<MeasureKey, MeasuredValue> values : round.values().values()) {
            values.forEach((key, value) ->
                    numbers(value)
                            .forEach(number -> decimals.merge(key, places(number), Math::max)));
        }
        int row = 1;
        for (ScoredRound.Place place : round.places()) {
            for (Indicator indicator : round.indicators()) {
                for (Measure measure : indicator.measures()) {
                    rows.put(new Key(place.district().code(), indicator.key(measure.id())), row++);
                }
                for (ComputedMeasure measure : indicator.computedMeasures()) {
                    rows.put(new Key(place.district().code(), indicator.key(measure.id())), row++);
                }
            }
        }
    }

    /** The row of a measure of a district. */
    int row(DistrictCode district, MeasureKey measure) {
        Integer row = rows.get(new Key(district, measure));
        if (row == null) {
            throw new IllegalArgumentException("No row for " + district + " " + measure);
        }
        return row;
    }

    /** The rows of all measures of an indicator that are recorded, which stand below each other. */
    String column(DistrictCode district, Indicator indicator, int column) {
        return column(district, indicator, indicator.measures().size(), column);
    }

    /** The same with the computed measures below them. */
    String columnWithComputed(DistrictCode district, Indicator indicator, int column) {
        return column(
                district,
                indicator,
                indicator.measures().size() + indicator.computedMeasures().size(),
                column);
    }

    private String column(DistrictCode district, Indicator indicator, int count, int column) {
        int first = row(district, indicator.key(indicator.measures().getFirst().id()));
        return Place.range(NAME, first, first + count - 1, column);
    }

    void write(Worksheet sheet, ConditionFormula conditions, ComputationFormula computations)
            throws IOException {
        Sheets.header(sheet, Sheets.withLevels(COLUMNS, round.agreement(), "allowed"));
        for (ScoredRound.Place place : round.places()) {
            DistrictCode district = place.district().code();
            for (Indicator indicator : round.indicators(district)) {
                for (Measure measure : indicator.measures()) {
                    write(sheet, place, indicator, measure);
                    int row = row(district, indicator.key(measure.id()));
                    for (Level level : indicator.levels()) {
                        Sheets.formula(
                                sheet,
                                row,
                                FIRST_LEVEL + level.number() - 1,
                                conditions.allowed(
                                        row,
                                        ScoredRound.owner(district, indicator),
                                        indicator,
                                        measure,
                                        level));
                    }
                    Sheets.flush(sheet, row);
                }
                for (ComputedMeasure measure : indicator.computedMeasures()) {
                    int row = row(place.district().code(), indicator.key(measure.id()));
                    key(sheet, row, place, indicator, measure.id());
                    sheet.value(row, KIND, "computed");
                    Sheets.formula(
                            sheet,
                            row,
                            VALUE,
                            computations.number(place.district().code(), indicator, measure));
                    sheet.value(row, EXACT, true);
                    for (Level level : indicator.levels()) {
                        Sheets.formula(
                                sheet,
                                row,
                                FIRST_LEVEL + level.number() - 1,
                                conditions.allowedByNumber(
                                        Place.cell(row, VALUE),
                                        ScoredRound.owner(district, indicator),
                                        indicator,
                                        measure,
                                        level));
                    }
                    Sheets.flush(sheet, row);
                }
            }
        }
    }

    private void write(
            Worksheet sheet, ScoredRound.Place place, Indicator indicator, Measure measure) {
        MeasureKey key = indicator.key(measure.id());
        int row = row(place.district().code(), key);
        key(sheet, row, place, indicator, measure.id());
        sheet.value(row, KIND, measure.kind().key());
        MeasuredValue value = place.values().get(key);
        if (value != null) {
            write(sheet, row, value);
        }
        if (!measure.kind().isNumeric()) {
            sheet.value(row, EXACT, true);
            return;
        }
        sheet.value(row, DECIMALS, decimals(key, measure));
        sheet.value(row, FACTOR, factor(indicator, measure));
        String decimals = Place.cell(row, DECIMALS);
        Sheets.formula(sheet, row, SCALED_VALUE, scaled(Place.cell(row, VALUE), decimals));
        Sheets.formula(sheet, row, SCALED_OF, scaled(Place.cell(row, OF), decimals));
        Sheets.formula(
                sheet,
                row,
                EXACT,
                "AND("
                        + largest(row)
                        + "*"
                        + Place.cell(row, FACTOR)
                        + "<10^15,"
                        + Place.cell(row, FACTOR)
                        + "*10^"
                        + decimals
                        + "<10^15)");
    }

    private void key(
            Worksheet sheet,
            int row,
            ScoredRound.Place place,
            Indicator indicator,
            MeasureId measure) {
        int column = 0;
        sheet.value(row, column++, place.district().code().value());
        sheet.value(row, column++, place.district().name().th());
        sheet.value(row, column++, round.agreement().sectionOf(indicator.id()).value());
        sheet.value(row, column++, indicator.id().value());
        sheet.value(row, column, measure.value());
    }

    private static void write(Worksheet sheet, int row, MeasuredValue value) {
        switch (value) {
            case MeasuredValue.Ratio(BigDecimal amount, BigDecimal of) -> {
                sheet.value(row, VALUE, amount);
                sheet.value(row, OF, of);
            }
            case MeasuredValue.Percentage(BigDecimal percent) -> {
                sheet.value(row, VALUE, percent);
                sheet.value(row, PERCENT, "%");
            }
            case MeasuredValue.Count(BigDecimal count) -> sheet.value(row, VALUE, count);
            case MeasuredValue.Quantity(BigDecimal number) -> sheet.value(row, VALUE, number);
            case MeasuredValue.Done done ->
                    done.day()
                            .ifPresentOrElse(
                                    day -> {
                                        sheet.value(row, VALUE, day);
                                        sheet.style(row, VALUE).format(DAY_FORMAT).set();
                                    },
                                    () -> sheet.value(row, VALUE, "yes"));
            case MeasuredValue.NotDone _ -> sheet.value(row, VALUE, "no");
            case MeasuredValue.Day day -> {
                sheet.value(row, VALUE, day.day());
                sheet.style(row, VALUE).format(DAY_FORMAT).set();
            }
            case MeasuredValue.NotApplicable _ -> sheet.value(row, VALUE, "n/a");
        }
    }

    private static String scaled(String cell, String decimals) {
        return "IF(ISNUMBER(" + cell + "),ROUND(" + cell + "*10^" + decimals + ",0),\"\")";
    }

    private static String largest(int row) {
        return "MAX(" + size(row, SCALED_VALUE) + "," + size(row, SCALED_OF) + ")";
    }

    private static String size(int row, int column) {
        String cell = Place.cell(row, column);
        return "IF(ISNUMBER(" + cell + "),ABS(" + cell + "),0)";
    }

    /** Places behind the point of what is compared: those of the unit, or more. */
    private int decimals(MeasureKey key, Measure measure) {
        return Math.max(measure.decimals(), decimals.getOrDefault(key, 0));
    }

    private static Stream<BigDecimal> numbers(MeasuredValue value) {
        return switch (value) {
            case MeasuredValue.Ratio(BigDecimal amount, BigDecimal of) -> Stream.of(amount, of);
            case MeasuredValue.Percentage(BigDecimal percent) -> Stream.of(percent);
            case MeasuredValue.Quantity(BigDecimal number) -> Stream.of(number);
            default -> Stream.empty();
        };
    }

    /** What a number is multiplied with at the most when it is compared. */
    private static BigDecimal factor(Indicator indicator, Measure measure) {
        List<BigDecimal> thresholds = thresholds(indicator, measure);
        BigDecimal largest =
                thresholds.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max);
        boolean asked =
                indicator.levels().stream()
                        .flatMap(level -> level.conditions().stream())
                        .anyMatch(condition -> condition.measure().equals(measure.id()));
        int places = thresholds.stream().mapToInt(FiguresSheet::places).max().orElse(0);
        return HUNDRED.add(largest).scaleByPowerOfTen(asked ? thresholdPlaces(indicator) : places);
    }

    /** Those of the levels, and of the steps of what is computed. */
    private static List<BigDecimal> thresholds(Indicator indicator, Measure measure) {
        return Stream.concat(
                        indicator.levels().stream().flatMap(level -> level.conditions().stream()),
                        indicator.computedMeasures().stream()
                                .flatMap(computed -> computed.computation().conditions()))
                .filter(condition -> condition.measure().equals(measure.id()))
                .filter(Condition.Comparison.class::isInstance)
                .map(condition -> ((Condition.Comparison) condition).threshold())
                .toList();
    }

    /** Places behind the point that any threshold of an indicator has. */
    static int thresholdPlaces(Indicator indicator) {
        return indicator.levels().stream()
                .flatMap(level -> level.conditions().stream())
                .filter(Condition.Comparison.class::isInstance)
                .mapToInt(condition -> places(((Condition.Comparison) condition).threshold()))
                .max()
                .orElse(0);
    }

    static int places(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
