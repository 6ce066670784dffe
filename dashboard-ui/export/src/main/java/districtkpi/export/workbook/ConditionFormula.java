package districtkpi.export.workbook;

import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The conditions of an agreement as formulas over raw figures, compared by cross-multiplication as
 * the scoring does.
 */
final class ConditionFormula {

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final FiguresSheet figures;
    private final AgreementSheet terms;

    ConditionFormula(FiguresSheet figures, AgreementSheet terms) {
        this.figures = figures;
        this.terms = terms;
    }

    /**
     * Where a threshold stands.
     *
     * @param threshold a cell or a number, or a day
     * @param scaled the whole number that it is in units of its last decimal
     * @param scale what it was multiplied with for that
     */
    private record Term(String threshold, String scaled, String scale) {}

    /** True where the figure of a measure meets all that a level asks of it; missing, nothing. */
    String allowed(
            int figure,
            Optional<DistrictCode> owner,
            Indicator indicator,
            Measure measure,
            Level level) {
        return all(
                owner,
                indicator,
                measure,
                level,
                (condition, row) -> condition(condition, measure, figure, term(row)));
    }

    /**
     * The same for a value that a missing figure could have.
     *
     * @param value a cell with the number that is compared with thresholds, a day, or {@code yes}
     */
    String allowedByValue(
            String value,
            Optional<DistrictCode> owner,
            Indicator indicator,
            Measure measure,
            Level level) {
        return all(
                owner,
                indicator,
                measure,
                level,
                (condition, row) ->
                        switch (condition) {
                            case Condition.Comparison comparison ->
                                    value + operator(comparison.operator()) + term(row).threshold();
                            case Condition.Done _ -> value + "=\"yes\"";
                            case Condition.DoneBy _ -> value + "<=" + term(row).threshold();
                        });
    }

    /**
     * The same for a computed number, which is told apart by nine places; while it is open, nothing
     * holds.
     *
     * @param number a cell, empty while it is open
     */
    String allowedByNumber(
            String number,
            Optional<DistrictCode> owner,
            Indicator indicator,
            ComputedMeasure measure,
            Level level) {
        return all(
                owner,
                indicator,
                measure.asMeasure(),
                level,
                (condition, row) -> ofNumber(number, condition, term(row).threshold()));
    }

    /** The same for a condition of a step on a computed number. */
    static String ofNumber(String number, Condition condition) {
        return ofNumber(
                number, condition, ((Condition.Comparison) condition).threshold().toPlainString());
    }

    private static String ofNumber(String number, Condition condition, String threshold) {
        return "IF(ISNUMBER("
                + number
                + "),ROUND("
                + number
                + ",9)"
                + operator(((Condition.Comparison) condition).operator())
                + threshold
                + ",FALSE)";
    }

    /**
     * Whether a condition of a step holds, on the sheet of the figures.
     *
     * @param row of its measure
     */
    static String step(Condition condition, Measure measure, int row) {
        return condition(
                condition,
                measure,
                row,
                switch (condition) {
                    case Condition.Comparison(var _, var _, BigDecimal threshold) ->
                            new Term(
                                    threshold.toPlainString(),
                                    threshold
                                            .movePointRight(FiguresSheet.places(threshold))
                                            .toBigInteger()
                                            .toString(),
                                    "10^" + FiguresSheet.places(threshold));
                    case Condition.DoneBy(var _, LocalDate deadline) ->
                            new Term(day(deadline), "", "");
                    case Condition.Done _ -> new Term("", "", "");
                });
    }

