package districtkpi.scoring.plan;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Finds the best set of moves of a district towards a goal, exactly.
 *
 * <p>Of sets that cost the same the one with fewer moves is better, then the one that gains more,
 * then the one that moves indicators which come earlier in the agreement. Immutable; what all goals
 * share is worked out once.
 */
public final class Planner {

    private static final Comparator<PlannedMove> CHEAPEST =
            Comparator.comparing(PlannedMove::effort)
                    .thenComparing(PlannedMove::gain, Comparator.reverseOrder())
                    .thenComparingInt(PlannedMove::level);

    private static final Comparator<PlannedMove> BEST_YIELD =
            ((Comparator<PlannedMove>) Planner::compareYields)
                    .thenComparing(PlannedMove::gain, Comparator.reverseOrder());

    private final Moves moves;
    private final List<BigFraction> others;
    private final List<PlannedMove> planned;
    private final List<Move> notEstimated;
    private final Front front;

    private Planner(
            Moves moves,
            List<BigFraction> others,
            List<PlannedMove> planned,
            List<Move> notEstimated) {
        this.moves = moves;
        this.others = others;
        this.planned = List.copyOf(planned);
        this.notEstimated = List.copyOf(notEstimated);
        Map<IndicatorId, List<PlannedMove>> choices = new LinkedHashMap<>();
        for (PlannedMove move : planned) {
            choices.computeIfAbsent(move.move().indicator().id(), _ -> new ArrayList<>()).add(move);
        }
        this.front = new Front(List.copyOf(choices.values()));
    }

    /**
     * Weighs the moves of a district by a basis.
     *
     * @param ranking with the other districts, who stand still
     * @param moves of the district; it need not be in the ranking
     * @param missing what is assumed of figures that nobody reported
     */
    public static Planner of(
            Ranking ranking, Moves moves, EffortBasis basis, MissingAssumption missing) {
        DistrictCode district = moves.scorecard().district();
        List<BigFraction> others =
                ranking.rows().stream()
                        .map(Ranking.Row::scorecard)
                        .filter(scorecard -> !scorecard.district().equals(district))
                        .flatMap(scorecard -> scorecard.total().points().stream())
                        .sorted(Comparator.reverseOrder())
                        .toList();
        List<PlannedMove> planned = new ArrayList<>();
        List<Move> notEstimated = new ArrayList<>();
        for (Move move : moves.moves()) {
            assumed(move, missing)
                    .ifPresent(worth ->
                            basis.effort(move, worth.level())
                                    .ifPresentOrElse(
                                            effort ->
                                                    planned.add(
                                                            new PlannedMove(
                                                                    move,
                                                                    worth.level(),
                                                                    worth.gain(),
                                                                    effort)),
                                            () -> notEstimated.add(move)));
        }
        return new Planner(moves, others, planned, notEstimated);
    }

    /** What a move is taken to bring. */
    private record Worth(int level, BigFraction gain) {}

    private static Optional<Worth> assumed(Move move, MissingAssumption missing) {
        return switch (move) {
            case Move.Climb climb -> Optional.of(new Worth(climb.to(), climb.gain()));
            case Move.ReportFirst report ->
                    switch (missing) {
                        case LEFT_OUT -> Optional.empty();
                        case AT_LOWEST ->
                                Optional.of(new Worth(report.lowest(), report.gainAtLowest()));
                        case AT_HIGHEST ->
                                Optional.of(new Worth(report.highest(), report.gainAtHighest()));
                    };
        };
    }

    /** The moves that sets are made of, in the order of the agreement. */
    public List<PlannedMove> planned() {
        return planned;
    }

    /**
     * The move of each indicator that gains the most for its effort, the best first: a gain without
     * effort before all others, then what is alike by gain and in the order of the agreement. Moves
     * that gain nothing are left out.
     */
    public List<PlannedMove> bestFirst() {
        Map<IndicatorId, PlannedMove> best = new LinkedHashMap<>();
        for (PlannedMove move : planned) {
            if (move.gain().compareTo(BigFraction.ZERO) > 0) {
                best.merge(
                        move.move().indicator().id(),
                        move,
                        (known, other) -> BEST_YIELD.compare(other, known) < 0 ? other : known);
            }
        }
        return best.values().stream().sorted(BEST_YIELD).toList();
    }

