package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.importer.agreement.IndicatorParser.Placed;
import districtkpi.importer.agreement.IndicatorParser.PlacedComputation;
import districtkpi.importer.agreement.IndicatorParser.PlacedLevel;
import districtkpi.importer.agreement.IndicatorParser.PlacedMeasure;
import districtkpi.importer.issue.AgreementIssueCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Numbers and days that stand in a table beside the levels and take the place of theirs: of single
 * districts, or until a day of the round.
 *
 * @param levels to which they belong
 */
record LevelTargets(List<Measure> measures, List<PlacedLevel> levels) {

    /** Whether there is one for each level that asks for one thing of a kind. */
    boolean fits(
            Optional<AgreementNode> at,
            String field,
            List<?> given,
            Class<? extends Condition> kind) {
        if (at.isEmpty()) {
            return true;
        }
        int asking = 0;
        for (PlacedLevel level : levels) {
            long conditions = level.level().conditions().stream().filter(kind::isInstance).count();
            if (conditions > 1) {
                at.get()
                        .report(
                                AgreementIssueCode.DISTRICT_TERMS_AMBIGUOUS,
                                field,
                                level.level().number(),
                                conditions);
                return false;
            }
            asking += (int) conditions;
        }
        if (asking != given.size()) {
            at.get().report(AgreementIssueCode.DISTRICT_TERMS_COUNT, field, given.size(), asking);
            return false;
        }
        return true;
    }

    /** Targets rise and fall from level to level as the thresholds do, and counts are whole. */
    boolean areLikeTheLevels(List<BigDecimal> targets, List<AgreementNode> places) {
        List<Condition.Comparison> agreed = comparisons();
        boolean alike = true;
        for (int i = 0; i < targets.size(); i++) {
            BigDecimal target = targets.get(i);
            Condition.Comparison here = agreed.get(i);
            boolean counted =
                    measures.stream()
                            .filter(one -> one.id().equals(here.measure()))
                            .anyMatch(one -> one.kind() == MeasureKind.COUNT);
            if (counted && target.stripTrailingZeros().scale() > 0) {
                places.get(i)
                        .report(
                                AgreementIssueCode.COUNT_WITH_DECIMALS,
                                here.measure(),
                                target.toPlainString());
                alike = false;
            }
            if (i > 0 && here.measure().equals(agreed.get(i - 1).measure())) {
                Condition.Comparison before = agreed.get(i - 1);
                if (target.compareTo(targets.get(i - 1))
                        != here.threshold().compareTo(before.threshold())) {
                    places.get(i)
                            .report(
                                    AgreementIssueCode.DISTRICT_TARGETS_NOT_ALIKE,
                                    targets.get(i - 1).toPlainString(),
                                    target.toPlainString(),
                                    before.threshold().toPlainString(),
                                    here.threshold().toPlainString());
                    alike = false;
                }
            }
        }
        return alike;
    }

    private List<Condition.Comparison> comparisons() {
        return levels.stream()
                .flatMap(level -> level.level().conditions().stream())
                .filter(Condition.Comparison.class::isInstance)
                .map(Condition.Comparison.class::cast)
                .toList();
    }

    /**
     * An indicator in which they stand, with their places, so that it can be checked like any
     * other.
     *
     * @param own the indicator with these numbers and days
     * @param row the place of all of them
     */
    static Placed placed(
            Placed placed,
            Indicator own,
            AgreementNode row,
            List<AgreementNode> targetPlaces,
            List<AgreementNode> deadlinePlaces) {
        Iterator<AgreementNode> targets = targetPlaces.iterator();
        Iterator<AgreementNode> deadlines = deadlinePlaces.iterator();
        List<PlacedLevel> levels = new ArrayList<>();
        for (PlacedLevel level : placed.levels()) {
            AgreementNode at = row;
            List<AgreementNode> conditions = new ArrayList<>();
            for (int i = 0; i < level.conditions().size(); i++) {
                AgreementNode place =
                        switch (level.level().conditions().get(i)) {
                            case Condition.Comparison _ when targets.hasNext() -> targets.next();
                            case Condition.DoneBy _ when deadlines.hasNext() -> deadlines.next();
                            case Condition.Comparison _, Condition.DoneBy _, Condition.Done _ ->
                                    row;
                        };
                conditions.add(place);
                at = place;
            }
            levels.add(new PlacedLevel(own.level(level.level().number()), at, conditions));
        }
        return new Placed(
                own,
                placed.measures().stream()
                        .map(measure -> new PlacedMeasure(measure.measure(), row))
                        .toList(),
                // Their steps are the same everywhere.
                placed.computed().stream()
                        .map(one -> new PlacedComputation(one.measure(), row, List.of()))
                        .toList(),
                levels,
                row,
                List.of(),
                List.of());
    }
}
