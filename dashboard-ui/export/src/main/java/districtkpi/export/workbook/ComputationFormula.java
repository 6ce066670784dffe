package districtkpi.export.workbook;

import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** The numbers that follow from other measures, as formulas over raw figures. */
final class ComputationFormula {

    private final FiguresSheet figures;

    ComputationFormula(FiguresSheet figures) {
        this.figures = figures;
    }

    /** The number of a computed measure; empty while a figure of the indicator is missing. */
    String number(DistrictCode district, Indicator indicator, ComputedMeasure measure) {
        String values = figures.column(district, indicator, FiguresSheet.VALUE);
        return "IF(OR(COUNTA("
                + values
                + ")<"
                + indicator.measures().size()
                + ",COUNTIF("
                + values
                + ",\"n/a\")>0),\"\","
                + limited(measure, new OfDistrict(district, indicator).of(measure.computation()))
                + ")";
    }

    private static String limited(ComputedMeasure measure, String number) {
        String atLeast =
                measure.min()
                        .map(min -> "MAX(" + min.toPlainString() + "," + number + ")")
                        .orElse(number);
        return measure.max()
                .map(max -> "MIN(" + max.toPlainString() + "," + atLeast + ")")
                .orElse(atLeast);
    }

    private final class OfDistrict {

        private final DistrictCode district;
        private final Indicator indicator;

        OfDistrict(DistrictCode district, Indicator indicator) {
            this.district = district;
            this.indicator = indicator;
        }

        String of(Computation computation) {
            return switch (computation) {
                case Computation.Points(var accumulation, var steps) ->
                        switch (accumulation) {
                            case SUM -> sum(steps);
                            case BEST -> best(steps);
                        };
                case Computation.Combination(var aggregation, var terms) ->
                        switch (aggregation) {
                            case SUM -> sumOf(terms);
                            case MEAN -> "(" + sumOf(terms) + ")/(" + weights(terms) + ")";
                            case HIGHEST -> "MAX(" + numbers(terms) + ")";
                            case LOWEST -> "MIN(" + numbers(terms) + ")";
                        };
                case Computation.Line(var measure, var knots) ->
                        line(
                                number(measure),
                                knots.stream().map(knot -> knot.at().toPlainString()).toList(),
                                knots.stream().map(Computation.Knot::points).toList());
                case Computation.DayLine(var measure, var days) -> {
                    List<BigDecimal> points =
                            days.stream().map(Computation.DayKnot::points).toList();
                    String day = Place.cell(row(measure), FiguresSheet.VALUE);
                    yield "IF(ISNUMBER("
                            + day
                            + "),"
                            + line(
                                    day,
                                    days.stream()
                                            .map(knot -> ConditionFormula.day(knot.at()))
                                            .toList(),
                                    points)
                            + ","
                            + points.getLast().toPlainString()
                            + ")";
                }
            };
        }

        private String sum(List<Computation.Step> steps) {
            return steps.stream()
                    .map(step -> "IF(" + holds(step) + "," + plain(step.points()) + ",0)")
                    .collect(Collectors.joining("+"));
        }

        private String best(List<Computation.Step> steps) {
            String lowest =
                    steps.stream()
                            .map(Computation.Step::points)
                            .min(BigDecimal::compareTo)
                            .map(OfDistrict::plain)
                            .orElseThrow();
            return "IF(OR("
                    + steps.stream().map(this::holds).collect(Collectors.joining(","))
                    + "),MAX("
                    + steps.stream()
                            .map(step ->
                                    "IF("
                                            + holds(step)
                                            + ","
                                            + plain(step.points())
                                            + ","
                                            + lowest
                                            + ")")
                            .collect(Collectors.joining(","))
                    + "),0)";
        }

        private String holds(Computation.Step step) {
            return step.conditions().stream()
                    .map(this::holds)
                    .collect(Collectors.joining(",", "AND(", ")"));
        }

        private String holds(Condition condition) {
            int row = row(condition.measure());
            return indicator
                    .recordedMeasure(condition.measure())
                    .map(measure -> ConditionFormula.step(condition, measure, row))
                    .orElseGet(() ->
                            ConditionFormula.ofNumber(
                                    Place.cell(row, FiguresSheet.VALUE), condition));
        }

        private String sumOf(List<Computation.Term> terms) {
            return terms.stream()
                    .map(term -> plain(term.weight()) + "*" + number(term.measure()))
                    .collect(Collectors.joining("+"));
        }

        private static String weights(List<Computation.Term> terms) {
            return terms.stream()
                    .map(term -> plain(term.weight()))
                    .collect(Collectors.joining("+"));
        }

        private String numbers(List<Computation.Term> terms) {
            return terms.stream()
                    .map(term -> number(term.measure()))
                    .collect(Collectors.joining(","));
        }

        /**
         * Straight lines from knot to knot.
         *
         * @param x the number
         * @param at what it is compared with
         */
        private static String line(String x, List<String> at, List<BigDecimal> points) {
            String formula = plain(points.getLast());
            for (int i = at.size() - 1; i > 0; i--) {
                formula =
                        "IF("
                                + x
                                + "<="
                                + at.get(i)
                                + ","
                                + plain(points.get(i - 1))
                                + "+("
                                + x
                                + "-"
                                + at.get(i - 1)
                                + ")/("
                                + at.get(i)
                                + "-"
                                + at.get(i - 1)
                                + ")*"
                                + plain(points.get(i).subtract(points.get(i - 1)))
                                + ","
                                + formula
                                + ")";
            }
            return "IF("
                    + x
                    + "<="
                    + at.getFirst()
                    + ","
                    + plain(points.getFirst())
                    + ","
                    + formula
                    + ")";
        }

        private String number(MeasureId measure) {
            return ConditionFormula.number(indicator.measure(measure).orElseThrow(), row(measure));
        }

        private int row(MeasureId measure) {
            return figures.row(district, indicator.key(measure));
        }

        /** A number as a formula takes it, below 0 in brackets. */
        private static String plain(BigDecimal number) {
            return number.signum() < 0
                    ? "(" + number.toPlainString() + ")"
                    : number.toPlainString();
        }
    }
}
