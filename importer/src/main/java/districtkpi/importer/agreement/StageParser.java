package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Stage;
import districtkpi.importer.agreement.IndicatorParser.Placed;
import districtkpi.importer.issue.AgreementIssueCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the targets that hold until days of the round. */
final class StageParser {

    private static final String TARGETS = "targets";

    private StageParser() {}

    /**
     * A stage with the places of its parts.
     *
     * @param targets one for each target
     */
    record PlacedStage(
            Stage stage, AgreementNode at, AgreementNode until, List<AgreementNode> targets) {}

    /** All stages of an indicator; nothing if one of them is faulty. */
    static Optional<List<PlacedStage>> parse(AgreementNode at, LevelTargets levels) {
        return IndicatorParser.all(at, item -> item.with(fields -> stage(item, fields, levels)))
                .filter(StageParser::followEachOther);
    }

    /** The form alone, where the levels could not be read. */
    static void parseAlone(AgreementNode at) {
        for (AgreementNode item : at.items().orElse(List.of())) {
            item.fields()
                    .ifPresent(fields -> {
                        fields.required("until").flatMap(AgreementNode::day);
                        fields.required(TARGETS).flatMap(StageParser::numbers);
                        fields.refuseOthers();
                    });
        }
    }

    private static Optional<PlacedStage> stage(
            AgreementNode at, AgreementFields fields, LevelTargets levels) {
        Optional<AgreementNode> untilAt = fields.required("until");
        Optional<LocalDate> until = untilAt.flatMap(AgreementNode::day);
        Optional<AgreementNode> targetsAt = fields.required(TARGETS);
        Optional<List<BigDecimal>> targets = targetsAt.flatMap(StageParser::numbers);
        if (until.isEmpty() || targets.isEmpty()) {
            return Optional.empty();
        }
        List<AgreementNode> places = targetsAt.flatMap(AgreementNode::items).orElse(List.of());
        if (!levels.fits(targetsAt, TARGETS, targets.get(), Condition.Comparison.class)
                || !levels.areLikeTheLevels(targets.get(), places)) {
            return Optional.empty();
        }
        return Optional.of(
                new PlacedStage(new Stage(until.get(), targets.get()), at, untilAt.get(), places));
    }

    private static Optional<List<BigDecimal>> numbers(AgreementNode at) {
        return IndicatorParser.all(at, AgreementNode::decimal);
    }

    private static boolean followEachOther(List<PlacedStage> stages) {
        boolean follow = true;
        for (int i = 1; i < stages.size(); i++) {
            LocalDate before = stages.get(i - 1).stage().until();
            PlacedStage here = stages.get(i);
            if (!here.stage().until().isAfter(before)) {
                here.until().report(AgreementIssueCode.STAGES_NOT_IN_ORDER, before);
                follow = false;
            }
        }
        return follow;
    }

    /** The indicator as it holds in each stage, with the places of its targets. */
    static List<Placed> own(Placed placed) {
        List<Placed> own = new ArrayList<>();
        for (PlacedStage stage : placed.stages()) {
            own.add(
                    LevelTargets.placed(
                            placed,
                            placed.indicator().on(stage.stage().until()),
                            stage.at(),
                            stage.targets(),
                            List.of()));
        }
        return own;
    }
}
