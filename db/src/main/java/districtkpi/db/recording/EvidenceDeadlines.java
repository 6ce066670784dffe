package districtkpi.db.recording;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the deadlines of an indicator say of its evidence. Evidence is kept however late it comes.
 *
 * @see "Decision record 0040: the day of receipt follows from the evidence"
 */
public record EvidenceDeadlines(Indicator indicator) {

    /** A day that a level asks for. */
    public record Due(Level level, MeasureId measure, LocalDate deadline) {}

    /** The days that the levels ask for, from the lowest level. */
    public List<Due> all() {
        List<Due> all = new ArrayList<>();
        for (Level level : indicator.levels()) {
            for (Condition condition : level.conditions()) {
                if (condition instanceof Condition.DoneBy by) {
                    all.add(new Due(level, by.measure(), by.deadline()));
                }
            }
        }
        return all;
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
