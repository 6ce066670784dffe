package districtkpi.scoring.plan;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The next steps of all districts: which of them gains the province the most.
 *
 * <p>A district's gain moves the mean of the province by that gain ÷ districts, so that the order
 * is the same.
 *
 * @param nextSteps the moves to the next level, by district in the order of the ranking
 * @param standing for each indicator and each of its levels the districts one level below it
 */
public record ProvinceMoves(List<NextStep> nextSteps, List<OneBelow> standing) {

    private static final Comparator<NextStep> BY_GAIN =
            Comparator.comparing((NextStep step) -> step.climb().gain()).reversed();

    public ProvinceMoves {
        nextSteps = List.copyOf(nextSteps);
        standing = List.copyOf(standing);
    }

    /**
     * A district's move to the next level of an indicator.
     *
     * @param effort absent where the basis has no estimate
     */
    public record NextStep(Move.Climb climb, Optional<BigFraction> effort) {}

    /**
     * How many districts stand right below a level.
     *
     * @param level 1 to the top level of the indicator
     * @param districts at the level below it
     * @param reachable of these, for how many the level can still be reached with what is known
     */
    public record OneBelow(IndicatorId indicator, int level, int districts, int reachable) {}

    /**
     * Finds the next steps of every district; none of them in what is watched only.
     *
     * @param values of each district; one that is not there has none
     * @param today a deadline before this day is over
     * @param basis of each district, since a pace is a district's own
     */
    public static ProvinceMoves of(
            Ranking ranking,
            Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values,
            LocalDate today,
            Function<DistrictCode, EffortBasis> basis) {
        List<NextStep> steps = new ArrayList<>();
        Map<LevelKey, Integer> below = new HashMap<>();
        Map<LevelKey, Integer> reachable = new HashMap<>();
        for (Ranking.Row row : ranking.rows()) {
            Scorecard scorecard = row.scorecard();
            DistrictCode district = scorecard.district();
            Map<MeasureKey, MeasuredValue> own = values.getOrDefault(district, Map.of());
            EffortBasis ownBasis = basis.apply(district);
            for (CombinedLine line : CombinedLine.of(ranking.agreement(), scorecard)) {
                if (line.line().score() instanceof IndicatorScore.WithLevel score) {
                    LevelKey next = new LevelKey(score.indicator().id(), score.level() + 1);
                    below.merge(next, 1, Integer::sum);
                    Moves.next(ranking.agreement(), district, line, score, own, today)
                            .ifPresent(climb -> {
                                reachable.merge(next, 1, Integer::sum);
                                if (!climb.indicator().isWatchedOnly()) {
                                    steps.add(
                                            new NextStep(
                                                    climb, ownBasis.effort(climb, climb.to())));
                                }
                            });
                }
            }
        }
        List<OneBelow> standing = new ArrayList<>();
        for (Indicator indicator : ranking.agreement().indicators().toList()) {
            for (int level = 1; level <= indicator.topLevel(); level++) {
                LevelKey key = new LevelKey(indicator.id(), level);
                standing.add(
                        new OneBelow(
                                indicator.id(),
                                level,
                                below.getOrDefault(key, 0),
                                reachable.getOrDefault(key, 0)));
            }
        }
        return new ProvinceMoves(steps, standing);
    }

    /** The largest gain first; alike ones in the order of the ranking and the agreement. */
    public List<NextStep> byGain() {
        return nextSteps.stream().sorted(BY_GAIN).toList();
    }

    /**
     * The most gain for its effort first, so moves without effort before all others, and those
     * without an estimate last. What is alike so far is ordered by gain.
     */
    public List<NextStep> byGainPerEffort() {
        // Each quotient is worked out once: to sort asks for it many times.
        return nextSteps.stream().map(Yield::of).sorted(Yield.BEST_FIRST).map(Yield::step).toList();
    }

    /**
     * A step with what it gains per effort.
     *
     * @param kind 0 where the gain is free, 1 where it costs, 2 where nobody knows
     */
    private record Yield(NextStep step, int kind, BigFraction gainPerEffort) {

        static final Comparator<Yield> BEST_FIRST =
                Comparator.comparingInt(Yield::kind)
                        .thenComparing(Yield::gainPerEffort, Comparator.reverseOrder())
                        .thenComparing(Yield::step, BY_GAIN);

        static Yield of(NextStep step) {
            BigFraction gain = step.climb().gain();
            if (step.effort().isEmpty()) {
                return new Yield(step, 2, BigFraction.ZERO);
            }
            BigFraction effort = step.effort().get();
            if (gain.equals(BigFraction.ZERO)) {
                return new Yield(step, 1, BigFraction.ZERO);
            }
            return effort.equals(BigFraction.ZERO)
                    ? new Yield(step, 0, BigFraction.ZERO)
                    : new Yield(step, 1, gain.divide(effort));
        }
    }
}
