package districtkpi.office.words;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Distance;
import districtkpi.scoring.Distance.Direction;
import districtkpi.scoring.Percent;
import districtkpi.scoring.PlainDecimal;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** What is said about the measures of one indicator: values, conditions, distances. */
public final class MeasureWords {

    private final Words words;
    private final Indicator indicator;

    public MeasureWords(Words words, Indicator indicator) {
        this.words = words;
        this.indicator = indicator;
    }

    /** The name of a measure. */
    public String name(MeasureId id) {
        return words.of(measure(id).name());
    }

    /** The value alone, in its unit: {@code 1,234.50 บาท}, {@code ดำเนินการแล้ว}. */
    public String value(Measure measure, MeasuredValue value) {
        return switch (value) {
            case MeasuredValue.Ratio ratio -> inUnit(measure, ratio.value());
            case MeasuredValue.Percentage _ -> percent(measure, value).orElse("");
            case MeasuredValue.Count count -> inUnit(measure, count.count());
            case MeasuredValue.Quantity number -> inUnit(measure, number.number());
            case MeasuredValue.Done done ->
                    done.day()
                            .map(day -> words.of("value.done-on", words.date(day)))
                            .orElseGet(() -> words.of("value.done"));
            case MeasuredValue.NotDone() ->
                    words.of(
                            measure.kind() == MeasureKind.DATE
                                    ? "value.not-received"
                                    : "value.not-done");
            case MeasuredValue.Day(var day) -> words.date(day);
            case MeasuredValue.NotApplicable _ -> words.of("value.not-applicable");
        };
    }

    /** What a ratio is compared with, in its unit; absent for everything else. */
    public Optional<String> comparedWith(Measure measure, MeasuredValue value) {
        return value instanceof MeasuredValue.Ratio ratio
                ? Optional.of(inUnit(measure, ratio.of()))
                : Optional.empty();
    }

    /** The percentage that a condition compares; absent for everything that is not a ratio. */
    public Optional<String> percent(Measure measure, MeasuredValue value) {
        return Percent.of(measure.kind(), value)
                .map(percent -> words.of("value.percent", words.percentage(percent)));
    }

    /** A number that a condition compares, in the form of its threshold: {@code 70.05 %}. */
    public String compared(Condition.Comparison condition, BigFraction number) {
        Measure measure = measure(condition.measure());
        return measure.kind().isRatio()
                ? words.of("value.percent", words.percentage(number))
                : inUnit(measure, new BigDecimal(PlainDecimal.of(number)));
    }

    /** The machine reading of a condition: {@code จำนวนครัวเรือน ≥ 85 %}. */
    public String condition(Condition condition) {
        String name = name(condition.measure());
        return switch (condition) {
            case Condition.Comparison comparison ->
                    words.of(
                            "condition.comparison",
                            name,
                            comparison.operator().symbol(),
                            threshold(comparison));
            case Condition.Done _ -> words.of("condition.done", name);
            case Condition.DoneBy doneBy ->
                    words.of("condition.done-by", name, words.date(doneBy.deadline()));
        };
    }

    /** The machine reading without the measure's name and with the operator as a word. */
    public String conditionInWords(Condition condition) {
        return switch (condition) {
            case Condition.Comparison comparison ->
                    operator(comparison.operator()) + " " + threshold(comparison);
            case Condition.Done _ -> words.of("value.done");
            case Condition.DoneBy doneBy -> words.of("condition.by", words.date(doneBy.deadline()));
        };
    }

    /** The bounds of all levels in their order, such as {@code ≥ 100 / ≥ 105 households}. */
    public String bounds(Indicator indicator) {
        return indicator.levels().stream()
                .flatMap(level -> level.conditions().stream())
                .filter(Condition.Comparison.class::isInstance)
                .map(this::bound)
                .collect(Collectors.joining(" / "));
    }

    /** What a condition asks for, without the measure's name: {@code ≥ 85 %}. */
    public String bound(Condition condition) {
        return switch (condition) {
            case Condition.Comparison comparison ->
                    comparison.operator().symbol() + "\u00a0" + threshold(comparison);
            case Condition.Done _ -> words.of("value.done");
            case Condition.DoneBy doneBy ->
                    words.of("condition.by", words.shortDate(doneBy.deadline()));
        };
    }

    /** A value as a condition compares it: the percentage of a ratio, else the value itself. */
    public String standing(Measure measure, MeasuredValue value) {
        return percent(measure, value).orElseGet(() -> value(measure, value));
    }

    /** What is lacking: {@code ขาดอีก 3 กิจกรรม}. */
    public String distance(Distance distance) {
        return switch (distance) {
            case Distance.Amount amount -> amount(amount);
            case Distance.PercentagePoints points -> percentagePoints(points);
            case Distance.StepToDo _ -> words.of("distance.to-do");
            case Distance.FigureMissing _ -> words.of("distance.missing");
            case Distance.DueBy dueBy -> words.of("distance.due-by", words.date(dueBy.deadline()));
            case Distance.OutOfReach _ -> words.of("distance.out-of-reach");
        };
    }

    private String amount(Distance.Amount amount) {
        Measure measure = measure(amount.measure());
        // The unit follows with the target; English would have to say "1 activity" otherwise.
        String lacking =
                words.isThai()
                        ? inUnit(measure, amount.amount())
                        : words.amount(amount.amount(), measure.decimals());
        return words.of(
                amount.direction() == Direction.MORE ? "distance.more" : "distance.less",
                lacking,
                inUnit(measure, amount.target()));
    }

    private String percentagePoints(Distance.PercentagePoints points) {
        String key =
                points.direction() == Direction.MORE
                        ? points.strict() ? "distance.points-more-strict" : "distance.points-more"
                        : points.strict() ? "distance.points-less-strict" : "distance.points-less";
        return words.of(key, words.number(points.points()));
    }

    private String operator(Operator operator) {
        return switch (operator) {
            case AT_LEAST -> words.of("operator.at-least");
            case MORE_THAN -> words.of("operator.more-than");
            case AT_MOST -> words.of("operator.at-most");
            case LESS_THAN -> words.of("operator.less-than");
            case EQUAL_TO -> words.of("operator.equal-to");
        };
    }

    private String threshold(Condition.Comparison comparison) {
        Measure measure = measure(comparison.measure());
        return measure.kind().isRatio()
                ? words.of("value.percent", words.number(comparison.threshold()))
                : inUnit(measure, comparison.threshold());
    }

    private String inUnit(Measure measure, BigDecimal amount) {
        String number = words.amount(amount, measure.decimals());
        return measure.countedIn()
                .map(unit -> words.of("value.in-unit", number, words.of(unit.name())))
                .orElse(number);
    }

    private Measure measure(MeasureId id) {
        return indicator
                .measure(id)
                .orElseThrow(() -> new IllegalArgumentException("No measure " + indicator.key(id)));
    }
}
