package districtkpi.scoring.movement;

import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one indicator moved the combined total of a district.
 *
 * @param before its line in the earlier scorecard, from the values that count today; absent if it
 *     was added
 * @param after its line in the later scorecard; absent if it was dropped
 * @param parts in points of the combined total
 */
public record IndicatorMovement(
        Pairing pairing,
        Optional<Scorecard.Line> before,
        Optional<Scorecard.Line> after,
        Parts parts) {

    /**
     * True if figures are missing in one of the rounds, wholly or in part: what looks like a gain
     * or a loss of results can then be a figure that was not reported.
     */
    public boolean figureMissing() {
        return scores().anyMatch(score ->
                score instanceof IndicatorScore.NoResult
                        || score instanceof IndicatorScore.Incomplete);
    }

    /** True if it applies to the district in one of the two rounds only. */
    public boolean applicabilityChanged() {
        return before.isPresent()
                && after.isPresent()
                && scores().filter(IndicatorScore.NotApplicable.class::isInstance).count() == 1
                // Of weight 0 nothing is spread.
                && scores().anyMatch(score -> !score.indicator().isWatchedOnly());
    }

    private Stream<IndicatorScore> scores() {
        return Stream.concat(before.stream(), after.stream()).map(Scorecard.Line::score);
    }
}
