package districtkpi.scoring.plan;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard.Line;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a move is thought to cost. Efforts of one basis can be compared and added up, efforts of two
 * cannot.
 */
public sealed interface EffortBasis {

    /**
     * The effort of a move, exact, 0 or more.
     *
     * @param level what the move is to bring: its level, or for figures to be reported the level
     *     that they are assumed to give
     * @return absent where this basis has no estimate
     */
    Optional<BigFraction> effort(Move move, int level);

    /** The steps of the ladders that are still missing; a figure to be reported counts as one. */
    record UnitsMissing() implements EffortBasis {
        @Override
        public Optional<BigFraction> effort(Move move, int level) {
            return Optional.of(
                    switch (move) {
                        case Move.Climb climb ->
                                climb.changes().stream()
                                        .map(Change::ladderSteps)
                                        .reduce(BigFraction.ZERO, BigFraction::add);
                        case Move.ReportFirst report -> BigFraction.of(report.figures().size());
                    });
        }
    }

    /**
     * The share of the other districts that are not at the level yet: 0 where all are, 1 where none
     * is. Districts without a level in the indicator do not count; without others there is no
     * estimate.
     *
     * @param standing for each indicator the number of districts at level 0, 1 …
     */
    record OthersNotThere(Map<IndicatorId, List<Integer>> standing) implements EffortBasis {
        public OthersNotThere {
            standing = Map.copyOf(standing);
        }

        /**
         * Counts the levels of a round.
         *
         * @param ranking with the district itself, whose levels are those of its moves
         */
        public static OthersNotThere of(Ranking ranking) {
            Map<IndicatorId, int[]> counts = new HashMap<>();
            for (Ranking.Row row : ranking.rows()) {
                for (Line line : row.scorecard().lines()) {
                    if (line.score() instanceof IndicatorScore.WithLevel score) {
                        counts.computeIfAbsent(
                                        score.indicator().id(),
                                        _ -> new int[score.indicator().topLevel() + 1])[
                                score.level()]++;
                    }
                }
            }
            Map<IndicatorId, List<Integer>> standing = new HashMap<>();
            counts.forEach(
                    (id, levels) -> standing.put(id, Arrays.stream(levels).boxed().toList()));
            return new OthersNotThere(standing);
        }

        @Override
        public Optional<BigFraction> effort(Move move, int level) {
            List<Integer> levels = standing.getOrDefault(move.indicator().id(), List.of());
            boolean counted =
                    switch (move) {
                        case Move.Climb _ -> true;
                        case Move.ReportFirst report -> report.from().isPresent();
                    };
            int others = -(counted ? 1 : 0);
            int there = 0;
            for (int i = 0; i < levels.size(); i++) {
                others += levels.get(i);
                there += i >= level ? levels.get(i) : 0;
            }
            return others > 0
                    ? Optional.of(BigFraction.of(others - there, others))
                    : Optional.empty();
        }
    }

    /**
     * The days it takes at the district's own pace so far; of several measures that change side by
     * side, the slowest. No estimate where a pace is unknown, 0 or leads the other way, nor for
     * figures that nobody reported.
     *
     * @param perDay the change of a measure in a day, in percentage points of a ratio or things of
     *     a count; of a step or a day, the part that is done in a day
     */
    record OwnPace(Map<MeasureKey, BigFraction> perDay) implements EffortBasis {
        public OwnPace {
            perDay = Map.copyOf(perDay);
        }

        @Override
        public Optional<BigFraction> effort(Move move, int level) {
            return switch (move) {
                case Move.Climb climb -> days(climb.changes());
                case Move.ReportFirst _ -> Optional.empty();
            };
        }

        private Optional<BigFraction> days(List<Change> changes) {
            BigFraction slowest = BigFraction.ZERO;
            for (Change change : changes) {
                BigFraction pace = perDay.getOrDefault(change.measure(), BigFraction.ZERO);
                int direction =
                        pace.getNumerator().signum() * change.amount().getNumerator().signum();
                if (pace.equals(BigFraction.ZERO) || direction < 0) {
                    return Optional.empty();
                }
                BigFraction days = change.amount().divide(pace);
                slowest = days.compareTo(slowest) > 0 ? days : slowest;
            }
            return Optional.of(slowest);
        }
    }

    /**
     * What the planner thinks, in a unit of the planner's own.
     *
     * @param toLevel the effort to reach a level from where the district is; goes before {@code
     *     perLevel}
     * @param perLevel the effort of each level that an indicator rises
     */
    record PlannersEstimate(
            Map<LevelKey, BigFraction> toLevel, Map<IndicatorId, BigFraction> perLevel)
            implements EffortBasis {
        public PlannersEstimate {
            toLevel = Map.copyOf(toLevel);
            perLevel = Map.copyOf(perLevel);
            requireNotNegative(toLevel);
            requireNotNegative(perLevel);
        }

        private static void requireNotNegative(Map<?, BigFraction> estimates) {
            estimates.forEach((key, effort) -> {
                if (effort.getNumerator().signum() < 0) {
                    throw new IllegalArgumentException("Effort below 0 for " + key);
                }
            });
        }

        @Override
        public Optional<BigFraction> effort(Move move, int level) {
            IndicatorId indicator = move.indicator().id();
            BigFraction own = toLevel.get(new LevelKey(indicator, level));
            if (own != null) {
                return Optional.of(own);
            }
            int from =
                    switch (move) {
                        case Move.Climb climb -> climb.from();
                        case Move.ReportFirst report -> report.from().orElse(0);
                    };
            return Optional.ofNullable(perLevel.get(indicator))
                    .map(effort -> effort.multiply(level - from));
        }
    }
}