    /** Compares gain per effort without a division, since an effort can be 0. */
    private static int compareYields(PlannedMove one, PlannedMove other) {
        return other.gain().multiply(one.effort()).compareTo(one.gain().multiply(other.effort()));
    }

    /** The moves that the basis has no estimate for; no set has them. */
    public List<Move> notEstimated() {
        return notEstimated;
    }

    /** The best set for a goal, or how far it goes at the most. */
    public Outcome towards(Goal goal) {
        return switch (goal) {
            case Goal.Score(BigFraction points) -> toPoints(points);
            case Goal.Rank(int rank) -> toRank(rank);
            case Goal.NothingBelow(int level) -> toLevel(level);
            case Goal.Budget(BigFraction effort) -> new Outcome.Reached(set(front.within(effort)));
        };
    }

    /**
     * Every set worth its effort: each costs more and gains more than the last. It starts with no
     * moves, unless some are free.
     */
    public List<MoveSet> front() {
        return front.sets().stream().map(this::set).toList();
    }

    private BigFraction pointsNow() {
        return moves.scorecard().total().points().orElse(BigFraction.ZERO);
    }

    private Outcome toPoints(BigFraction points) {
        BigFraction gain = points.subtract(pointsNow());
        return front.gaining(gain)
                .<Outcome>map(set -> new Outcome.Reached(set(set)))
                .orElseGet(() -> {
                    MoveSet furthest = set(front.furthest());
                    return new Outcome.TooFar(furthest, gain.subtract(furthest.gain()));
                });
    }

    private Outcome toRank(int rank) {
        if (rank <= others.size()) {
            BigFraction toBeat = others.get(rank - 1);
            if (toBeat.compareTo(BigFraction.ZERO) > 0
                    || moves.scorecard().total().points().isPresent()) {
                return toPoints(toBeat);
            }
        } else if (moves.scorecard().total().points().isPresent()) {
            return new Outcome.Reached(set(List.of()));
        }
        // Any total will do, but there is none yet: the cheapest move brings one.
        return planned.stream()
                .min(CHEAPEST)
                .<Outcome>map(move -> new Outcome.Reached(set(List.of(move))))
                .orElseGet(() -> new Outcome.TooFar(set(List.of()), BigFraction.ZERO));
    }

    private Outcome toLevel(int level) {
        List<PlannedMove> chosen = new ArrayList<>();
        List<IndicatorId> below = new ArrayList<>();
        for (Line line : moves.scorecard().lines()) {
            // Where there are fewer levels, the top one is asked for.
            int asked = Math.min(level, line.score().indicator().topLevel());
            if (line.score().indicator().isWatchedOnly() || !isBelow(line.score(), asked)) {
                continue;
            }
            IndicatorId indicator = line.score().indicator().id();
            planned.stream()
                    .filter(move -> move.move().indicator().id().equals(indicator))
                    .filter(move -> move.level() >= asked)
                    .min(CHEAPEST)
                    .ifPresentOrElse(chosen::add, () -> below.add(indicator));
        }
        MoveSet set = set(chosen);
        return below.isEmpty() ? new Outcome.Reached(set) : new Outcome.StillBelow(set, below);
    }

    /** Without a result nobody knows that it is not below. */
    private static boolean isBelow(IndicatorScore score, int level) {
        return switch (score) {
            case IndicatorScore.Scored scored -> scored.level() < level;
            case IndicatorScore.Incomplete incomplete -> incomplete.level() < level;
            case IndicatorScore.NoResult _ -> true;
            case IndicatorScore.NotApplicable _ -> false;
        };
    }

    private MoveSet set(List<PlannedMove> chosen) {
        BigFraction effort =
                chosen.stream().map(PlannedMove::effort).reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction gain =
                chosen.stream().map(PlannedMove::gain).reduce(BigFraction.ZERO, BigFraction::add);
        if (chosen.isEmpty() && moves.scorecard().total().points().isEmpty()) {
            return new MoveSet(chosen, effort, gain, Optional.empty(), OptionalInt.empty());
        }
        BigFraction points = pointsNow().add(gain);
        long better = others.stream().filter(other -> other.compareTo(points) > 0).count();
        return new MoveSet(
                chosen,
                effort,
                gain,
                Optional.of(points),
                OptionalInt.of(Math.toIntExact(better + 1)));
    }
}
