package districtkpi.ui.recording;

import districtkpi.db.recording.Evidence;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.DoubtfulReceipt;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import java.util.List;

/** Says where the day that evidence is said to have come on does not go with when it came in. */
record EvidenceRemarks(Words words) {

    /** A remark for each such day that counts. */
    List<Remark> of(
            Scoreboard scoreboard,
            DistrictCode district,
            Indicator indicator,
            List<Evidence> evidence) {
        return DoubtfulReceipt.find(scoreboard, district, indicator, evidence).stream()
                .map(this::remark)
                .toList();
    }

    private Remark remark(DoubtfulReceipt doubtful) {
        return new Remark(
                words.of(
                        "evidence.came-in-after",
                        words.of(doubtful.measure().name()),
                        words.shortDate(doubtful.day()),
                        words.shortDate(doubtful.first())));
    }
}
