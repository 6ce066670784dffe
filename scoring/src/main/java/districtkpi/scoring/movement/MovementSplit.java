package districtkpi.scoring.movement;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.movement.Contributions.Contribution;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Splits the change of each indicator's contribution by cause.
 *
 * <p>A contribution is a product, weight × score, and the score again depends on two things, the
 * figures and the rules. To change one at a time gives a result that depends on the order; the mean
 * over all orders, the Shapley value, does not. For two factors that is the midpoint form.
 */
final class MovementSplit {

    private final Contributions before;
    private final Contributions after;
    private final Contributions firstBefore;
    private final Contributions firstAfter;
    private final Contributions earlierUnderLaterRules;
    private final Contributions laterUnderEarlierRules;
    private final List<Pairing> pairings;

    /**
     * @param before from the values that count today
     * @param after likewise
     */
    MovementSplit(
            DistrictCode district,
            RoundState earlier,
            RoundState later,
            Contributions before,
            Contributions after) {
        Agreement old = earlier.scorer().agreement();
        Agreement current = later.scorer().agreement();
        this.pairings = Pairing.between(old, current);
        this.before = before;
        this.after = after;
        this.firstBefore =
                earlier.isCorrected(district)
                        ? Contributions.of(earlier.rules(), district, earlier.firstReported())
                        : before;
        this.firstAfter =
                later.isCorrected(district)
                        ? Contributions.of(later.rules(), district, later.firstReported())
                        : after;
        long days = ChronoUnit.DAYS.between(old.lastDay(), current.lastDay());
        Map<MeasureKey, MeasuredValue> moved = new HashMap<>();
        Map<MeasureKey, MeasuredValue> movedBack = new HashMap<>();
        for (Pairing pairing : pairings) {
            if (pairing instanceof Pairing.Same(Indicator from, Indicator to)) {
                carry(earlier.firstReported(), from, to, days, moved);
                carry(later.firstReported(), to, from, -days, movedBack);
            }
        }
        this.earlierUnderLaterRules = Contributions.of(later.rules(), district, moved);
        this.laterUnderEarlierRules = Contributions.of(earlier.rules(), district, movedBack);
    }

    /**
     * Names the figures of an indicator as the other round does.
     *
     * @param days from the last day of the figures' round to that of the other: a day keeps its
     *     distance to the end of the round, since evidence in time for one deadline would come a
     *     half-year late for the next
     */
    private static void carry(
            Map<MeasureKey, MeasuredValue> values,
            Indicator from,
            Indicator to,
            long days,
            Map<MeasureKey, MeasuredValue> carried) {
        for (Measure measure : from.measures()) {
            MeasuredValue value = values.get(from.key(measure.id()));
            if (value instanceof MeasuredValue.Day(LocalDate day)) {
                carried.put(to.key(measure.id()), new MeasuredValue.Day(day.plusDays(days)));
            } else if (value != null) {
                carried.put(to.key(measure.id()), value);
            }
        }
    }

    List<IndicatorMovement> indicators() {
        return pairings.stream().map(this::movement).toList();
    }

    private IndicatorMovement movement(Pairing pairing) {
        return new IndicatorMovement(
                pairing,
                pairing.before().map(indicator -> before.of(indicator).line()),
                pairing.after().map(indicator -> after.of(indicator).line()),
                parts(pairing).withCorrections(corrections(pairing)));
    }

    /**
     * What the later round's corrections brought, less what the earlier round's brought; a level
     * that somebody set corrects the computed one.
     */
    private BigFraction corrections(Pairing pairing) {
        BigFraction later =
                pairing.after()
                        .map(i -> after.of(i).points().subtract(firstAfter.of(i).points()))
                        .orElse(BigFraction.ZERO);
        BigFraction earlier =
                pairing.before()
                        .map(i -> before.of(i).points().subtract(firstBefore.of(i).points()))
                        .orElse(BigFraction.ZERO);
        return later.subtract(earlier);
    }

    private Parts parts(Pairing pairing) {
        return switch (pairing) {
            case Pairing.Same(Indicator earlier, Indicator later) -> split(earlier, later);
            case Pairing.Redefined(Indicator earlier, Indicator later, var _) ->
                    Parts.ofDropped(firstBefore.of(earlier).points())
                            .plus(Parts.ofAdded(firstAfter.of(later).points()));
            case Pairing.Dropped(Indicator earlier) ->
                    Parts.ofDropped(firstBefore.of(earlier).points());
            case Pairing.Added(Indicator later) -> Parts.ofAdded(firstAfter.of(later).points());
        };
    }

    private Parts split(Indicator earlier, Indicator later) {
        Contribution from = firstBefore.of(earlier);
        Contribution to = firstAfter.of(later);
        if (!from.applies() || !to.applies()) {
            // Not to apply is no result, good or bad: all of it is weight that comes or goes.
            return new Parts(
                    BigFraction.ZERO,
                    BigFraction.ZERO,
                    to.points().subtract(from.points()),
                    BigFraction.ZERO,
                    BigFraction.ZERO,
                    BigFraction.ZERO);
        }
        BigFraction oldScore = from.score();
        BigFraction newScore = to.score();
        BigFraction meanWeight = from.weight().add(to.weight()).divide(2);
        BigFraction meanScore = oldScore.add(newScore).divide(2);
        BigFraction underOldRules = laterUnderEarlierRules.of(earlier).score().subtract(oldScore);
        BigFraction underNewRules = newScore.subtract(earlierUnderLaterRules.of(later).score());
        BigFraction byResults = underOldRules.add(underNewRules).divide(2);
        BigFraction byThresholds = newScore.subtract(oldScore).subtract(byResults);
        return new Parts(
                meanWeight.multiply(byResults),
                meanWeight.multiply(byThresholds),
                to.weight().subtract(from.weight()).multiply(meanScore),
                BigFraction.ZERO,
                BigFraction.ZERO,
                BigFraction.ZERO);
    }
}
