package districtkpi.scoring.brief;

import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.certainty.Band;
import districtkpi.scoring.certainty.Certainty;
import districtkpi.scoring.certainty.RankInterval;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.scoring.plan.ProvinceMoves;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The findings about a round that are worth a sentence, chosen by rules, so that the same data
 * always says the same: who leads and how sure that is, who moved and why, what is at risk, what
 * would gain most. The rules stand in {@code docs/method/brief.md}.
 *
 * @param findings two to eight, in reading order
 */
public record Brief(List<Finding> findings) {

    private static final int MAX_MOVES = 3;

    public Brief {
        findings = List.copyOf(findings);
    }

    /**
     * What the findings are taken from, all of one round.
     *
     * @param withinNear the ranks of each district under weights changed by {@link Certainty#NEAR}
     * @param movement of ranks since the round before; absent for the first round
     * @param totals why the total of a district moved since then; asked for few districts
     */
    public record Sources(
            Ranking ranking,
            Certainty certainty,
            Map<DistrictCode, RankInterval> withinNear,
            Optional<RankMovement> movement,
            Function<DistrictCode, Optional<TotalMovement>> totals,
            CliffWatch cliffs,
            Attention attention,
            ProvinceMoves moves) {}

    /** Chooses the findings. */
    public static Brief of(Sources sources) {
        if (sources.ranking().statistics().isEmpty()) {
            return new Brief(List.of(new Finding.NoResults(), movement(sources).getFirst()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(lead(sources));
        closeness(sources).ifPresent(findings::add);
        findings.addAll(movement(sources));
        findings.addAll(risks(sources));
        findings.add(moves(sources));
        return new Brief(findings);
    }

    private static Finding lead(Sources sources) {
        List<Ranking.Row> ranked = ranked(sources);
        List<DistrictCode> leaders =
                ranked.stream()
                        .filter(row -> row.rank().orElseThrow() == 1)
                        .map(row -> row.scorecard().district())
                        .toList();
        DistrictCode first = leaders.getFirst();
        BigFraction total = ranked.getFirst().scorecard().total().points().orElseThrow();
        if (ranked.size() == 1) {
            return new Finding.OnlyOne(first, total);
        }
        boolean settled =
                leaders.stream()
                        .allMatch(leader ->
                                Objects.requireNonNull(
                                                sources.certainty().byMissingFigures().get(leader))
                                        .isCertainlyFirst());
        return leaders.size() > 1
                ? new Finding.Shared(leaders, total, settled)
                : new Finding.Leads(
                        total,
                        sources.certainty().neighbours().getFirst(),
                        Objects.requireNonNull(sources.withinNear().get(first)),
                        settled);
    }

    private static List<Ranking.Row> ranked(Sources sources) {
        return sources.ranking().rows().stream().filter(row -> row.rank().isPresent()).toList();
    }

    private static Optional<Finding> closeness(Sources sources) {
        int districts = ranked(sources).size();
        if (districts == 1) {
            return Optional.empty();
        }
        List<Band> several =
                sources.certainty().bands(Certainty.NEAR).stream()
                        .filter(band -> !band.isAlone())
                        .toList();
        return Optional.of(
                several.isEmpty()
                        ? new Finding.Clear(districts)
                        : new Finding.Close(several, districts));
    }

    /** At least one finding. */
    private static List<Finding> movement(Sources sources) {
        List<RankMovement.Row> rows =
                sources.movement().map(RankMovement::rows).orElseGet(List::of);
        if (rows.isEmpty()) {
            return List.of(new Finding.NothingBefore());
        }
        // Of equal movements the one that owes more to itself, then the one at the better rank.
        Comparator<RankMovement.Row> upwards =
                Comparator.comparingInt(RankMovement.Row::change)
                        .thenComparing(RankMovement.Row::own);
        List<Finding> moved = new ArrayList<>();
        rows.stream()
                .filter(row -> row.change() > 0)
                .sorted(upwards.reversed())
                .findFirst()
                .flatMap(row -> moved(row, sources))
                .ifPresent(moved::add);
        rows.stream()
                .filter(row -> row.change() < 0)
                .sorted(upwards)
                .findFirst()
                .flatMap(row -> moved(row, sources))
                .ifPresent(moved::add);
        return moved.isEmpty() ? List.of(new Finding.NoneMoved(rows.size())) : moved;
    }

    private static Optional<Finding> moved(RankMovement.Row row, Sources sources) {
        return sources.totals()
                .apply(row.district())
                .map(total -> new Finding.Moved(row, total, cause(row, total)));
    }

    private static Cause cause(RankMovement.Row row, TotalMovement total) {
        boolean up = row.change() > 0;
        BigFraction own = up ? row.own() : row.own().negate();
        BigFraction others = up ? row.others() : row.others().negate();
        // By its own total at least as much as by the others, which then went the same way.
        return own.compareTo(others) >= 0 ? Cause.own(total) : new Cause.Others();
    }

    /** At least one finding. */
    private static List<Finding> risks(Sources sources) {
        List<Finding> risks = new ArrayList<>();
        CliffWatch cliffs = sources.cliffs();
        if (!cliffs.justMet().isEmpty()) {
            risks.add(new Finding.OnTheEdge(cliffs.justMet().size(), cliffs.justMet().getFirst()));
        }
        Attention attention = sources.attention();
        if (!attention.missing().isEmpty()) {
            risks.add(
                    new Finding.MissingFigures(
                            attention.missing().size(), attention.missing().getFirst()));
        }
        if (!attention.twiceFalling().isEmpty()) {
            risks.add(
                    new Finding.TwiceFalling(
                            attention.twiceFalling().size(), attention.twiceFalling().getFirst()));
        }
        return risks.isEmpty() ? List.of(new Finding.NothingAtRisk()) : risks;
    }

    private static Finding moves(Sources sources) {
        int districts = sources.ranking().statistics().orElseThrow().count();
        List<Finding.Gain> best =
                sources.moves().nextSteps().stream()
                        .filter(step -> step.climb().gain().compareTo(BigFraction.ZERO) > 0)
                        .sorted(BEST_FIRST)
                        .limit(MAX_MOVES)
                        .map(step ->
                                new Finding.Gain(
                                        step.climb(), step.climb().gain().divide(districts)))
                        .toList();
        return best.isEmpty() ? new Finding.NothingToGain() : new Finding.BestMoves(best);
    }

    /** Of equal gains the one with less effort, those without an estimate last. */
    private static final Comparator<ProvinceMoves.NextStep> BEST_FIRST =
            Comparator.comparing((ProvinceMoves.NextStep step) -> step.climb().gain())
                    .reversed()
                    .thenComparing(step -> step.effort().isEmpty())
                    .thenComparing(step -> step.effort().orElse(BigFraction.ZERO));
}
