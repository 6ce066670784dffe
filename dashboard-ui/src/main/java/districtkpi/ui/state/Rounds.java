package districtkpi.ui.state;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.analysis.EarlierRound;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The opened rounds, and the one that a page looks at. */
@Component
public class Rounds {

    private final AgreementRepository agreements;
    private final VisibleScoreboards scoreboards;

    Rounds(AgreementRepository agreements, VisibleScoreboards scoreboards) {
        this.agreements = agreements;
        this.scoreboards = scoreboards;
    }

    /**
     * What the frame of a page says of rounds, asked for at once.
     *
     * @param opened the opened rounds, newest first
     * @param current the round that the page shows; absent if there is none
     * @param demonstration whether what the page shows is made up
     */
    public record Frame(List<RoundId> opened, Optional<RoundId> current, boolean demonstration) {}

    /** What the frame says around the page that a state leads to. */
    public Frame frame(PageState state) {
        List<RoundId> opened = opened();
        Optional<RoundId> current = current(state, opened);
        return new Frame(
                opened,
                current,
                current.flatMap(round -> scoreboard(round, state))
                        .filter(Scoreboard::demonstration)
                        .isPresent());
    }

    /** The opened rounds, newest first. */
    public List<RoundId> opened() {
        return agreements.findAllInForce().stream()
                .map(stored -> stored.agreement().round())
                .toList();
    }

    /**
     * The round that a page shows: the chosen one, else the newest with results, else the newest;
     * one of the districts rather than another.
     *
     * @return absent if the chosen round was not opened, or none was
     */
    public Optional<RoundId> current(PageState state) {
        return current(state, opened());
    }

    private Optional<RoundId> current(PageState state, List<RoundId> opened) {
        if (state.chosenRound().isPresent()) {
            return state.chosenRound().filter(opened::contains);
        }
        List<RoundId> ofDistrictsFirst =
                opened.stream().sorted(Comparator.comparing(RoundId::kind)).toList();
        return ofDistrictsFirst.stream()
                .filter(this::hasResults)
                .findFirst()
                .or(() -> ofDistrictsFirst.stream().findFirst());
    }

    /** The scoreboard that a page shows: the chosen revision, or as of the chosen day. */
    public Optional<Scoreboard> scoreboard(PageState state) {
        return current(state).flatMap(round -> scoreboard(round, state));
    }

    private Optional<Scoreboard> scoreboard(RoundId round, PageState state) {
        if (state.chosenRevision().isPresent()) {
            return scoreboards.find(round, state.chosenRevision().get().intValue());
        }
        return state.chosenDay().isPresent()
                ? scoreboards.find(round, state.chosenDay().get())
                : scoreboards.find(round);
    }

    /** The scoreboard of the round before; of a revision, as it was public then. */
    public Optional<Scoreboard> before(Scoreboard scoreboard) {
        return scoreboards.findBefore(scoreboard, 1).stream().findFirst();
    }

    /**
     * A round and all before it, oldest first, each with all of its figures; the last one as it is
     * given.
     */
    public List<Scoreboard> upTo(Scoreboard scoreboard) {
        return upTo(scoreboard, Integer.MAX_VALUE);
    }

    /**
     * A round and those right before it, oldest first, each with all of its figures; the last one
     * as it is given.
     *
     * @param most how many rounds in all, at least 1
     */
    public List<Scoreboard> upTo(Scoreboard scoreboard, int most) {
        return scoreboards.upTo(scoreboard, most);
    }

    /** What a round is compared with. */
    public EarlierRound earlier(Scoreboard scoreboard) {
        return EarlierRound.of(scoreboard, scoreboards);
    }

    /**
     * What the last of some rounds is compared with.
     *
     * @param recent the oldest first, those before the last with all of their figures
     */
    public EarlierRound earlier(List<Scoreboard> recent) {
        return EarlierRound.of(recent, scoreboards);
    }

    private boolean hasResults(RoundId round) {
        return scoreboards
                .find(round)
                .filter(scoreboard ->
                        scoreboard.ranking().rows().stream()
                                .anyMatch(row -> row.scorecard().total().points().isPresent()))
                .isPresent();
    }
}
