package districtkpi.ui.parts;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.util.Optional;

/** That a round has ended, where something is said of what could still be done in it. */
public final class RoundOver {

    private RoundOver() {}

    /** Whether the day that the screen is about lies after the round. */
    public static boolean is(Scoreboard scoreboard) {
        return scoreboard.asOf().isAfter(scoreboard.stored().agreement().lastDay());
    }

    /** A remark; absent while the day that the screen is about lies within the round. */
    public static Optional<Remark> remark(Scoreboard scoreboard, Words words) {
        LocalDate lastDay = scoreboard.stored().agreement().lastDay();
        return is(scoreboard)
                ? Optional.of(new Remark("round-over", words.of("round.over", words.date(lastDay))))
                : Optional.empty();
    }
}
