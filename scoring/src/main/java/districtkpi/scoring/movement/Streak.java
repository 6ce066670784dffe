package districtkpi.scoring.movement;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How often in a row a total rose or fell, up to the last round.
 *
 * @param rounds changes in a row, at least 1: "twice falling" are 2, seen in three rounds
 */
public record Streak(Direction direction, int rounds) {

    /** Which way the total went. */
    public enum Direction {
        RISING,
        FALLING
    }

    /**
     * The streak that the last round belongs to.
     *
     * @param totals from the first round to the last; a gap ends a streak
     * @return absent where the last total equals the one before, or one of the two is missing
     */
    public static Optional<Streak> of(List<Optional<BigFraction>> totals) {
        int last = totals.size() - 1;
        int sign = change(totals, last);
        if (sign == 0) {
            return Optional.empty();
        }
        int rounds = 1;
        while (change(totals, last - rounds) == sign) {
            rounds++;
        }
        return Optional.of(new Streak(sign > 0 ? Direction.RISING : Direction.FALLING, rounds));
    }

    /** The sign of the change that led to a round; 0 where there is none. */
    private static int change(List<Optional<BigFraction>> totals, int round) {
        if (round < 1 || totals.get(round).isEmpty() || totals.get(round - 1).isEmpty()) {
            return 0;
        }
        return Integer.signum(totals.get(round).get().compareTo(totals.get(round - 1).get()));
    }
}
