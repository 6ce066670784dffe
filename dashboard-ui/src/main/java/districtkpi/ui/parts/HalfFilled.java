package districtkpi.ui.parts;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.scoring.Ranking;
import districtkpi.ui.words.Words;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * That a round cannot be compared with the one before yet: fewer of its results are in, and what is
 * missing counts as nothing.
 */
public final class HalfFilled {

    /** Percent of the weight by which a round that is over may fall short and still be compared. */
    private static final BigFraction MAX_SHORTFALL = new BigFraction(10);

    private HalfFilled() {}

    /**
     * Whether ranks and points must not be set beside those of the round before: less is in than
     * was then, while the round runs; once it is over, by more than a tenth of the weight.
     */
    public static boolean forbids(Scoreboard before, Scoreboard now) {
        BigFraction shortfall = reported(before.ranking()).subtract(reported(now.ranking()));
        return shortfall.compareTo(RoundOver.is(now) ? MAX_SHORTFALL : BigFraction.ZERO) > 0;
    }

    /** What has to be said of the comparison; absent where as much is in as was then. */
    public static Optional<String> of(Scoreboard before, Scoreboard now, Words words) {
        BigFraction then = reported(before.ranking());
        BigFraction today = reported(now.ranking());
        return today.compareTo(then) < 0
                ? Optional.of(
                        words.of(
                                "comparison.half-filled",
                                words.share(today),
                                words.shortRound(before.stored().agreement().round()),
                                words.share(then)))
                : Optional.empty();
    }

    /** Percent of the weight that has a result, over all districts; 100 without any. */
    private static BigFraction reported(Ranking ranking) {
        return ranking.rows().stream()
                .map(row -> row.scorecard().total().scoredWeight())
                .reduce(BigFraction::add)
                .map(sum -> sum.divide(ranking.rows().size()))
                .orElseGet(() -> new BigFraction(100));
    }
}
