package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.importer.agreement.PrintedRanges.Plain;
import districtkpi.importer.agreement.PrintedRanges.Range;
import districtkpi.importer.agreement.PrintedRanges.Written;
import districtkpi.importer.issue.AgreementIssueCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the conditions of levels, and of the steps of computed measures. */
final class ConditionParser {

    /** The printed ends of a range. */
    private static final String FROM = "from";

    private static final String TO = "to";

    private ConditionParser() {}

    /** The field that says an operator, such as {@code atLeast}. */
    static String key(Operator operator) {
        return switch (operator) {
            case AT_LEAST -> "atLeast";
            case MORE_THAN -> "moreThan";
            case AT_MOST -> "atMost";
            case LESS_THAN -> "lessThan";
            case EQUAL_TO -> "equalTo";
        };
    }

    /**
     * A condition of a level, or a number between printed ends.
     *
     * @param measures that it can be about; absent where they could not be read
     */
    static Optional<Written> written(
            AgreementNode at, AgreementFields f, Optional<List<Measure>> measures) {
        if (at.format().readsPrintedNumbers()
                && (f.optional(FROM).isPresent() || f.optional(TO).isPresent())) {
            return range(at, f, measures).map(range -> range);
        }
        return condition(at, f, measures).map(Plain::new);
    }

