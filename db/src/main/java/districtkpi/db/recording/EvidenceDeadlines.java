package districtkpi.db.recording;

import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the deadlines of an indicator say of its evidence. Evidence is kept however late it comes.
 *
 * @see "Decision record 0040: the day of receipt follows from the evidence"
 */
public record EvidenceDeadlines(Indicator indicator) {

    /** A day that is asked for. */
    public sealed interface Due {

        /** Whose day it is. */
        MeasureId measure();

        LocalDate deadline();
    }

    /** A day that a level asks for. */
    public record LevelDue(Level level, MeasureId measure, LocalDate deadline) implements Due {}

    /** A day that a step of a computed measure asks for. */
    public record StepDue(Computation.Step step, MeasureId measure, LocalDate deadline)
            implements Due {}

    /**
     * The days that are asked for: by the levels, from the lowest one, then by the steps of what is
     * computed.
     */
    public List<Due> all() {
        List<Due> all = new ArrayList<>();
        for (Level level : indicator.levels()) {
            deadlines(level.conditions())
                    .map(by -> new LevelDue(level, by.measure(), by.deadline()))
                    .forEach(all::add);
        }
        for (ComputedMeasure computed : indicator.computedMeasures()) {
            if (computed.computation() instanceof Computation.Points points) {
                for (Computation.Step step : points.steps()) {
                    deadlines(step.conditions())
                            .map(by -> new StepDue(step, by.measure(), by.deadline()))
                            .forEach(all::add);
                }
            }
        }
        return all;
    }

    private static Stream<Condition.DoneBy> deadlines(List<Condition> conditions) {
        return conditions.stream()
                .filter(Condition.DoneBy.class::isInstance)
                .map(Condition.DoneBy.class::cast);
    }

    /** Those that what came on a day came too late for. */
    public List<Due> missedOn(LocalDate day) {
        return all().stream().filter(due -> new Deadline(due.deadline()).isMissedOn(day)).toList();
    }

    /**
     * The measures of these days that are recorded by themselves, as agreements had it at first.
     */
    public List<Measure> typedMeasures() {
        List<MeasureId> ids = all().stream().map(Due::measure).toList();
        return indicator.measures().stream()
                .filter(measure -> ids.contains(measure.id()))
                .filter(measure -> !measure.evidenceReceipt())
                .toList();
    }
}
