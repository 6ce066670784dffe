package districtkpi.office.reminder;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.Optional;

/** Where a district finds the form on which it records its results, for an e-mail. */
@FunctionalInterface
public interface FormAddress {

    /** The whole address; absent while nobody set where the program is to be found. */
    Optional<String> record(RoundId round, DistrictCode district);
}
