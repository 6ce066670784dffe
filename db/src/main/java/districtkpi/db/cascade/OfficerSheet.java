package districtkpi.db.cascade;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A version of an officer's sheet as it was handed over. It is never changed.
 *
 * @param version from 1 for each officer in each round; the highest is in force
 * @param agreementVersion the version of the round's agreement that it was made from
 * @param officer as the officer was called then
 * @param assignments by indicator; their weights total 100
 * @param handedOverBy the name of the account; empty where there was none
 */
public record OfficerSheet(
        long id,
        RoundId round,
        DistrictCode district,
        long officerId,
        int version,
        int agreementVersion,
        OfficerData officer,
        List<Assignment> assignments,
        Instant handedOverAt,
        String handedOverBy,
        Optional<Acknowledgement> acknowledgement) {

    private static final int SHORT_DIGEST = 12;

    public OfficerSheet {
        assignments =
                assignments.stream().sorted(Comparator.comparing(Assignment::indicator)).toList();
    }

    /**
     * That the officer acknowledged the sheet, as the district's office recorded it.
     *
     * @param on the day on which the officer did
     * @param recordedBy the name of the account; empty where there was none
     */
    public record Acknowledgement(LocalDate on, Instant recordedAt, String recordedBy) {}

    /**
     * The beginning of the SHA-256 of all that was handed over, in lower-case hexadecimal digits.
     * It is worked out each time, so that paper that bears it shows whether the stored sheet is the
     * one that was printed.
     */
    public String shortSha256() {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("officer sheet\t" + id + "\t" + round + "\t" + district + "\t" + officerId);
        lines.add(version + "\t" + agreementVersion + "\t" + handedOverAt);
        lines.add(officer.post() + "\t" + officer.name());
        for (Assignment one : assignments) {
            lines.add(
                    one.indicator()
                            + "\t"
                            + one.weight().toPlainString()
                            + "\t"
                            + one.targetLevel()
                            + "\t"
                            + one.targetText());
        }
        return DigestUtils.sha256Hex(lines.toString()).substring(0, SHORT_DIGEST);
    }
}
