package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Rating;
import districtkpi.scoring.Scorecard.Total;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The words that a combined total can have: one where nothing is missing, and where whatever is
 * missing cannot change it.
 *
 * @param lowest of the least that the total can still become
 * @param highest of the most
 */
public record RatingRange(Rating lowest, Rating highest) {

    /**
     * Finds the words of a total, compared exactly: 89.999 is not 90.
     *
     * @return absent where the agreement has no words, and without any result
     */
    public static Optional<RatingRange> of(Agreement agreement, Total total) {
        return agreement.ratings().isEmpty() || total.points().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RatingRange(
                                word(agreement, total.possibleMin()),
                                word(agreement, total.possibleMax())));
    }

    private static Rating word(Agreement agreement, BigFraction points) {
        return agreement.ratings().stream()
                .filter(rating -> points.compareTo(Exact.fraction(rating.from())) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** Whether one word is certain. */
    public boolean isCertain() {
        return lowest.equals(highest);
    }
}
