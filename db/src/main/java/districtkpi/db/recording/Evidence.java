package districtkpi.db.recording;

import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What bears out what was recorded: a file, without its bytes, or something on paper.
 *
 * @param name of the file as it may be shown, or what the paper is
 * @param recordedAt when the server had all of the file, or somebody recorded the paper
 * @param recordedBy the name of the account; empty where there was none
 */
public record Evidence(
        long id,
        RoundId round,
        DistrictCode district,
        IndicatorId indicator,
        String name,
        Form form,
        Instant recordedAt,
        String recordedBy) {

    /** How it came. */
    public sealed interface Form {

        /**
         * Online.
         *
         * @param bytes its size
         * @param sha256 of its bytes, 64 lower-case hexadecimal digits
         */
        record File(EvidenceType type, int bytes, String sha256) implements Form {}

        /**
         * On paper, which stays in the office.
         *
         * @param day on which the province received it, as whoever answers for the indicator says
         */
        record Paper(LocalDate day) implements Form {}
    }

    /** The day in Bangkok on which the province received it. */
    public LocalDate day() {
        return switch (form) {
            case Form.File _ -> Deadline.dayOf(recordedAt);
            case Form.Paper(LocalDate day) -> day;
        };
    }

    public boolean isPaper() {
        return form instanceof Form.Paper;
    }

    /** The first to be received: its day is that of the receipt of all of it. */
    public static Optional<Evidence> first(Collection<Evidence> counting) {
        return counting.stream()
                .min(Comparator.comparing(Evidence::day).thenComparing(Evidence::id));
    }
}
