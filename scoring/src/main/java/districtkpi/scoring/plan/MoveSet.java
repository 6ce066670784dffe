package districtkpi.scoring.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Moves to be made together, at most one for each indicator.
 *
 * @param moves in the order of the agreement; empty where there is nothing to do
 * @param effort of all of them, in the unit of the basis
 * @param gain of all of them, in points of the combined total
 * @param points the combined total afterwards; absent if the district still has none
 * @param rank afterwards, others standing still; absent if the district still has none
 */
public record MoveSet(
        List<PlannedMove> moves,
        BigFraction effort,
        BigFraction gain,
        Optional<BigFraction> points,
        OptionalInt rank) {
    public MoveSet {
        moves = List.copyOf(moves);
    }

    /**
     * The combined total before the first move and after each, the last being {@link #points};
     * empty if the district still has none.
     */
    public List<BigFraction> totals() {
        List<BigFraction> totals = new ArrayList<>();
        points.ifPresent(after -> {
            BigFraction total = after.subtract(gain);
            totals.add(total);
            for (PlannedMove move : moves) {
                total = total.add(move.gain());
                totals.add(total);
            }
        });
        return List.copyOf(totals);
    }
}
