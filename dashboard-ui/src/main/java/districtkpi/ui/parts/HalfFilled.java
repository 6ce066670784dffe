package districtkpi.ui.parts;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.Words;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * That a round cannot be compared with the one before yet: fewer of its results are in, and what is
 * missing counts as nothing.
 */
public final class HalfFilled {

    private HalfFilled() {}

    /** What has to be said of the comparison; absent where as much is in as was then. */
    public static Optional<String> of(Scoreboard before, Scoreboard now, Words words) {
        BigFraction then = EarlierRound.reported(before);
        BigFraction today = EarlierRound.reported(now);
        return today.compareTo(then) < 0
                ? Optional.of(
                        words.of(
                                "comparison.half-filled",
                                words.share(today),
                                words.shortRound(before.agreement().round()),
                                words.share(then)))
                : Optional.empty();
    }
}
