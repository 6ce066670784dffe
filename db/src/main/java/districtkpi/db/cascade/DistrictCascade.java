package districtkpi.db.cascade;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import java.util.Optional;
import java.util.Set;

/**
 * How far a district handed a round's agreement down. Only officers who serve count, and of their
 * sheets the newest that was handed over.
 *
 * @param acknowledgement of the newest version of the agreement that the district acknowledged
 * @param officers how many serve
 * @param withoutSheet to how many of them nothing was handed over
 * @param unacknowledged how many of their sheets nobody acknowledged
 * @param cascaded the indicators that some officer has
 */
public record DistrictCascade(
        DistrictCode district,
        Optional<AgreementAcknowledgement> acknowledgement,
        int officers,
        int withoutSheet,
        int unacknowledged,
        Set<IndicatorId> cascaded) {

    public DistrictCascade {
        cascaded = Set.copyOf(cascaded);
    }

    /** Of a district that did nothing yet. */
    public static DistrictCascade none(DistrictCode district) {
        return new DistrictCascade(district, Optional.empty(), 0, 0, 0, Set.of());
    }
}
