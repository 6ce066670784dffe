package districtkpi.scoring.movement;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.FractionSum;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.IndicatorScore.WithLevel;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.movement.DistrictImprovement.Excluded;
import districtkpi.scoring.movement.DistrictImprovement.Gain;
import districtkpi.scoring.movement.DistrictImprovement.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Two agreements, prepared to compare district after district. */
final class RoundComparison {

    private final List<Place> places;
    private final Agreement later;

    /** A pairing with the places of its lines in the scorecards; none where there is no line. */
    private record Place(Pairing pairing, Optional<Integer> earlier, Optional<Integer> later) {}

    private RoundComparison(List<Place> places, Agreement later) {
        this.places = places;
        this.later = later;
    }

    static RoundComparison of(Agreement earlier, Agreement later) {
        Map<IndicatorId, Integer> before = positions(earlier);
        Map<IndicatorId, Integer> after = positions(later);
        return new RoundComparison(
                Pairing.between(earlier, later).stream()
                        .map(pairing ->
                                new Place(
                                        pairing,
                                        pairing.before().map(i -> position(before, i)),
                                        pairing.after().map(i -> position(after, i))))
                        .toList(),
                later);
    }

    private static Map<IndicatorId, Integer> positions(Agreement agreement) {
        Map<IndicatorId, Integer> positions = new HashMap<>();
        agreement.indicators().forEach(i -> positions.put(i.id(), positions.size()));
        return positions;
    }

    private static Integer position(Map<IndicatorId, Integer> positions, Indicator indicator) {
        return Objects.requireNonNull(positions.get(indicator.id()));
    }

    DistrictImprovement improvement(Scorecard before, Scorecard after) {
        List<CombinedLine> lines = CombinedLine.of(later, after);
        List<Excluded> excluded = new ArrayList<>();
        FractionSum oldScore = new FractionSum();
        FractionSum newScore = new FractionSum();
        FractionSum weight = new FractionSum();
        int indicators = 0;
        for (Place place : places) {
            Optional<IndicatorScore> old = place.earlier().map(i -> score(before, i));
            Optional<IndicatorScore> current = place.later().map(i -> score(after, i));
            if (place.pairing() instanceof Pairing.Same(var _, Indicator now)
                    && !now.isWatchedOnly()
                    && old.orElseThrow() instanceof WithLevel from
                    && current.orElseThrow() instanceof WithLevel to) {
                BigFraction one = lines.get(place.later().orElseThrow()).weight();
                oldScore.add(one.multiply(OutOfFive.score(from)));
                newScore.add(one.multiply(OutOfFive.score(to)));
                weight.add(one);
                indicators++;
            } else {
                excluded.add(new Excluded(place.pairing(), reason(place.pairing()), old, current));
            }
        }
        BigFraction all = weight.total();
        // A section can have a share of 0: what is compared then counts nothing.
        Optional<Gain> gain =
                all.equals(BigFraction.ZERO)
                        ? Optional.empty()
                        : Optional.of(
                                new Gain(
                                        oldScore.total().divide(all),
                                        newScore.total().divide(all),
                                        indicators,
                                        all));
        return new DistrictImprovement(after.district(), gain, excluded);
    }

    private static IndicatorScore score(Scorecard scorecard, int position) {
        return scorecard.lines().get(position).score();
    }

    private static Reason reason(Pairing pairing) {
        return switch (pairing) {
            case Pairing.Same(var _, Indicator now) ->
                    now.isWatchedOnly() ? Reason.WATCHED_ONLY : Reason.NO_LEVEL;
            case Pairing.Redefined _ -> Reason.REDEFINED;
            case Pairing.Dropped _ -> Reason.DROPPED;
            case Pairing.Added _ -> Reason.ADDED;
        };
    }
}
