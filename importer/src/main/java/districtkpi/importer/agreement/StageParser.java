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
        return IndicatorParser.all(at, item -> item.fields().flatMap(f -> stage(item, f, levels)))
                .filter(StageParser::followEachOther);
    }

    /** The form alone, where the levels could not be read. */
    static void parseAlone(AgreementNode at) {
        at.items().orElse(List.of()).forEach(item -> item.fields().ifPresent(Form::new));
    }

    /** What can be read of a stage without looking at the levels. */
    private static final class Form {

        private final Optional<AgreementNode> untilAt;
        private final Optional<LocalDate> until;
        private final Optional<AgreementNode> targetsAt;
        private final Optional<List<BigDecimal>> targets;

        Form(AgreementFields fields) {
            untilAt = fields.required("until");
            until = untilAt.flatMap(AgreementNode::day);
            targetsAt = fields.required(TARGETS);
            targets = targetsAt.flatMap(StageParser::numbers);
            fields.refuseOthers();
        }
    }

    private static Optional<PlacedStage> stage(
            AgreementNode at, AgreementFields fields, LevelTargets levels) {
        Form form = new Form(fields);
        if (form.until.isEmpty() || form.targets.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> targets = form.targets.get();
        List<AgreementNode> places = form.targetsAt.flatMap(AgreementNode::items).orElse(List.of());
        if (!levels.fits(form.targetsAt, TARGETS, targets, Condition.Comparison.class)
                || !levels.areLikeTheLevels(targets, places)) {
            return Optional.empty();
        }
        return Optional.of(
                new PlacedStage(
                        new Stage(form.until.get(), targets),
                        at,
                        form.untilAt.orElseThrow(),
                        places));
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
