package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Scores a district by {@code docs/method/scoring.md} alone, in the plainest way: sections 1 to 3
 * and 10 as they are written, one figure after the other, without anything of what it tests.
 */
final class IndependentScorer {

    private final Agreement agreement;
    private final Map<MeasureKey, MeasuredValue> values;

    IndependentScorer(Agreement agreement, Map<MeasureKey, MeasuredValue> values) {
        this.agreement = agreement;
        this.values = values;
    }

    /**
     * What one indicator came to.
     *
     * @param status as section 2 calls it
     * @param level none without a result, or where it does not apply
     * @param score what the level is worth, with its part of a step
     * @param points of 100 within the section
     */
    record Result(
            String status,
            Optional<Integer> level,
            Optional<BigFraction> score,
            Optional<BigFraction> points) {}

    /** One result for each indicator, section after section. */
    List<Result> results() {
        List<Result> all = new ArrayList<>();
        for (SectionTerms section : agreement.sections()) {
            BigFraction left = exact(section.outOf());
            for (Indicator indicator : section.indicators()) {
                if (status(indicator).equals("NOT_APPLICABLE")) {
                    left = left.subtract(exact(indicator.weight()));
                }
            }
            for (Indicator indicator : section.indicators()) {
                all.add(result(indicator, left));
            }
        }
        return all;
    }

    /** Σ share × section total ÷ 100, where every indicator has a level. */
    BigFraction total() {
        BigFraction total = BigFraction.ZERO;
        List<Result> results = results();
        int next = 0;
        for (SectionTerms section : agreement.sections()) {
            BigFraction points = BigFraction.ZERO;
            for (int i = 0; i < section.indicators().size(); i++) {
                points = points.add(results.get(next++).points().orElseThrow());
            }
            total = total.add(points.multiply(exact(section.share().value())).divide(100));
        }
        return total;
    }

    private String status(Indicator indicator) {
        int missing = 0;
        for (Measure measure : indicator.measures()) {
            MeasuredValue value = values.get(indicator.key(measure.id()));
            if (value instanceof MeasuredValue.NotApplicable) {
                return "NOT_APPLICABLE";
            }
            missing += value == null ? 1 : 0;
        }
        if (missing == 0) {
            return "SCORED";
        }
        return missing == indicator.measures().size() ? "NO_RESULT" : "INCOMPLETE";
    }

    private Result result(Indicator indicator, BigFraction left) {
        String status = status(indicator);
        if (status.equals("NOT_APPLICABLE") || status.equals("NO_RESULT")) {
            return new Result(status, Optional.empty(), Optional.empty(), Optional.empty());
        }
        int reached = 0;
        for (Level level : indicator.levels()) {
            boolean holds = true;
            for (Condition condition : level.conditions()) {
                holds = holds && holds(indicator, condition);
            }
            if (holds) {
                reached = level.number();
            } else if (indicator.ladder().value() == Ladder.CUMULATIVE) {
                break;
            }
        }
        BigFraction below = exact(agreement.belowLevelOne(indicator).score());
        boolean floor = below.compareTo(worth(indicator, 1)) == 0;
        int level = reached == 0 && floor ? 1 : reached;
        BigFraction score = level == 0 ? below : worth(indicator, level);
        if (indicator.interpolation().value() == Interpolation.LINEAR
                && status.equals("SCORED")
                && !(reached == 0 && floor)) {
            score = interpolated(indicator, reached, below);
        }
        BigFraction weight =
                left.equals(BigFraction.ZERO)
                        ? BigFraction.ZERO
                        : exact(indicator.weight()).multiply(100).divide(left);
        BigFraction points =
                weight.multiply(score).divide(worth(indicator, indicator.levels().size()));
        return new Result(status, Optional.of(level), Optional.of(score), Optional.of(points));
    }

    private BigFraction interpolated(Indicator indicator, int level, BigFraction below) {
        MeasureId measure = indicator.level(1).conditions().getFirst().measure();
        BigFraction x = number(indicator, measure);
        if (level == indicator.levels().size()) {
            return worth(indicator, level);
        }
        if (level == 0) {
            if (!agreement.belowLevelOne(indicator).linear()) {
                return below;
            }
            BigFraction part = x.divide(threshold(indicator, 1)).multiply(worth(indicator, 1));
            return part.signum() < 0 ? BigFraction.ZERO : part;
        }
        BigFraction from = threshold(indicator, level);
        BigFraction step = threshold(indicator, level + 1).subtract(from);
        return worth(indicator, level)
                .add(
                        x.subtract(from)
                                .divide(step)
                                .multiply(
                                        worth(indicator, level + 1)
                                                .subtract(worth(indicator, level))));
    }

    private static BigFraction threshold(Indicator indicator, int level) {
        return exact(
                ((Condition.Comparison) indicator.level(level).conditions().getFirst())
                        .threshold());
    }

    private static BigFraction worth(Indicator indicator, int level) {
        return exact(indicator.level(level).score());
    }

    private boolean holds(Indicator indicator, Condition condition) {
        MeasuredValue value = values.get(indicator.key(condition.measure()));
        boolean recorded = indicator.recordedMeasure(condition.measure()).isPresent();
        if (recorded && value == null) {
            return false;
        }
        return switch (condition) {
            case Condition.Done _ -> value instanceof MeasuredValue.Done;
            case Condition.DoneBy(var _, LocalDate deadline) ->
                    value instanceof MeasuredValue.Day(LocalDate day) && !day.isAfter(deadline);
            case Condition.Comparison(MeasureId measure, var operator, BigDecimal threshold) -> {
                int sign = number(indicator, measure).compareTo(exact(threshold));
                yield switch (operator) {
                    case AT_LEAST -> sign >= 0;
                    case MORE_THAN -> sign > 0;
                    case AT_MOST -> sign <= 0;
                    case LESS_THAN -> sign < 0;
                    case EQUAL_TO -> sign == 0;
                };
            }
        };
    }

