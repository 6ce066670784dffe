package districtkpi.ui.recording;

import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.recording.DayOfReceipt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an indicator of a district stands in the review.
 *
 * @param steps the oldest first
 */
record Standing(List<ReviewStep> steps) {

    Standing {
        steps = List.copyOf(steps);
    }

    static Standing of(List<ReviewStep> all, DistrictCode district, IndicatorId indicator) {
        return new Standing(
                all.stream()
                        .filter(step -> step.district().equals(district))
                        .filter(step -> step.indicator().equals(indicator))
                        .toList());
    }

    Optional<ReviewStep> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    OptionalLong lastId() {
        return last().map(step -> OptionalLong.of(step.id())).orElse(OptionalLong.empty());
    }

    ReviewState state() {
        return ReviewState.after(last());
    }

    /**
     * Whether figures came in after the newest step, which nobody handed in or reviewed, or the
     * evidence says another day than the one that counts.
     *
     * @param receipt the day of receipt of the evidence, where the agreement has one
     */
    boolean changedSince(
            Scoreboard scoreboard,
            DistrictCode district,
            Indicator indicator,
            Optional<DayOfReceipt> receipt) {
        return last().filter(step ->
                        figuresCameInAfter(step, scoreboard, district, indicator)
                                || receipt.filter(DayOfReceipt::changes).isPresent())
                .isPresent();
    }

    private static boolean figuresCameInAfter(
            ReviewStep step, Scoreboard scoreboard, DistrictCode district, Indicator indicator) {
        long known = step.importId().orElse(0);
        return indicator.measures().stream()
                .flatMap(measure ->
                        scoreboard.measurement(district, indicator.key(measure.id())).stream())
                .anyMatch(figure -> figure.origin().importId() > known);
    }
}
