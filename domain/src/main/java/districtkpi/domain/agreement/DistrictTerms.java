package districtkpi.domain.agreement;

import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was agreed otherwise for one indicator in one district: a row of the table that stands
 * beside it. What it leaves open is as for everybody.
 *
 * @param targets in place of the thresholds of the levels that compare a number, from the lowest
 *     such level up; none where they are those of the levels. Measure and operator stay
 * @param deadlines in place of the days of the levels that ask for one, likewise
 * @param weight in place of that of the indicator, 0 to 100
 * @param applies false where the indicator is none of the district's: it needs no result
 */
public record DistrictTerms(
        DistrictCode district,
        List<BigDecimal> targets,
        List<LocalDate> deadlines,
        Optional<BigDecimal> weight,
        boolean applies) {

    public DistrictTerms {
        targets = List.copyOf(targets);
        deadlines = List.copyOf(deadlines);
        if (weight.filter(own -> own.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("A weight below 0 in " + district);
        }
        if (applies && targets.isEmpty() && deadlines.isEmpty() && weight.isEmpty()) {
            throw new IllegalArgumentException("Nothing differs in " + district);
        }
    }

    /** Whether a level asks for something else than in other districts. */
    public boolean changesLevels() {
        return changesTargets() || !deadlines.isEmpty();
    }

    /** Whether a level compares with another number than in other districts. */
    public boolean changesTargets() {
        return !targets.isEmpty();
    }
}
