package districtkpi.office.recording;

import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceDeadlines;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The day on which the province received the evidence of an indicator of a district: that of the
 * earliest that counts. Nobody types it.
 *
 * @param measure whose day it is
 * @param firstDay of the round: what came before it was there on that day
 * @param first the evidence that it comes from; absent where none counts
 * @param counting the figure of the measure that counts now, from whatever file
 * @param recordedOnline whether that figure was recorded online; else a file of the province says
 *     it
 * @see "Decision record 0040: the day of receipt follows from the evidence"
 */
public record DayOfReceipt(
        Indicator indicator,
        Measure measure,
        LocalDate firstDay,
        Optional<Evidence> first,
        Optional<Measurement> counting,
        boolean recordedOnline) {

    /** The day that is recorded; absent where no evidence counts. */
    public Optional<LocalDate> day() {
        return first.map(Evidence::day).map(day -> day.isBefore(firstDay) ? firstDay : day);
    }

    /** The day of the figure that counts now; absent where it says that nothing was received. */
    public Optional<LocalDate> countingDay() {
        return counting.map(Measurement::value)
                .filter(MeasuredValue.Day.class::isInstance)
                .map(value -> ((MeasuredValue.Day) value).day());
    }

    /** The days of the levels that ask for this one. */
    public List<EvidenceDeadlines.Due> due() {
        return ofMeasure(new EvidenceDeadlines(indicator).all());
    }

    /** Those of them that evidence of a day came too late for. */
    public List<EvidenceDeadlines.Due> missedOn(LocalDate day) {
        return ofMeasure(new EvidenceDeadlines(indicator).missedOn(day));
    }

    private List<EvidenceDeadlines.Due> ofMeasure(List<EvidenceDeadlines.Due> days) {
        return days.stream().filter(due -> due.measure().equals(measure.id())).toList();
    }

    /**
     * Whether the evidence says something else than the figure that counts now: then that is what
     * is recorded next. Without evidence a figure of the province's own files stays.
     */
    public boolean changes() {
        return first.isPresent() ? !countingDay().equals(day()) : countsWhatWasWithdrawn();
    }

    /** Whether the figure that counts now was recorded online, and no evidence bears it out. */
    boolean countsWhatWasWithdrawn() {
        return first.isEmpty() && countingDay().isPresent() && recordedOnline;
    }

    /** Whether the figure that counts now is from a file of the province. */
    public boolean countsProvincesFile() {
        return counting.isPresent() && !recordedOnline;
    }
}
