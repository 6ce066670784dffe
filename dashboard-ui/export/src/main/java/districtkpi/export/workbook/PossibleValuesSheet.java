package districtkpi.export.workbook;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.ValueRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Values that a missing figure can turn out to have, and the levels that each allows: between them
 * they meet and miss the conditions on a measure in every way that matters for the lowest and the
 * highest level.
 *
 * <p>Where the levels only want more of a measure, or only less, its worst and its best value are
 * enough. Where they want both, every value on, between and around the thresholds is there. All are
 * worked out from the thresholds, so that they follow when others are tried.
 */
final class PossibleValuesSheet {

    static final String NAME = "possible_values";
    static final int VALUE = 2;
    static final int FIRST_LEVEL = 3;

    private static final List<String> COLUMNS = List.of("indicator", "measure", "value");
    private static final Set<Operator> WANTS_MORE = Set.of(Operator.AT_LEAST, Operator.MORE_THAN);
    private static final Set<Operator> WANTS_LESS = Set.of(Operator.AT_MOST, Operator.LESS_THAN);

    /**
     * The values of a measure.
     *
     * @param ordered whether they are two, the worst and the best for every level at once
     * @param first row of the first
     * @param formulas one for each
     */
    record Values(boolean ordered, int first, List<String> formulas) {

        List<Integer> rows() {
            return IntStream.range(first, first + formulas.size()).boxed().toList();
        }
    }

    private record Key(Optional<DistrictCode> owner, IndicatorId indicator, MeasureId measure) {}

    private final ScoredRound round;
    private final AgreementSheet terms;
    private final ConditionFormula conditions;
    private final Map<Key, Values> values = new HashMap<>();

    PossibleValuesSheet(ScoredRound round, AgreementSheet terms, ConditionFormula conditions) {
        this.round = round;
        this.terms = terms;
        this.conditions = conditions;
        int row = 1;
        for (Owned owned : owned()) {
            for (Measure measure : owned.indicator().measures()) {
                Values found = values(owned, measure, row);
                values.put(new Key(owned.owner(), owned.indicator().id(), measure.id()), found);
                row += found.formulas().size();
            }
        }
    }

    /** An indicator as it holds for all districts, or for one that has other levels. */
    private record Owned(Optional<DistrictCode> owner, Indicator indicator) {}

    private List<Owned> owned() {
        List<Owned> owned = new ArrayList<>();
        round.indicators().forEach(one -> owned.add(new Owned(Optional.empty(), one)));
        for (DistrictCode district : round.districtsWithTerms()) {
            for (Indicator indicator : round.indicators(district)) {
                Optional<DistrictCode> owner = ScoredRound.owner(district, indicator);
                if (owner.isPresent()) {
                    owned.add(new Owned(owner, indicator));
                }
            }
        }
        // What is computed of several figures can become too many numbers to write them down.
        owned.removeIf(one -> !one.indicator().computedMeasures().isEmpty());
        return owned;
    }

    /** The values of a measure of an indicator. */
    Values of(Optional<DistrictCode> owner, Indicator indicator, Measure measure) {
        Values found = values.get(new Key(owner, indicator.id(), measure.id()));
        if (found == null) {
            throw new IllegalArgumentException("No values for " + indicator.key(measure.id()));
        }
        return found;
    }

    void write(Worksheet sheet) {
        Sheets.header(sheet, Sheets.withLevels(COLUMNS, round.agreement(), "allowed"));
        for (Owned owned : owned()) {
            for (Measure measure : owned.indicator().measures()) {
                write(sheet, owned, measure);
            }
        }
    }

    private void write(Worksheet sheet, Owned owned, Measure measure) {
        Indicator indicator = owned.indicator();
        Values found = of(owned.owner(), indicator, measure);
        int row = found.first();
        for (String formula : found.formulas()) {
            sheet.value(row, 0, indicator.id().value());
            sheet.value(row, 1, measure.id().value());
            Sheets.formula(sheet, row, VALUE, formula);
            for (Level level : indicator.levels()) {
                Sheets.formula(
                        sheet,
                        row,
                        FIRST_LEVEL + level.number() - 1,
                        conditions.allowedByValue(
                                Place.cell(row, VALUE), owned.owner(), indicator, measure, level));
            }
            row++;
        }
    }

