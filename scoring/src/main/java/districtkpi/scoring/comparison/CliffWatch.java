package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Results that decide a level by a hair: worth a second look before they are published. Exact, and
 * no score is changed by it.
 *
 * <p>A result is near a threshold if at most one unit of its value or 0.5 percentage points lie
 * between them; of a number, recorded or computed, a unit is 1 in its last decimal place. It is on
 * an edge if that threshold alone, everything else as it is, parts its level from a lower or a
 * higher one. The whole of a share or of a reduction is no edge: nothing lies beyond 100 %.
 * Indicators that are watched only decide nothing and are left out.
 *
 * @param justMet the most points at stake first, then in the order of ranking and agreement
 * @param justMissed likewise
 */
public record CliffWatch(List<Edge> justMet, List<Edge> justMissed) {

    private static final Comparator<Edge> MOST_AT_STAKE_FIRST =
            Comparator.comparing(Edge::stake).reversed();

    public CliffWatch {
        justMet = List.copyOf(justMet);
        justMissed = List.copyOf(justMissed);
    }

    /**
     * A result close to a threshold.
     *
     * @param level as it was scored
     * @param across the level on the other side of the threshold
     * @param condition whose threshold it is; of several such, the nearest
     * @param number the percentage or count, exact
     * @param margin between number and threshold, in percentage points or things, 0 or more
     * @param units the same in the unit of the value; absent for a finished percentage
     * @param stake points of the combined total that lie between the two levels, whole levels
     */
    public record Edge(
            DistrictCode district,
            Indicator indicator,
            int level,
            int across,
            Condition.Comparison condition,
            BigFraction number,
            BigFraction margin,
            Optional<BigFraction> units,
            BigFraction stake) {}

    /** Looks through all results of a round. */
    public static CliffWatch of(RoundResults round) {
        List<Edge> met = new ArrayList<>();
        List<Edge> missed = new ArrayList<>();
        for (Ranking.Row row : round.ranking().rows()) {
            DistrictCode district = row.scorecard().district();
            Map<MeasureKey, MeasuredValue> values = round.of(district);
            for (CombinedLine line :
                    CombinedLine.of(round.ranking().agreement(), row.scorecard())) {
                // No threshold decides a level that somebody set, nor points where none are.
                if (line.line().score() instanceof IndicatorScore.WithLevel score
                        && score.overridden().isEmpty()
                        && !score.indicator().isWatchedOnly()) {
                    results(score, values)
                            .forEach(result -> {
                                List<Edge> edges =
                                        new Thresholds(round.ranking().agreement(), score, result)
                                                .edges(district, line.weight());
                                nearest(edges, true).ifPresent(met::add);
                                nearest(edges, false).ifPresent(missed::add);
                            });
                }
            }
        }
        met.sort(MOST_AT_STAKE_FIRST);
        missed.sort(MOST_AT_STAKE_FIRST);
        return new CliffWatch(met, missed);
    }

    private static Stream<ComparedResult> results(
            IndicatorScore.WithLevel score, Map<MeasureKey, MeasuredValue> values) {
        Indicator indicator = score.indicator();
        Stream<ComparedResult> recorded =
                indicator.measures().stream()
                        .filter(measure -> measure.kind().isNumeric())
                        .flatMap(measure ->
                                Stream.ofNullable(values.get(indicator.key(measure.id())))
                                        .map(value -> new ComparedResult.Recorded(measure, value)));
        // An explanation is worked out when it is read: not for the indicators that compute
        // nothing.
        return indicator.computedMeasures().isEmpty()
                ? recorded
                : Stream.concat(
                        recorded,
                        score.explanation().computed().stream()
                                .filter(figure -> !isOfStepsAlone(indicator, figure.measure().id()))
                                .flatMap(figure ->
                                        figure.number().stream()
                                                .map(number ->
                                                        new ComparedResult.Computed(
                                                                figure.measure(), number))));
    }

    /** What moves by whole steps alone is never met by a hair. */
    private static boolean isOfStepsAlone(Indicator indicator, MeasureId measure) {
        return indicator
                .computedMeasure(measure)
                .map(ComputedMeasure::computation)
                .filter(computation ->
                        computation instanceof Computation.Points
                                || computation.inputs().stream()
                                        .allMatch(input -> isOfStepsAlone(indicator, input)))
                .isPresent();
    }

    private static Optional<Edge> nearest(List<Edge> edges, boolean met) {
        return edges.stream()
                .filter(edge -> met == edge.across() < edge.level())
                .min(Comparator.comparing(Edge::margin));
    }
}
