package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.comparison.Similarity.Peer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask: the districts that have reached what another one still has before it.
 *
 * @param level the next level of the asking district, 1 to the top one
 * @param reached the most similar first; those that cannot be compared come last, by code
 */
public record Examples(Indicator indicator, int level, List<Example> reached) {

    public Examples {
        reached = List.copyOf(reached);
    }

    /**
     * A district that reached the level.
     *
     * @param similarity to the asking district; absent where the two share no context figure
     * @param level at least the one asked for
     * @param figures of the indicator now, in the order of the agreement
     * @param before where it came from; absent if the previous round has not the district or not
     *     the concept
     */
    public record Example(
            DistrictCode district,
            Optional<Peer> similarity,
            int level,
            Map<Measure, MeasuredValue> figures,
            Optional<Before> before) {}

    /**
     * The same concept in the previous round.
     *
     * @param indicator as it was agreed then, which can differ in levels and measures
     * @param level absent without one
     * @param figures in the order of that agreement
     */
    public record Before(
            RoundId round,
            Indicator indicator,
            OptionalInt level,
            Map<Measure, MeasuredValue> figures) {}

    /**
     * Finds examples for an indicator of a district.
     *
     * @param previous the round before; null where there is none
     * @return absent where there is nothing to reach or nobody to ask for: the top level, not
     *     applicable, or a district or indicator that the round does not have
     */
    public static Optional<Examples> of(
            RoundResults now,
            @Nullable RoundResults previous,
            Similarity similarity,
            DistrictCode district,
            IndicatorId id) {
        Optional<Indicator> found = now.ranking().agreement().indicator(id);
        Optional<Ranking.Row> own = now.ranking().row(district);
        if (found.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        Indicator indicator = found.get();
        OptionalInt next = nextLevel(own.get().scorecard().line(id).score());
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Map<DistrictCode, Peer> peers = new HashMap<>();
        similarity.peers(district).forEach(peer -> peers.put(peer.district(), peer));
        List<Example> examples = new ArrayList<>();
        for (Ranking.Row row : now.ranking().rows()) {
            Scorecard other = row.scorecard();
            // Figures are no example of a level that somebody set.
            OptionalInt level = level(other.line(id).score().computed());
            if (!other.district().equals(district)
                    && level.isPresent()
                    && level.getAsInt() >= next.getAsInt()) {
                examples.add(
                        new Example(
                                other.district(),
                                Optional.ofNullable(peers.get(other.district())),
                                level.getAsInt(),
                                figures(indicator, now.of(other.district())),
                                previous == null
                                        ? Optional.empty()
                                        : before(previous, indicator, other.district())));
            }
        }
        examples.sort(
                Comparator.comparingDouble((Example example) ->
                                example.similarity()
                                        .map(Peer::distance)
                                        .orElse(Double.POSITIVE_INFINITY))
                        .thenComparing(Example::district));
        return Optional.of(new Examples(indicator, next.getAsInt(), examples));
    }

    /** Without a result, what lies ahead is level 1. */
    private static OptionalInt nextLevel(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.WithLevel known ->
                    known.level() < known.indicator().topLevel()
                            ? OptionalInt.of(known.level() + 1)
                            : OptionalInt.empty();
            case IndicatorScore.NoResult _ -> OptionalInt.of(1);
            case IndicatorScore.NotApplicable _ -> OptionalInt.empty();
        };
    }

    private static OptionalInt level(IndicatorScore score) {
        return score instanceof IndicatorScore.WithLevel known
                ? OptionalInt.of(known.level())
                : OptionalInt.empty();
    }

    private static Map<Measure, MeasuredValue> figures(
            Indicator indicator, Map<MeasureKey, MeasuredValue> values) {
        Map<Measure, MeasuredValue> figures = new LinkedHashMap<>();
        for (Measure measure : indicator.measures()) {
            MeasuredValue value = values.get(indicator.key(measure.id()));
            if (value != null) {
                figures.put(measure, value);
            }
        }
        return figures;
    }

    private static Optional<Before> before(
            RoundResults previous, Indicator now, DistrictCode district) {
        Optional<Ranking.Row> row = previous.ranking().row(district);
        return row.flatMap(known ->
                sameConcept(previous.ranking().agreement(), now)
                        .map(then ->
                                new Before(
                                        previous.ranking().agreement().round(),
                                        then,
                                        level(known.scorecard().line(then.id()).score()),
                                        figures(then, previous.of(district)))));
    }

    private static Optional<Indicator> sameConcept(Agreement agreement, Indicator indicator) {
        return agreement
                .indicators()
                .filter(other -> other.concept().equals(indicator.concept()))
                // A concept should come once; if it does not, the one of the same name is meant.
                .min(Comparator.comparing(other -> !other.id().equals(indicator.id())));
    }
}
