package districtkpi.db.recording;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the deadlines of an indicator say of its evidence. Evidence is kept however late it comes,
 * and moves no level by itself: the day that was recorded as that of its receipt does.
 */
public record EvidenceDeadlines(Indicator indicator) {

    /**
     * A level that evidence came too late for.
     *
     * @param level from 1 to 5
     */
    public record Missed(int level, LocalDate deadline) {}

    /** The levels that a piece of evidence came too late for, from the lowest. */
    public List<Missed> missedBy(Evidence evidence) {
        List<Missed> missed = new ArrayList<>();
        for (Level level : indicator.levels()) {
            for (Condition condition : level.conditions()) {
                if (condition instanceof Condition.DoneBy by
                        && new Deadline(by.deadline()).isMissedAt(evidence.receivedAt())) {
                    missed.add(new Missed(level.number(), by.deadline()));
                }
            }
        }
        return missed;
    }

    /** The measures whose day a deadline is about. */
    public List<Measure> measures() {
        List<MeasureId> ids =
                indicator.levels().stream()
                        .flatMap(level -> level.conditions().stream())
                        .filter(Condition.DoneBy.class::isInstance)
                        .map(Condition::measure)
                        .toList();
        return indicator.measures().stream().filter(measure -> ids.contains(measure.id())).toList();
    }

    /**
     * The day in Bangkok on which the first evidence came in online, where that is after a day that
     * was recorded: then one of the two is wrong, or the evidence came another way before.
     *
     * @param recorded the day that a measure of a deadline was said to be on
     * @param evidence all that counts of the indicator
     */
    public static Optional<LocalDate> cameInAfter(LocalDate recorded, List<Evidence> evidence) {
        return evidence.stream()
                .map(Evidence::receivedAt)
                .min(Comparator.naturalOrder())
                .map(Deadline::dayOf)
                .filter(first -> first.isAfter(recorded));
    }
}
