package districtkpi.ui.district;

import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.extract.ImportedWorking;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How those figures of a district came about that came out of extracts. */
final class Workings {

    private final Map<Key, LocalizedText> texts;

    private record Key(long importId, MeasureId measure) {}

    private Workings(Map<Key, LocalizedText> texts) {
        this.texts = texts;
    }

    /** All of a district, asked for at once. */
    static Workings of(Scoreboard scoreboard, DistrictCode district, ExtractRepository extracts) {
        return new Workings(
                extracts.workings(scoreboard.imports(district), district).stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        working -> new Key(working.importId(), working.measure()),
                                        ImportedWorking::text)));
    }

    /** Absent for a figure that somebody handed in as such. */
    Optional<LocalizedText> find(Measurement measurement) {
        return Optional.ofNullable(
                texts.get(
                        new Key(measurement.origin().importId(), measurement.measure().measure())));
    }
}
