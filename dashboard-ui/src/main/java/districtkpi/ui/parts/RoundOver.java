package districtkpi.ui.parts;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.Words;
import java.time.LocalDate;
import java.util.Optional;

/** That a round has ended, where something is said of what could still be done in it. */
public final class RoundOver {

    private RoundOver() {}

    /** A remark; absent while the day that the screen is about lies within the round. */
    public static Optional<Remark> remark(Scoreboard scoreboard, Words words) {
        LocalDate lastDay = scoreboard.agreement().lastDay();
        return EarlierRound.isOver(scoreboard)
                ? Optional.of(new Remark("round-over", words.of("round.over", words.date(lastDay))))
                : Optional.empty();
    }
}