    /** A day as a spreadsheet counts it. */
    static String day(LocalDate day) {
        return String.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day));
    }

    private static Term term(int row) {
        return new Term(
                Place.cell(AgreementSheet.NAME, row, AgreementSheet.THRESHOLD),
                Place.cell(AgreementSheet.NAME, row, AgreementSheet.SCALED),
                "10^" + Place.cell(AgreementSheet.NAME, row, AgreementSheet.DECIMALS));
    }

    private String all(
            Optional<DistrictCode> owner,
            Indicator indicator,
            Measure measure,
            Level level,
            BiFunction<Condition, Integer, String> formula) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < level.conditions().size(); i++) {
            Condition condition = level.conditions().get(i);
            if (condition.measure().equals(measure.id())) {
                int term = terms.row(owner, indicator, level.number(), i);
                conditions.add(formula.apply(condition, term));
            }
        }
        return conditions.isEmpty() ? "TRUE" : "AND(" + String.join(",", conditions) + ")";
    }

    private static String condition(Condition condition, Measure measure, int row, Term term) {
        String value = Place.cell(row, FiguresSheet.VALUE);
        return switch (condition) {
            case Condition.Comparison comparison ->
                    "IF(ISNUMBER("
                            + value
                            + "),"
                            + comparison(comparison, measure, row, term)
                            + ",FALSE)";
            case Condition.Done _ -> "OR(" + value + "=\"yes\",ISNUMBER(" + value + "))";
            case Condition.DoneBy _ ->
                    "IF(ISNUMBER(" + value + ")," + value + "<=" + term.threshold() + ",FALSE)";
        };
    }

    private static String comparison(
            Condition.Comparison comparison, Measure measure, int row, Term term) {
        String operator = operator(comparison.operator());
        String amount = Place.cell(row, FiguresSheet.SCALED_VALUE);
        String of = Place.cell(row, FiguresSheet.SCALED_OF);
        String unit = "10^" + Place.cell(row, FiguresSheet.DECIMALS);
        String threshold = term.scaled();
        String scale = term.scale();
        String plain = amount + "*" + scale + operator + threshold + "*" + unit;
        String hundred = "100*" + scale;
        String share = amount + "*" + hundred;
        String ratio =
                switch (measure.kind()) {
                    case SHARE -> share + operator + threshold + "*" + of;
                    case GROWTH -> share + operator + "(" + hundred + "+" + threshold + ")*" + of;
                    // The less is left, the more was reduced.
                    case REDUCTION ->
                            "(" + hundred + "-" + threshold + ")*" + of + operator + share;
                    case COUNT, NUMBER -> "";
                    case DONE, DATE ->
                            throw new IllegalArgumentException("No number: " + measure.id());
                };
        return ratio.isEmpty()
                ? plain
                : "IF("
                        + Place.cell(row, FiguresSheet.PERCENT)
                        + "=\"%\","
                        + plain
                        + ",IF(ISNUMBER("
                        + of
                        + "),"
                        + ratio
                        + ",FALSE))";
    }

    private static String operator(Condition.Operator operator) {
        return switch (operator) {
            case AT_LEAST -> ">=";
            case MORE_THAN -> ">";
            case AT_MOST -> "<=";
            case LESS_THAN -> "<";
            case EQUAL_TO -> "=";
        };
    }

    /** The number that is compared with the thresholds, for interpolation between them. */
    String number(DistrictCode district, Indicator indicator) {
        MeasureId measure = indicator.level(1).conditions().getFirst().measure();
        int row = figures.row(district, indicator.key(measure));
        return number(indicator.measure(measure).orElseThrow(), row);
    }

    /**
     * The number of a figure: its percentage, or itself.
     *
     * @param row of the measure
     */
    static String number(Measure measure, int row) {
        String value = Place.cell(FiguresSheet.NAME, row, FiguresSheet.VALUE);
        String share = "100*" + value + "/" + Place.cell(FiguresSheet.NAME, row, FiguresSheet.OF);
        String ratio =
                switch (measure.kind()) {
                    case SHARE -> share;
                    case GROWTH -> "(" + share + "-100)";
                    case REDUCTION -> "(100-" + share + ")";
                    case COUNT, NUMBER -> value;
                    case DONE, DATE ->
                            throw new IllegalArgumentException("No number: " + measure.id());
                };
        return "IF("
                + Place.cell(FiguresSheet.NAME, row, FiguresSheet.PERCENT)
                + "=\"%\","
                + value
                + ","
                + ratio
                + ")";
    }
}
