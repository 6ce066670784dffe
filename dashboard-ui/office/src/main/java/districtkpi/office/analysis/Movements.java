package districtkpi.office.analysis;

import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.movement.RoundState;
import districtkpi.scoring.movement.TotalMovement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why the total of one district moved; corrections are found among its imports. */
@Component
class Movements {

    private final MeasurementRepository measurements;

    Movements(MeasurementRepository measurements) {
        this.measurements = measurements;
    }

    /**
     * Splits the change of a district's total from one round to another.
     *
     * @return absent unless the district has a total in both
     */
    Optional<TotalMovement> of(DistrictCode district, Scoreboard earlier, Scoreboard later) {
        return hasTotal(earlier, district) && hasTotal(later, district)
                ? TotalMovement.of(district, state(earlier, district), state(later, district))
                : Optional.empty();
    }

    private static boolean hasTotal(Scoreboard scoreboard, DistrictCode district) {
        return scoreboard
                .ranking()
                .row(district)
                .filter(row -> row.scorecard().total().points().isPresent())
                .isPresent();
    }

    private RoundState state(Scoreboard scoreboard, DistrictCode district) {
        Agreement agreement = scoreboard.agreement();
        Map<MeasureKey, MeasuredValue> values = scoreboard.values(district);
        Map<MeasureKey, MeasuredValue> first = new HashMap<>(values);
        for (Measurement figure :
                measurements.findFirstReported(agreement.round(), district, scoreboard.asOf())) {
            // What another version of the agreement asked for says nothing under this one.
            if (values.containsKey(figure.measure())
                    && agreement
                            .measure(figure.measure())
                            .filter(measure -> figure.value().isOf(measure.kind()))
                            .isPresent()) {
                first.put(figure.measure(), figure.value());
            }
        }
        return new RoundState(
                new Scorer(agreement).withOverrides(scoreboard.overrides()), values, first);
    }
}
