package districtkpi.db.register;

import districtkpi.domain.place.DistrictCode;
import java.util.Optional;

/** Where the office of each district is reminded by e-mail; what it was before stays known. */
public interface OfficeAddressRepository {

    Optional<EmailAddress> find(DistrictCode district);

    /** From now on another address, or none. */
    void change(DistrictCode district, Optional<EmailAddress> address);
}
