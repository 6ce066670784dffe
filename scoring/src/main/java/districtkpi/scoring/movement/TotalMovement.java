package districtkpi.scoring.movement;

import districtkpi.domain.place.DistrictCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Why the combined total of a district moved from one round to another: the change, split by cause
 * and by indicator so that the parts add up to it exactly.
 *
 * @param before combined total of the earlier round, out of 100
 * @param after combined total of the later round
 * @param parts of the whole change
 * @param indicators those of the later agreement in its order, then the dropped ones
 */
public record TotalMovement(
        DistrictCode district,
        BigFraction before,
        BigFraction after,
        Parts parts,
        List<IndicatorMovement> indicators) {

    public TotalMovement {
        indicators = List.copyOf(indicators);
    }

    /**
     * Splits a change. The two may also be of one round, under two versions of its agreement.
     *
     * <p>It scores the district four times, eight times with corrections: for one district or the
     * districts of a province this is nothing, for a whole nation some tenths of a second.
     *
     * @return absent unless the district has a total in both rounds
     */
    public static Optional<TotalMovement> of(
            DistrictCode district, RoundState earlier, RoundState later) {
        Contributions before = Contributions.of(earlier.scorer(), district, earlier.values());
        Contributions after = Contributions.of(later.scorer(), district, later.values());
        Optional<BigFraction> from = before.scorecard().total().points();
        Optional<BigFraction> to = after.scorecard().total().points();
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        List<IndicatorMovement> indicators =
                new MovementSplit(district, earlier, later, before, after).indicators();
        Parts parts =
                indicators.stream().map(IndicatorMovement::parts).reduce(Parts.NONE, Parts::plus);
        return Optional.of(new TotalMovement(district, from.get(), to.get(), parts, indicators));
    }

    /** Positive where the total rose. */
    public BigFraction change() {
        return after.subtract(before);
    }

    /**
     * A step on the way from the earlier total to the later one.
     *
     * @param from the total before it
     * @param to the total after it, another one
     */
    public record Step(Cause cause, BigFraction from, BigFraction to) {

        /** Positive where it raised the total. */
        public BigFraction change() {
            return to.subtract(from);
        }
    }

    /**
     * The way from the earlier total to the later one, cause by cause in their order; what brought
     * nothing is left out.
     */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        BigFraction at = before;
        for (Cause cause : Cause.values()) {
            BigFraction part = cause.in(parts);
            if (!part.equals(BigFraction.ZERO)) {
                steps.add(new Step(cause, at, at.add(part)));
                at = at.add(part);
            }
        }
        return steps;
    }

    /** The same steps by how much they moved the total, either way, the largest first. */
    public List<Step> largestSteps() {
        return steps().stream()
                .sorted(
                        Comparator.comparing(
                                (Step step) -> step.change().abs(), Comparator.reverseOrder()))
                .toList();
    }

    /** The indicator by which a cause moved the total most, either way; absent if by none. */
    public Optional<IndicatorMovement> largest(Cause cause) {
        return indicators.stream()
                .filter(one -> !cause.in(one.parts()).equals(BigFraction.ZERO))
                .max(Comparator.comparing((IndicatorMovement one) -> cause.in(one.parts()).abs()));
    }

    /**
     * True if something applies to the district in one of the rounds only. What it weighed was then
     * spread over others, and shows among {@link Parts#weights()} although nobody changed a weight.
     */
    public boolean applicabilityChanged() {
        return indicators.stream().anyMatch(IndicatorMovement::applicabilityChanged);
    }
}