    /** A number between two printed ends, one of which may be left out. */
    private static Optional<Range> range(
            AgreementNode at, AgreementFields f, Optional<List<Measure>> measures) {
        Optional<AgreementNode> measureAt = f.required("measure");
        Optional<AgreementNode> fromAt = f.optional(FROM);
        Optional<AgreementNode> toAt = f.optional(TO);
        f.refuseOthers();
        Optional<MeasureId> id =
                measureAt.flatMap(e -> e.id(MeasureId::of, IndicatorParser.FORM_OF_LOWER_ID));
        Optional<BigDecimal> from = fromAt.flatMap(AgreementNode::decimal);
        Optional<BigDecimal> to = toAt.flatMap(AgreementNode::decimal);
        if (id.isEmpty()
                || fromAt.isPresent() != from.isPresent()
                || toAt.isPresent() != to.isPresent()) {
            return Optional.empty();
        }
        if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
            at.report(
                    AgreementIssueCode.RANGE_REVERSED,
                    from.get().toPlainString(),
                    to.get().toPlainString());
            return Optional.empty();
        }
        boolean fits =
                measures.isEmpty()
                        || (fits(
                                        new Condition.Comparison(
                                                id.get(),
                                                Operator.AT_LEAST,
                                                from.or(() -> to).orElseThrow()),
                                        FROM + ", " + TO,
                                        measures.get(),
                                        measureAt.orElse(at))
                                && isWholeWhereCounted(
                                        id.get(), from, measures.get(), fromAt.orElse(at))
                                && isWholeWhereCounted(
                                        id.get(), to, measures.get(), toAt.orElse(at)));
        return fits ? Optional.of(new Range(id.get(), from, to, at)) : Optional.empty();
    }

    private static boolean isWholeWhereCounted(
            MeasureId measure, Optional<BigDecimal> end, List<Measure> measures, AgreementNode at) {
        return end.isEmpty()
                || isWholeWhereCounted(
                        new Condition.Comparison(measure, Operator.AT_LEAST, end.get()),
                        measures,
                        at);
    }

    /**
     * @param measures that it can be about; absent where they could not be read
     */
    static Optional<Condition> condition(
            AgreementNode at, AgreementFields f, Optional<List<Measure>> measures) {
        Optional<AgreementNode> measureAt = f.optional("measure");
        List<Operator> operators = new ArrayList<>();
        Optional<AgreementNode> thresholdAt = Optional.empty();
        for (Operator operator : Operator.values()) {
            Optional<AgreementNode> field = f.optional(key(operator));
            if (field.isPresent()) {
                operators.add(operator);
                thresholdAt = field;
            }
        }
        Optional<AgreementNode> doneAt = f.optional("done");
        Optional<AgreementNode> doneByAt = f.optional("doneBy");
        f.refuseOthers();
        int said = operators.size() + (doneAt.isPresent() ? 1 : 0) + (doneByAt.isPresent() ? 1 : 0);
        if (said != 1 || measureAt.isPresent() == doneAt.isPresent()) {
            at.report(AgreementIssueCode.CONDITION_UNCLEAR);
            return Optional.empty();
        }
        Optional<AgreementNode> nameAt = doneAt.or(() -> measureAt);
        Optional<MeasureId> id =
                nameAt.flatMap(e -> e.id(MeasureId::of, IndicatorParser.FORM_OF_LOWER_ID));
        Optional<Condition> condition;
        if (doneAt.isPresent()) {
            condition = id.map(Condition.Done::new);
        } else if (doneByAt.isPresent()) {
            Optional<LocalDate> deadline = doneByAt.flatMap(AgreementNode::day);
            condition = id.flatMap(m -> deadline.map(day -> new Condition.DoneBy(m, day)));
        } else {
            Optional<BigDecimal> threshold = thresholdAt.flatMap(AgreementNode::decimal);
            condition =
                    id.flatMap(m ->
                            threshold.map(number ->
                                    new Condition.Comparison(m, operators.getFirst(), number)));
        }
        AgreementNode numberAt = thresholdAt.orElse(at);
        return condition.filter(c ->
                measures.isEmpty()
                        || (fits(c, given(c), measures.get(), nameAt.orElse(at))
                                && isWholeWhereCounted(c, measures.get(), numberAt)));
    }

    /** The field that says what is compared. */
    private static String given(Condition condition) {
        return switch (condition) {
            case Condition.Comparison comparison -> key(comparison.operator());
            case Condition.Done _ -> "done";
            case Condition.DoneBy _ -> "doneBy";
        };
    }

    /** Whether a count is compared with a whole number: half a thing is refused as a result. */
    private static boolean isWholeWhereCounted(
            Condition condition, List<Measure> measures, AgreementNode at) {
        boolean whole =
                !(condition
                                instanceof
                                Condition.Comparison(
                                        var measure,
                                        Operator operator,
                                        BigDecimal threshold))
                        // Nothing equals half a thing, which is said where all levels are known.
                        || operator == Operator.EQUAL_TO
                        || threshold.stripTrailingZeros().scale() <= 0
                        || measures.stream()
                                .filter(known -> known.id().equals(measure))
                                .noneMatch(known -> known.kind() == MeasureKind.COUNT);
        if (!whole) {
            at.report(
                    AgreementIssueCode.COUNT_WITH_DECIMALS,
                    condition.measure(),
                    ((Condition.Comparison) condition).threshold().toPlainString());
        }
        return whole;
    }

    /** Whether the measure of a condition exists and is of a kind that the condition can judge. */
    private static boolean fits(
            Condition condition, String given, List<Measure> measures, AgreementNode at) {
        Optional<Measure> measure =
                measures.stream().filter(m -> m.id().equals(condition.measure())).findFirst();
        if (measure.isEmpty()) {
            at.report(
                    AgreementIssueCode.UNKNOWN_MEASURE,
                    condition.measure(),
                    AgreementIssues.listed(measures.stream().map(m -> m.id().value())));
            return false;
        }
        MeasureKind kind = measure.get().kind();
        boolean fits =
                switch (condition) {
                    case Condition.Comparison _ -> kind.isNumeric();
                    case Condition.Done _ -> kind == MeasureKind.DONE;
                    case Condition.DoneBy _ -> kind == MeasureKind.DATE;
                };
        if (!fits) {
            String taken =
                    switch (kind) {
                        case SHARE, GROWTH, REDUCTION, COUNT, NUMBER ->
                                "atLeast, moreThan, atMost, lessThan, equalTo";
                        case DONE -> "done";
                        case DATE -> "doneBy";
                    };
            at.report(
                    AgreementIssueCode.CONDITION_NOT_FOR_KIND,
                    condition.measure(),
                    kind.key(),
                    given,
                    taken);
        }
        return fits;
    }
}
