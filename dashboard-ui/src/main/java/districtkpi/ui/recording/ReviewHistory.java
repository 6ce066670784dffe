package districtkpi.ui.recording;

import districtkpi.db.recording.ReviewAction;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.DayOfReceipt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How an indicator of a district stands in the review.
 *
 * @param steps the oldest first
 */
record ReviewHistory(List<ReviewStep> steps) {

    /** Of what nobody handed in yet. */
    static final ReviewHistory NONE = new ReviewHistory(List.of());

    ReviewHistory {
        steps = List.copyOf(steps);
    }

    static ReviewHistory of(List<ReviewStep> all, DistrictCode district, IndicatorId indicator) {
        return new ReviewHistory(
                all.stream()
                        .filter(step -> step.district().equals(district))
                        .filter(step -> step.indicator().equals(indicator))
                        .toList());
    }

    /** The newest step in force. */
    Optional<ReviewStep> last() {
        return ReviewStep.newest(steps).stream().findFirst();
    }

    /** The newest step, in force or not: whoever acts saw all until then. */
    OptionalLong lastId() {
        return steps.stream().mapToLong(ReviewStep::id).max();
    }

    /** How it was handed in, of what is handed in now. */
    Optional<ReviewStep> handedIn() {
        return newestHandIn(steps.stream().filter(ReviewStep::inForce));
    }

    /** How it was handed in last, even if that is no more: corrections start from it. */
    Optional<ReviewStep> handedInLast() {
        return newestHandIn(steps.stream());
    }

    /** Of what is not handed in any more because its import was undone, how it was handed in. */
    Optional<ReviewStep> undone() {
        return handedInLast()
                .filter(step -> step.undone().isPresent() && step.takenBackAt().isEmpty());
    }

    private static Optional<ReviewStep> newestHandIn(Stream<ReviewStep> steps) {
        return steps.filter(step -> step.action() == ReviewAction.SUBMITTED)
                .reduce((_, later) -> later);
    }

    ReviewState state() {
        return ReviewState.after(last());
    }

    /**
     * Whether figures came in after the newest step, or were undone, which nobody handed in or
     * reviewed so, or the evidence says another day than the one that counts.
     *
     * @param receipt the day of receipt of the evidence, where the agreement has one
     */
    boolean changedSince(
            Scoreboard scoreboard,
            DistrictCode district,
            Indicator indicator,
            Optional<DayOfReceipt> receipt) {
        return last().filter(step ->
                        !scoreboard.newestImport(district, indicator).equals(step.importId())
                                || receipt.filter(DayOfReceipt::changes).isPresent())
                .isPresent();
    }
}
