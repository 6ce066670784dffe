package districtkpi.db.agreement;

import districtkpi.domain.agreement.Agreement;
import java.time.Instant;

/**
 * An agreement with the document that it was read from.
 *
 * @param version from 1 for each round; the highest is in force
 * @param file name of the posted file
 * @param document the posted YAML text, whole
 * @param sha256 of the document, 64 lower-case hexadecimal digits
 */
public record StoredAgreement(
        long id,
        int version,
        String file,
        String document,
        String sha256,
        Instant storedAt,
        Agreement agreement) {}
