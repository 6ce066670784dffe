package districtkpi.db.register;

import districtkpi.domain.place.DistrictCode;
import java.util.Map;
import java.util.Optional;

/** Where the office of each district is reminded by e-mail; what it was before stays known. */
public interface OfficeAddressRepository {

    Optional<EmailAddress> find(DistrictCode district);

    /** Of every district that has one. */
    Map<DistrictCode, EmailAddress> findAll();

    /** From now on another address, or none. */
    void change(DistrictCode district, Optional<EmailAddress> address);
}
