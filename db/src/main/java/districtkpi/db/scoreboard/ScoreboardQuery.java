package districtkpi.db.scoreboard;

import districtkpi.domain.agreement.RoundId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Rounds, scored and ranked. Answers are kept and shared until a round's data changes. */
public interface ScoreboardQuery {

    /**
     * A round with all figures up to today.
     *
     * @return absent if the round was not opened
     */
    Optional<Scoreboard> find(RoundId round);

    /**
     * A round with the figures up to a day.
     *
     * @return absent if the round was not opened
     */
    Optional<Scoreboard> find(RoundId round, LocalDate asOf);

    /**
     * The newest opened rounds before another one, oldest first, each with all figures up to today.
     *
     * @param most how many at the most
     */
    List<Scoreboard> findBefore(RoundId round, int most);
}
