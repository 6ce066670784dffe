package districtkpi.office.register;

import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.OfficeAddressRepository;
import districtkpi.domain.place.DistrictCode;
import java.util.Map;
import java.util.Optional;

/** Changes the address of an office, which the audit says in the same transaction. */
record AddressChange(OfficeAddressRepository addresses, AuditTrail audit) {

    /** Does nothing where both are the same. */
    void make(DistrictCode district, Optional<EmailAddress> before, Optional<EmailAddress> after) {
        if (!before.equals(after)) {
            addresses.change(district, after);
            audit.record(
                    AuditAction.ADDRESS_CHANGED,
                    "office of district " + district,
                    described(before),
                    described(after));
        }
    }

    private static Map<String, String> described(Optional<EmailAddress> address) {
        return address.map(one -> Map.of("address", one.value())).orElse(Map.of());
    }
}
