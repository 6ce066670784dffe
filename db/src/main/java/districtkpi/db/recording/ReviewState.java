package districtkpi.db.recording;

import java.util.Locale;
import java.util.Optional;

/** How an indicator of a district stands in the review. */
public enum ReviewState {
    NOT_SUBMITTED,
    WAITING,
    REVIEWED,
    SENT_BACK;

    /**
     * The state after a step; without one nothing was handed in.
     *
     * @param last the newest that is in force
     */
    public static ReviewState after(Optional<ReviewStep> last) {
        return last.map(ReviewStep::action)
                .map(action ->
                        switch (action) {
                            case SUBMITTED -> WAITING;
                            case ACCEPTED -> REVIEWED;
                            case SENT_BACK -> SENT_BACK;
                            case TAKEN_BACK ->
                                    throw new IllegalArgumentException(
                                            "What takes another step back is not in force");
                        })
                .orElse(NOT_SUBMITTED);
    }

    /** Whether the district has to hand it in, for the first time or again. */
    public boolean isMissing() {
        return this == NOT_SUBMITTED || this == SENT_BACK;
    }

    /** The form in files and texts, such as {@code sent-back}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
