package districtkpi.domain.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A last day, which counts to its end in Bangkok: what comes at 23:59:59 of the day is on time,
 * what comes at 00:00:00 of the next one is late, wherever the server stands.
 */
public record Deadline(LocalDate day) {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** The day that it is in Bangkok at a moment. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, BANGKOK);
    }

    /** Whether what came at a moment came too late. */
    public boolean isMissedAt(Instant moment) {
        return isMissedOn(dayOf(moment));
    }

    /** Whether what came on a day came too late. */
    public boolean isMissedOn(LocalDate other) {
        return other.isAfter(day);
    }
}
