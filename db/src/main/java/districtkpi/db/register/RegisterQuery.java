package districtkpi.db.register;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import java.util.Collection;
import java.util.List;

/** The register of a round. */
@FunctionalInterface
public interface RegisterQuery {

    /**
     * What is known of each district, asked for at once.
     *
     * @param agreement whose indicators are to be handed in
     * @return one for each district that there is, by code
     */
    List<RegisterEntry> find(Agreement agreement, Collection<DistrictCode> districts);
}
