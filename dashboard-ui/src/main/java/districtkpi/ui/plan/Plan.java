package districtkpi.ui.plan;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.office.analysis.Analyses;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.Goal;
import districtkpi.scoring.plan.Move;
import districtkpi.scoring.plan.Moves;
import districtkpi.scoring.plan.Planner;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Optional;

/**
 * A district's moves, weighed as the address asks for it.
 *
 * @param goal the chosen one, or else what lies nearest
 */
record Plan(
        Scoreboard scoreboard,
        District district,
        Ranking.Row row,
        Effort effort,
        Missing missing,
        Estimates estimates,
        Goal goal,
        Moves moves,
        Planner planner) {

    private static final int USUAL_FLOOR = 3;

    static Optional<Plan> of(
            Scoreboard scoreboard, District district, Analyses analyses, PageState state) {
        return scoreboard
                .ranking()
                .row(district.code())
                .flatMap(row ->
                        analyses.movesOf(scoreboard, district.code())
                                .map(moves ->
                                        of(scoreboard, district, row, moves, analyses, state)));
    }

    /** The next level of each indicator that has one, in the order of the agreement. */
    List<Move> nextMoves() {
        return row.scorecard().lines().stream()
                .flatMap(line -> moves.of(line.score().indicator().id()).stream().limit(1))
                .toList();
    }

    private static Plan of(
            Scoreboard scoreboard,
            District district,
            Ranking.Row row,
            Moves moves,
            Analyses analyses,
            PageState state) {
        Effort effort = state.chosen(PlanNavigation.EFFORT).orElse(Effort.UNITS);
        Missing missing = state.chosen(PlanNavigation.MISSING).orElse(Missing.SKIP);
        Estimates estimates = state.chosen(PlanNavigation.ESTIMATES).orElse(Estimates.NONE);
        EffortBasis basis =
                switch (effort) {
                    case UNITS -> new EffortBasis.UnitsMissing();
                    case OTHERS -> analyses.othersNotThere(scoreboard);
                    case PACE -> analyses.ownPace(scoreboard, district.code());
                    case OWN -> estimates.basis();
                };
        return new Plan(
                scoreboard,
                district,
                row,
                effort,
                missing,
                estimates,
                state.chosen(PlanNavigation.GOAL).orElseGet(() -> nearest(row)),
                moves,
                Planner.of(scoreboard.ranking(), moves, basis, missing.assumption()));
    }

    /** One rank up; for the first, and for who has no rank, that nothing falls short. */
    private static Goal nearest(Ranking.Row row) {
        return row.rank().isPresent() && row.rank().getAsInt() > 1
                ? new Goal.Rank(row.rank().getAsInt() - 1)
                : new Goal.NothingBelow(USUAL_FLOOR);
    }
}
