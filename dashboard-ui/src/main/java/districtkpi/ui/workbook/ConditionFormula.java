package districtkpi.ui.workbook;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of an agreement as formulas over raw figures, compared by cross-multiplication as
 * the scoring does. A missing figure meets nothing.
 */
final class ConditionFormula {

    private final FiguresSheet figures;
    private final AgreementSheet terms;

    ConditionFormula(FiguresSheet figures, AgreementSheet terms) {
        this.figures = figures;
        this.terms = terms;
    }

    /** True where all conditions of a level hold. */
    String level(DistrictCode district, Indicator indicator, Level level) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < level.conditions().size(); i++) {
            Condition condition = level.conditions().get(i);
            int row = figures.row(district, indicator.key(condition.measure()));
            int term = terms.row(indicator, level.number(), i);
            Measure measure = indicator.measure(condition.measure()).orElseThrow();
            conditions.add(condition(condition, measure, row, term));
        }
        return "AND(" + String.join(",", conditions) + ")";
    }

    private static String condition(Condition condition, Measure measure, int row, int term) {
        String value = Place.cell(FiguresSheet.NAME, row, FiguresSheet.VALUE);
        return switch (condition) {
            case Condition.Comparison comparison ->
                    "IF(ISNUMBER("
                            + value
                            + "),"
                            + comparison(comparison, measure, row, term)
                            + ",FALSE)";
            case Condition.Done _ -> "OR(" + value + "=\"yes\",ISNUMBER(" + value + "))";
            case Condition.DoneBy _ ->
                    "IF(ISNUMBER("
                            + value
                            + "),"
                            + value
                            + "<="
                            + Place.cell(AgreementSheet.NAME, term, AgreementSheet.THRESHOLD)
                            + ",FALSE)";
        };
    }

    private static String comparison(
            Condition.Comparison comparison, Measure measure, int row, int term) {
        String operator = operator(comparison.operator());
        String amount = Place.cell(FiguresSheet.NAME, row, FiguresSheet.SCALED_VALUE);
        String of = Place.cell(FiguresSheet.NAME, row, FiguresSheet.SCALED_OF);
        String unit = "10^" + Place.cell(FiguresSheet.NAME, row, FiguresSheet.DECIMALS);
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
                    case COUNT -> "";
                    case DONE, DATE ->
                            throw new IllegalArgumentException("No number: " + measure.id());
                };
        return ratio.isEmpty()
                ? plain
                : "IF("
                        + Place.cell(FiguresSheet.NAME, row, FiguresSheet.PERCENT)
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
                    case COUNT -> value;
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
