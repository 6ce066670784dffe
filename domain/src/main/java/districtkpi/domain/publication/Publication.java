package districtkpi.domain.publication;

import districtkpi.domain.agreement.RoundId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A frozen revision of a round: its agreement, measurements, scores and ranks as they were
 * published. Never changed: a correction is a new revision.
 *
 * @param id that it is stored under
 * @param revision from 1 for each round
 * @param asOf the day up to which figures count
 * @param reason why there is another revision; empty for the first
 * @param sha256 of the published record, 64 lower-case hexadecimal digits
 * @param publishedBy name of the account; empty where the program did
 * @param engineVersion of the rules that scored it
 */
public record Publication(
        long id,
        RoundId round,
        int revision,
        LocalDate asOf,
        Instant publishedAt,
        String reason,
        String sha256,
        String publishedBy,
        int engineVersion) {

    private static final int SHORT = 12;

    /** The beginning of the digest: enough to tell revisions apart, on paper too. */
    public String shortSha256() {
        return sha256.substring(0, SHORT);
    }
}
