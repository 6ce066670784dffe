package districtkpi.export.workbook;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The conditions of an agreement as formulas over raw figures, compared by cross-multiplication as
 * the scoring does.
 */
final class ConditionFormula {

    private final FiguresSheet figures;
    private final AgreementSheet terms;

    ConditionFormula(FiguresSheet figures, AgreementSheet terms) {
        this.figures = figures;
        this.terms = terms;
    }

    /** True where the figure of a measure meets all that a level asks of it; missing, nothing. */
    String allowed(int figure, Indicator indicator, Measure measure, Level level) {
        return all(
                indicator,
                measure,
                level,
                (condition, term) -> condition(condition, measure, figure, term));
    }

    /**
     * The same for a value that a missing figure could have.
     *
     * @param value a cell with the number that is compared with thresholds, a day, or {@code yes}
     */
    String allowedByValue(String value, Indicator indicator, Measure measure, Level level) {
        return all(
                indicator,
                measure,
                level,
                (condition, term) ->
                        switch (condition) {
                            case Condition.Comparison comparison ->
                                    value + operator(comparison.operator()) + threshold(term);
                            case Condition.Done _ -> value + "=\"yes\"";
                            case Condition.DoneBy _ -> value + "<=" + threshold(term);
                        });
    }

    private String all(
            Indicator indicator,
            Measure measure,
            Level level,
            BiFunction<Condition, Integer, String> formula) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < level.conditions().size(); i++) {
            Condition condition = level.conditions().get(i);
            if (condition.measure().equals(measure.id())) {
                int term = terms.row(indicator, level.number(), i);
                conditions.add(formula.apply(condition, term));
            }
        }
        return conditions.isEmpty() ? "TRUE" : "AND(" + String.join(",", conditions) + ")";
    }

    private static String condition(Condition condition, Measure measure, int row, int term) {
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
                    "IF(ISNUMBER(" + value + ")," + value + "<=" + threshold(term) + ",FALSE)";
        };
    }

    private static String threshold(int term) {
        return Place.cell(AgreementSheet.NAME, term, AgreementSheet.THRESHOLD);
    }

    private static String comparison(
            Condition.Comparison comparison, Measure measure, int row, int term) {
        String operator = operator(comparison.operator());
        String amount = Place.cell(row, FiguresSheet.SCALED_VALUE);
        String of = Place.cell(row, FiguresSheet.SCALED_OF);
        String unit = "10^" + Place.cell(row, FiguresSheet.DECIMALS);
        String threshold = Place.cell(AgreementSheet.NAME, term, AgreementSheet.SCALED);
        String scale = "10^" + Place.cell(AgreementSheet.NAME, term, AgreementSheet.DECIMALS);
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
        Measure measure = indicator.measures().getFirst();
        int row = figures.row(district, indicator.key(measure.id()));
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
