package districtkpi.db.register;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.List;

/** The steps of printed reports; they are only ever added. */
public interface SubmissionRepository {

    /** All steps of a district in a round, the oldest first. */
    List<SubmissionStep> find(RoundId round, DistrictCode district);

    /** Whoever is signed in printed the report. */
    void addPrinted(RoundId round, DistrictCode district);

    /**
     * Whoever is signed in received the report.
     *
     * @param day in Bangkok
     * @param note at most 1,000 characters; may be empty
     */
    void addReceived(RoundId round, DistrictCode district, LocalDate day, String note);

    /**
     * The receipt was a mistake.
     *
     * @param note at most 1,000 characters; never blank
     */
    void addWithdrawn(RoundId round, DistrictCode district, String note);
}
