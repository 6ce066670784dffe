package districtkpi.ui.parts;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.List;
import java.util.Optional;

/** What is said of the {@linkplain EarlierRound figures that a round is compared with}. */
public final class RoundBefore {

    private final EarlierRound earlier;

    private RoundBefore(EarlierRound earlier) {
        this.earlier = earlier;
    }

    /** What a round is compared with. */
    public static RoundBefore of(Scoreboard scoreboard, Rounds rounds) {
        return new RoundBefore(rounds.earlier(scoreboard));
    }

    /**
     * What the last of some rounds is compared with.
     *
     * @param recent the oldest first, those before the last with all of their figures
     */
    public static RoundBefore of(List<Scoreboard> recent, Rounds rounds) {
        return new RoundBefore(rounds.earlier(recent));
    }

    /** What ranks and points can be set beside; absent where there is nothing. */
    public Optional<Scoreboard> comparable() {
        return earlier.comparable();
    }

    /** Whether there is something to compare with, of the same day of the round before. */
    public boolean isOfSameDay() {
        return earlier.ofSameDay() && comparable().isPresent();
    }

    /** Why there is nothing to compare with, in short; absent where there is, or no round. */
    public Optional<String> refusal(Words words) {
        if (!isRefused()) {
            return Optional.empty();
        }
        return earlier.ofSameDay() ? remark(words) : Optional.of(words.of("findings.fell.early"));
    }

    /** Whether there is a round before that the round cannot be compared with. */
    public boolean isRefused() {
        return earlier.isRefused();
    }

    /**
     * Whether less is in of the round than of the one before: drawn beside each other as they are,
     * it would be a fall.
     */
    public boolean isFilling() {
        return earlier.ofSameDay() || isRefused();
    }

    /** The rounds that can be set side by side, the one that the screen is about last. */
    public List<Scoreboard> compared(List<Scoreboard> recent) {
        return earlier.compared(recent);
    }

    /** What the columns of changes are against; absent without anything to compare with. */
    public Optional<String> since(Words words) {
        return comparable()
                .map(before -> {
                    String round = words.shortRound(before.agreement().round());
                    return earlier.ofSameDay()
                            ? words.of(
                                    "ranking.change-since.day",
                                    round,
                                    words.shortDate(before.asOf()))
                            : words.of("ranking.change-since", round);
                });
    }

    /** What it is compared with, in short, with its day where that is not its last. */
    public Optional<String> name(Words words) {
        return comparable()
                .map(before -> {
                    String round = words.shortRound(before.agreement().round());
                    return earlier.ofSameDay()
                            ? words.of(
                                    "comparison.round-on", round, words.dayAndMonth(before.asOf()))
                            : round;
                });
    }

    /** The head of a column of changes, where there is little room; absent likewise. */
    public Optional<String> sinceInShort(Words words) {
        return name(words).map(name -> words.of("ranking.change-since", name));
    }

    /** The address of what it is compared with, on the same day of it where that is compared. */
    public PageState in(PageState state) {
        return comparable()
                .map(before -> {
                    PageState there = state.withRound(before.agreement().round());
                    return earlier.ofSameDay() ? there.withDay(before.asOf()) : there;
                })
                .orElse(state);
    }

    /** What has to be said of the comparison; absent where it is one of two whole rounds. */
    public Optional<String> remark(Words words) {
        return earlier.whole()
                .flatMap(before -> {
                    String round = words.shortRound(before.agreement().round());
                    if (!earlier.ofSameDay()) {
                        return HalfFilled.of(before, earlier.scoreboard(), words);
                    }
                    return Optional.of(
                            comparable()
                                    .map(then ->
                                            words.of(
                                                    "comparison.same-day",
                                                    round,
                                                    words.date(then.asOf())))
                                    .orElseGet(() -> words.of("comparison.same-day.none", round)));
                });
    }
}
