package districtkpi.db.scoreboard;

import districtkpi.db.agreement.StoredAgreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.Ranking;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A round as of a day: its agreement, its districts, the figures that count, and the ranking.
 *
 * @param asOf the day asked for; later figures do not count
 * @param districts of the agreement's province, valid on the round's last day, by code
 * @param measurements the figures that count, of each district
 */
public record Scoreboard(
        StoredAgreement stored,
        LocalDate asOf,
        List<District> districts,
        Map<DistrictCode, Map<MeasureKey, Measurement>> measurements,
        Ranking ranking) {

    /** True if the agreement or any figure that counts was made up to show the program. */
    public boolean demonstration() {
        return stored.agreement().demonstration()
                || measurements.values().stream()
                        .flatMap(figures -> figures.values().stream())
                        .anyMatch(figure -> figure.origin().demonstration());
    }

    public Optional<District> district(DistrictCode code) {
        return districts.stream().filter(district -> district.code().equals(code)).findFirst();
    }

    public Optional<Measurement> measurement(DistrictCode district, MeasureKey measure) {
        return Optional.ofNullable(measurements.getOrDefault(district, Map.of()).get(measure));
    }
}
