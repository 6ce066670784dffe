package districtkpi.office.analysis;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.scoring.Ranking;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Which figures a round is compared with, on screens and in files alike: those of the round before,
 * and while the round is filled, those of the same day of the round before, so that what is not in
 * yet is missing on both sides.
 *
 * @param scoreboard the round
 * @param whole the round before with all of its figures; absent for the first round
 * @param comparable what ranks and points can be set beside; absent where there is nothing
 * @param ofSameDay whether the round is being filled, so that the same day is what counts
 */
public record EarlierRound(
        Scoreboard scoreboard,
        Optional<Scoreboard> whole,
        Optional<Scoreboard> comparable,
        boolean ofSameDay) {

    /** Percent of the weight by which a round that is over may fall short and still be compared. */
    private static final BigFraction MAX_SHORTFALL = BigFraction.of(10);

    /** What a round is compared with. */
    public static EarlierRound of(Scoreboard scoreboard, VisibleScoreboards rounds) {
        return of(rounds.upTo(scoreboard, 2), rounds);
    }

    /**
     * What the last of some rounds is compared with.
     *
     * @param recent the oldest first, those before the last with all of their figures
     */
    public static EarlierRound of(List<Scoreboard> recent, VisibleScoreboards rounds) {
        Scoreboard scoreboard = recent.getLast();
        Optional<Scoreboard> whole =
                recent.size() > 1 ? Optional.of(recent.get(recent.size() - 2)) : Optional.empty();
        Optional<LocalDate> day = whole.flatMap(before -> sameDay(scoreboard, before));
        return day.isPresent()
                ? new EarlierRound(
                        scoreboard,
                        whole,
                        whole.flatMap(before -> rounds.find(before.agreement().round(), day.get()))
                                .filter(EarlierRound::hasFigures),
                        true)
                : new EarlierRound(
                        scoreboard,
                        whole,
                        whole.filter(before -> !isHalfFilled(scoreboard, before)),
                        false);
    }

    /**
     * The day as far into the round before as the one that the figures are of is into its round;
     * absent once either is over, and for what is published, which is of no day.
     */
    private static Optional<LocalDate> sameDay(Scoreboard scoreboard, Scoreboard before) {
        Agreement now = scoreboard.agreement();
        Agreement then = before.agreement();
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

    /**
     * Whether ranks and points must not be set beside those of a round before: less is in than was
     * then, while the round runs; once it is over, by more than a tenth of the weight.
     */
    public static boolean isHalfFilled(Scoreboard scoreboard, Scoreboard before) {
        BigFraction shortfall = reported(before).subtract(reported(scoreboard));
        return shortfall.compareTo(isOver(scoreboard) ? MAX_SHORTFALL : BigFraction.ZERO) > 0;
    }

    /** Whether the day that the figures are of lies after the round. */
    public static boolean isOver(Scoreboard scoreboard) {
        return scoreboard.asOf().isAfter(scoreboard.agreement().lastDay());
    }

    /** Percent of the weight that has a result, over all districts; 100 without any. */
    public static BigFraction reported(Scoreboard scoreboard) {
        Ranking ranking = scoreboard.ranking();
        return ranking.rows().stream()
                .map(row -> row.scorecard().total().scoredWeight())
                .reduce(BigFraction::add)
                .map(sum -> sum.divide(ranking.rows().size()))
                .orElseGet(() -> BigFraction.of(100));
    }

    /** Whether there is a round before that the round cannot be compared with. */
    public boolean isRefused() {
        return whole.isPresent() && comparable.isEmpty();
    }

    /** The rounds that can be set side by side, the round itself last. */
    public List<Scoreboard> compared(List<Scoreboard> recent) {
        if (!ofSameDay && !isRefused()) {
            return recent;
        }
        return comparable
                .map(before -> List.of(before, scoreboard))
                .orElseGet(() -> List.of(scoreboard));
    }
}
