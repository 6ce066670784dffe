package districtkpi.db.recording;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Instant;

/**
 * A file that bears out what was recorded; without its bytes.
 *
 * @param file its name as it may be shown
 * @param bytes its size
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param receivedAt when the server had all of it
 * @param receivedFrom the name of the account; empty where there was none
 */
public record Evidence(
        long id,
        RoundId round,
        DistrictCode district,
        IndicatorId indicator,
        String file,
        EvidenceType type,
        int bytes,
        String sha256,
        Instant receivedAt,
        String receivedFrom) {}
