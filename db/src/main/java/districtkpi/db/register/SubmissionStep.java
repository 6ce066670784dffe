package districtkpi.db.register;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a district's printed report on its way to the province.
 *
 * @param id ascending
 * @param receivedOn the day in Bangkok on which the province received it; of a receipt only
 * @param note may be empty; of a withdrawal why
 */
public record SubmissionStep(
        long id, SubmissionAction action, @Nullable LocalDate receivedOn, String note, Done done) {

    public Optional<LocalDate> day() {
        return Optional.ofNullable(receivedOn);
    }
}
