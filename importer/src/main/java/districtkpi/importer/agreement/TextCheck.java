package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Measure;
import districtkpi.importer.agreement.IndicatorParser.Placed;
import districtkpi.importer.agreement.IndicatorParser.PlacedLevel;
import districtkpi.importer.issue.AgreementIssueCode;
import java.util.List;

/**
 * Holds the conditions of levels against their texts. Only what a text says for sure, and of the
 * same measure, is held against them: a slip of a digit in one of the two.
 */
final class TextCheck {

    private TextCheck() {}

    static void check(Placed placed) {
        List<Measure> measures = placed.indicator().allMeasures();
        for (PlacedLevel level : placed.levels()) {
            if (level.level().basis() == Basis.STATED) {
                PrintedReading reading =
                        PrintedConditionReader.propose(level.level().text().th(), measures);
                if (reading.isSure()) {
                    reading.conditions().forEach(said -> check(level, said));
                }
            }
        }
    }

    /** Ranges are left alone: what they mean follows from the levels beside them. */
    private static void check(PlacedLevel level, PrintedCondition said) {
        if (!(said instanceof PrintedCondition.Plain(Condition text))) {
            return;
        }
        List<Condition> own =
                level.level().conditions().stream()
                        .filter(condition -> isAlike(condition, text))
                        .toList();
        if (own.size() == 1 && !isSame(own.getFirst(), text)) {
            int place = level.level().conditions().indexOf(own.getFirst());
            level.conditions()
                    .get(place)
                    .report(
                            AgreementIssueCode.TEXT_SAYS_OTHERWISE,
                            shown(text),
                            shown(own.getFirst()));
        }
    }

    private static boolean isAlike(Condition one, Condition other) {
        return one.getClass() == other.getClass() && one.measure().equals(other.measure());
    }

    private static boolean isSame(Condition one, Condition other) {
        if (one instanceof Condition.Comparison(var _, var operator, var threshold)
                && other instanceof Condition.Comparison there) {
            return operator == there.operator() && threshold.compareTo(there.threshold()) == 0;
        }
        return one.equals(other);
    }

    private static String shown(Condition condition) {
        return switch (condition) {
            case Condition.Comparison(var _, var operator, var threshold) ->
                    operator.symbol() + " " + threshold.toPlainString();
            case Condition.DoneBy(var _, var deadline) -> deadline.toString();
            case Condition.Done(var measure) -> measure.toString();
        };
    }
}
