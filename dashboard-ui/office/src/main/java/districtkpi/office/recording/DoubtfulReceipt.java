package districtkpi.office.recording;

import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceDeadlines;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A day on which evidence is said to have come though the first of it came in later, by agreements
 * that do not have the day follow from the evidence. It stops nobody.
 *
 * @param measure whose figure is the day
 * @param day that counts
 * @param first on which the first evidence came in
 */
public record DoubtfulReceipt(Measure measure, LocalDate day, LocalDate first) {

    /**
     * Those of an indicator of a district.
     *
     * @param scoreboard the round with the figures that count now
     * @param evidence all that counts of the indicator
     */
    public static List<DoubtfulReceipt> find(
            Scoreboard scoreboard,
            DistrictCode district,
            Indicator indicator,
            Collection<Evidence> evidence) {
        Optional<LocalDate> first = Evidence.first(evidence).map(Evidence::day);
        List<DoubtfulReceipt> doubtful = new ArrayList<>();
        for (Measure measure : new EvidenceDeadlines(indicator).typedMeasures()) {
            Optional<LocalDate> said =
                    scoreboard
                            .measurement(district, indicator.key(measure.id()))
                            .map(Measurement::value)
                            .filter(MeasuredValue.Day.class::isInstance)
                            .map(value -> ((MeasuredValue.Day) value).day());
            if (said.isPresent() && first.isPresent() && first.get().isAfter(said.get())) {
                doubtful.add(new DoubtfulReceipt(measure, said.get(), first.get()));
            }
        }
        return doubtful;
    }
}
