package districtkpi.ui.parts;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a round is compared with: the round before, and while the round is filled, the same day of
 * the round before, so that what is not in yet is missing on both sides.
 */
public final class RoundBefore {

    private final Scoreboard scoreboard;
    private final Optional<Scoreboard> whole;
    private final Optional<Scoreboard> comparable;
    private final boolean ofSameDay;

    private RoundBefore(
            Scoreboard scoreboard,
            Optional<Scoreboard> whole,
            Optional<Scoreboard> comparable,
            boolean ofSameDay) {
        this.scoreboard = scoreboard;
        this.whole = whole;
        this.comparable = comparable;
        this.ofSameDay = ofSameDay;
    }

    /** What a round is compared with. */
    public static RoundBefore of(Scoreboard scoreboard, Rounds rounds) {
        return of(rounds.upTo(scoreboard, 2), rounds);
    }

    /**
     * What the last of some rounds is compared with.
     *
     * @param recent the oldest first, those before the last with all of their figures
     */
    public static RoundBefore of(List<Scoreboard> recent, Rounds rounds) {
        Scoreboard scoreboard = recent.getLast();
        Optional<Scoreboard> whole =
                recent.size() > 1 ? Optional.of(recent.get(recent.size() - 2)) : Optional.empty();
        Optional<LocalDate> day = whole.flatMap(before -> sameDay(scoreboard, before));
        return day.isPresent()
                ? new RoundBefore(
                        scoreboard,
                        whole,
                        whole.flatMap(before ->
                                        rounds.asOf(before.stored().agreement().round(), day.get()))
                                .filter(RoundBefore::hasFigures),
                        true)
                : new RoundBefore(
                        scoreboard,
                        whole,
                        whole.filter(before -> !HalfFilled.forbids(before, scoreboard)),
                        false);
    }

    /**
     * The day as far into the round before as the one that the screen is about is into its round;
     * absent once either is over, and for what is published, which is of no day.
     */
    private static Optional<LocalDate> sameDay(Scoreboard scoreboard, Scoreboard before) {
        Agreement now = scoreboard.stored().agreement();
        Agreement then = before.stored().agreement();
        if (scoreboard.publication().isPresent()
                || before.publication().isPresent()
                || scoreboard.asOf().isBefore(now.firstDay())
                || !scoreboard.asOf().isBefore(now.lastDay())) {
            return Optional.empty();
        }
        LocalDate day =
                then.firstDay()
                        .plusDays(ChronoUnit.DAYS.between(now.firstDay(), scoreboard.asOf()));
        return Optional.of(day).filter(same -> same.isBefore(then.lastDay()));
    }

    private static boolean hasFigures(Scoreboard scoreboard) {
        return scoreboard.ranking().rows().stream()
                .anyMatch(row -> row.scorecard().total().points().isPresent());
    }

    /** What ranks and points can be set beside; absent where there is nothing. */
    public Optional<Scoreboard> comparable() {
        return comparable;
    }

    /** Whether there is something to compare with, of the same day of the round before. */
    public boolean isOfSameDay() {
        return ofSameDay && comparable.isPresent();
    }

    /** Why there is nothing to compare with, in short; absent where there is, or no round. */
    public Optional<String> refusal(Words words) {
        if (!isRefused()) {
            return Optional.empty();
        }
        return ofSameDay ? remark(words) : Optional.of(words.of("findings.fell.early"));
    }

    /** Whether there is a round before that the round cannot be compared with. */
    public boolean isRefused() {
        return whole.isPresent() && comparable.isEmpty();
    }

    /**
     * Whether less is in of the round than of the one before: drawn beside each other as they are,
     * it would be a fall.
     */
    public boolean isFilling() {
        return ofSameDay || isRefused();
    }

    /** The rounds that can be set side by side, the one that the screen is about last. */
    public List<Scoreboard> compared(List<Scoreboard> recent) {
        if (!ofSameDay && !isRefused()) {
            return recent;
        }
        return comparable
                .map(before -> List.of(before, scoreboard))
                .orElseGet(() -> List.of(scoreboard));
    }

    /** What the columns of changes are against; absent without anything to compare with. */
    public Optional<String> since(Words words) {
        return comparable.map(before -> {
            String round = words.shortRound(before.stored().agreement().round());
            return ofSameDay
                    ? words.of("ranking.change-since.day", round, words.shortDate(before.asOf()))
                    : words.of("ranking.change-since", round);
        });
    }

    /** What it is compared with, in short, with its day where that is not its last. */
    public Optional<String> name(Words words) {
        return comparable.map(before -> {
            String round = words.shortRound(before.stored().agreement().round());
            return ofSameDay
                    ? words.of("comparison.round-on", round, words.dayAndMonth(before.asOf()))
                    : round;
        });
    }

    /** The head of a column of changes, where there is little room; absent likewise. */
    public Optional<String> sinceInShort(Words words) {
        return name(words).map(name -> words.of("ranking.change-since", name));
    }

    /** The address of what it is compared with, on the same day of it where that is compared. */
    public PageState in(PageState state) {
        return comparable
                .map(before -> {
                    PageState there = state.withRound(before.stored().agreement().round());
                    return ofSameDay ? there.withDay(before.asOf()) : there;
                })
                .orElse(state);
    }

    /** What has to be said of the comparison; absent where it is one of two whole rounds. */
    public Optional<String> remark(Words words) {
        return whole.flatMap(before -> {
            String round = words.shortRound(before.stored().agreement().round());
            if (!ofSameDay) {
                return HalfFilled.of(before, scoreboard, words);
            }
            return Optional.of(
                    comparable
                            .map(then ->
                                    words.of("comparison.same-day", round, words.date(then.asOf())))
                            .orElseGet(() -> words.of("comparison.same-day.none", round)));
        });
    }
}
