package districtkpi.office.analysis;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Set;

/**
 * What imports changed since whoever looks was here before.
 *
 * @param imports that came in since then
 */
public record Recent(Scoreboard scoreboard, Set<Long> imports) {

    public Recent {
        imports = Set.copyOf(imports);
    }

    /** Whether a figure that counts came in since then. */
    public boolean isChanged(DistrictCode district, Indicator indicator) {
        return !imports.isEmpty()
                && indicator.measures().stream()
                        .flatMap(measure ->
                                scoreboard
                                        .measurement(district, indicator.key(measure.id()))
                                        .stream())
                        .anyMatch(figure -> imports.contains(figure.origin().importId()));
    }

    /** The indicators of a district of which that is so, in the order of the agreement. */
    public List<IndicatorId> of(DistrictCode district) {
        return imports.isEmpty()
                ? List.of()
                : scoreboard
                        .agreement()
                        .indicators()
                        .filter(indicator -> isChanged(district, indicator))
                        .map(Indicator::id)
                        .toList();
    }

    /** Whether that is so of any. */
    public boolean isAny() {
        return scoreboard.districts().stream().anyMatch(district -> !of(district.code()).isEmpty());
    }
}
