package districtkpi.ui.recording;

import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceDeadlines;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the day that evidence is said to have come on does not go with when it came in, by
 * agreements that do not have the day follow from the evidence.
 */
record EvidenceRemarks(Words words) {

    /** A remark for each such day that counts; it stops nobody. */
    List<Remark> of(
            Scoreboard scoreboard,
            DistrictCode district,
            Indicator indicator,
            List<Evidence> evidence) {
        List<Remark> remarks = new ArrayList<>();
        for (Measure measure : new EvidenceDeadlines(indicator).typedMeasures()) {
            scoreboard
                    .measurement(district, indicator.key(measure.id()))
                    .map(Measurement::value)
                    .filter(MeasuredValue.Day.class::isInstance)
                    .map(value -> ((MeasuredValue.Day) value).day())
                    .ifPresent(day ->
                            Evidence.first(evidence)
                                    .map(Evidence::day)
                                    .filter(first -> first.isAfter(day))
                                    .map(first -> remark(measure, day, first))
                                    .ifPresent(remarks::add));
        }
        return remarks;
    }

    private Remark remark(Measure measure, LocalDate day, LocalDate first) {
        return new Remark(
                words.of(
                        "evidence.came-in-after",
                        words.of(measure.name()),
                        words.shortDate(day),
                        words.shortDate(first)));
    }
}