    private Values values(Owned owned, Measure measure, int first) {
        Indicator indicator = owned.indicator();
        List<String> thresholds = new ArrayList<>();
        List<Operator> operators = new ArrayList<>();
        for (Level level : indicator.levels()) {
            for (int i = 0; i < level.conditions().size(); i++) {
                Condition condition = level.conditions().get(i);
                if (condition.measure().equals(measure.id())) {
                    thresholds.add(
                            Place.cell(
                                    AgreementSheet.NAME,
                                    terms.row(owned.owner(), indicator, level.number(), i),
                                    AgreementSheet.THRESHOLD));
                    if (condition instanceof Condition.Comparison comparison) {
                        operators.add(comparison.operator());
                    }
                }
            }
        }
        String all = String.join(",", thresholds);
        return switch (measure.kind()) {
            case DONE -> new Values(true, first, List.of("\"no\"", "\"yes\""));
            case DATE ->
                    // Any day will do where no level names a deadline.
                    thresholds.isEmpty()
                            ? new Values(true, first, List.of("1", "1"))
                            : new Values(
                                    true, first, List.of("MAX(" + all + ")+1", "MIN(" + all + ")"));
            case SHARE, GROWTH, REDUCTION, COUNT, NUMBER -> {
                Numbers numbers = new Numbers(ValueRange.of(measure.kind()), thresholds);
                if (WANTS_MORE.containsAll(operators)) {
                    yield new Values(true, first, List.of(numbers.lowest(), numbers.highest()));
                }
                if (WANTS_LESS.containsAll(operators)) {
                    yield new Values(true, first, List.of(numbers.highest(), numbers.lowest()));
                }
                yield new Values(false, first, numbers.onEverySide(first));
            }
        };
    }

    /**
     * Formulas for numbers that a measure can have at all.
     *
     * @param thresholds cells
     */
    private record Numbers(ValueRange range, List<String> thresholds) {

        String lowest() {
            return end(range.lowest(), "MIN", "ROUNDDOWN", "-1");
        }

        String highest() {
            return end(range.highest(), "MAX", "ROUNDUP", "+1");
        }

        private String end(
                @Nullable BigDecimal bound, String furthest, String rounded, String beyond) {
            if (bound != null) {
                return bound.toPlainString();
            }
            return within(
                    thresholds.isEmpty()
                            ? "0"
                            : rounded
                                    + "("
                                    + furthest
                                    + "("
                                    + String.join(",", thresholds)
                                    + "),0)"
                                    + beyond);
        }

        private String within(String formula) {
            BigDecimal lowest = range.lowest();
            BigDecimal highest = range.highest();
            String bounded =
                    lowest == null
                            ? formula
                            : "MAX(" + lowest.toPlainString() + "," + formula + ")";
            return highest == null
                    ? bounded
                    : "MIN(" + highest.toPlainString() + "," + bounded + ")";
        }

        /** Numbers on every side of the thresholds, and on them. */
        List<String> onEverySide(int first) {
            List<String> formulas = new ArrayList<>();
            if (range.whole()) {
                for (String threshold : thresholds) {
                    String whole = "INT(" + threshold + ")";
                    formulas.add(within(whole + "-1"));
                    formulas.add(within(whole));
                    formulas.add(within(whole + "+1"));
                }
                return formulas;
            }
            thresholds.forEach(threshold -> formulas.add(within(threshold)));
            formulas.add(lowest());
            formulas.add(highest());
            String knots = Place.fixed(first, first + formulas.size() - 1, VALUE);
            int between = formulas.size() - 1;
            for (int i = 1; i <= between; i++) {
                formulas.add(
                        "(SMALL(" + knots + "," + i + ")+SMALL(" + knots + "," + (i + 1) + "))/2");
            }
            return formulas;
        }
    }
}