    private BigFraction number(Indicator indicator, MeasureId id) {
        Optional<ComputedMeasure> computed = indicator.computedMeasure(id);
        if (computed.isPresent()) {
            return computed(indicator, computed.get());
        }
        MeasuredValue value = values.get(indicator.key(id));
        return switch (value) {
            case MeasuredValue.Ratio(BigDecimal amount, BigDecimal of) -> {
                BigFraction share = exact(amount).divide(exact(of)).multiply(100);
                yield switch (indicator.recordedMeasure(id).orElseThrow().kind()) {
                    case GROWTH -> share.subtract(100);
                    case REDUCTION -> share.subtract(100).negate();
                    default -> share;
                };
            }
            case MeasuredValue.Percentage(BigDecimal percent) -> exact(percent);
            case MeasuredValue.Count(BigDecimal count) -> exact(count);
            case MeasuredValue.Quantity(BigDecimal number) -> exact(number);
            case null, default -> throw new IllegalStateException("No number: " + id);
        };
    }

    private BigFraction computed(Indicator indicator, ComputedMeasure measure) {
        BigFraction number =
                switch (measure.computation()) {
                    case Computation.Points(var accumulation, var steps) ->
                            points(indicator, accumulation, steps);
                    case Computation.Combination combination -> combined(indicator, combination);
                    case Computation.Line(var of, var knots) -> {
                        List<BigFraction> at = new ArrayList<>();
                        List<BigFraction> points = new ArrayList<>();
                        for (Computation.Knot knot : knots) {
                            at.add(exact(knot.at()));
                            points.add(exact(knot.points()));
                        }
                        yield line(number(indicator, of), at, points);
                    }
                    case Computation.DayLine(var of, var days) -> {
                        List<BigFraction> at = new ArrayList<>();
                        List<BigFraction> points = new ArrayList<>();
                        for (Computation.DayKnot knot : days) {
                            at.add(BigFraction.of(knot.at().toEpochDay()));
                            points.add(exact(knot.points()));
                        }
                        yield values.get(indicator.key(of))
                                        instanceof MeasuredValue.Day(LocalDate day)
                                ? line(BigFraction.of(day.toEpochDay()), at, points)
                                : points.getLast();
                    }
                };
        if (measure.max().isPresent() && number.compareTo(exact(measure.max().get())) > 0) {
            number = exact(measure.max().get());
        }
        if (measure.min().isPresent() && number.compareTo(exact(measure.min().get())) < 0) {
            number = exact(measure.min().get());
        }
        return number;
    }

    private BigFraction points(
            Indicator indicator,
            Computation.Accumulation accumulation,
            List<Computation.Step> steps) {
        BigFraction sum = BigFraction.ZERO;
        Optional<BigFraction> best = Optional.empty();
        for (Computation.Step step : steps) {
            boolean holds = true;
            for (Condition condition : step.conditions()) {
                holds = holds && holds(indicator, condition);
            }
            if (holds) {
                BigFraction points = exact(step.points());
                sum = sum.add(points);
                best =
                        best.filter(found -> found.compareTo(points) > 0)
                                .or(() -> Optional.of(points));
            }
        }
        return accumulation == Computation.Accumulation.SUM ? sum : best.orElse(BigFraction.ZERO);
    }

    private BigFraction combined(Indicator indicator, Computation.Combination combination) {
        BigFraction sum = BigFraction.ZERO;
        BigFraction weights = BigFraction.ZERO;
        Optional<BigFraction> highest = Optional.empty();
        Optional<BigFraction> lowest = Optional.empty();
        for (Computation.Term term : combination.terms()) {
            BigFraction number = number(indicator, term.measure());
            sum = sum.add(number.multiply(exact(term.weight())));
            weights = weights.add(exact(term.weight()));
            highest = highest.filter(h -> h.compareTo(number) > 0).or(() -> Optional.of(number));
            lowest = lowest.filter(l -> l.compareTo(number) < 0).or(() -> Optional.of(number));
        }
        return switch (combination.aggregation()) {
            case SUM -> sum;
            case MEAN -> sum.divide(weights);
            case HIGHEST -> highest.orElseThrow();
            case LOWEST -> lowest.orElseThrow();
        };
    }

    private static BigFraction line(BigFraction x, List<BigFraction> at, List<BigFraction> points) {
        if (x.compareTo(at.getFirst()) <= 0) {
            return points.getFirst();
        }
        if (x.compareTo(at.getLast()) >= 0) {
            return points.getLast();
        }
        int k = 0;
        while (x.compareTo(at.get(k + 1)) > 0) {
            k++;
        }
        return points.get(k)
                .add(
                        x.subtract(at.get(k))
                                .divide(at.get(k + 1).subtract(at.get(k)))
                                .multiply(points.get(k + 1).subtract(points.get(k))));
    }

    private static BigFraction exact(BigDecimal decimal) {
        BigDecimal scaled = decimal.setScale(Math.max(decimal.scale(), 0));
        return BigFraction.of(scaled.unscaledValue(), BigInteger.TEN.pow(scaled.scale()));
    }
}
