package districtkpi.ui.ranking;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.agreement.UnitId;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A part of an agreement: the indicators of one section, of one responsible unit, or both.
 *
 * <p>Its points are those of its indicators, each counted with its section's share, on the scale
 * from 0 to 100 that the part alone can give.
 */
record Part(Agreement agreement, @Nullable Section section, @Nullable UnitId unit) {

    private static final BigFraction HUNDRED = new BigFraction(100);

    static Part of(Agreement agreement, PageState state) {
        return new Part(
                agreement, state.chosenSection().orElse(null), state.chosenUnit().orElse(null));
    }

    /** True if the part is everything. */
    boolean isWhole() {
        return section == null && unit == null;
    }

    boolean includes(Section indicatorSection, Indicator indicator) {
        return (section == null || section == indicatorSection)
                && (unit == null || unit.equals(indicator.unit()));
    }

    /**
     * A district's place in the part.
     *
     * @param rank from 1, ties sharing one; absent without a result
     * @param points 0–100; absent without a result
     * @param possibleMin what they can still become at the least
     * @param possibleMax what they can still become at the most
     * @param scoredWeight percent of the part's weight that has a level
     */
    record Place(
            Scorecard scorecard,
            OptionalInt rank,
            Optional<BigFraction> points,
            BigFraction possibleMin,
            BigFraction possibleMax,
            BigFraction scoredWeight) {

        private Place ranked(OptionalInt newRank) {
            return new Place(scorecard, newRank, points, possibleMin, possibleMax, scoredWeight);
        }
    }

    /** The districts by their points in the part, those without any last. */
    List<Place> rank(List<Scorecard> scorecards) {
        Comparator<Place> order =
                Comparator.comparing(
                                (Place place) -> place.points().orElse(new BigFraction(-1)),
                                Comparator.reverseOrder())
                        .thenComparing(place -> place.scorecard().district());
        List<Place> sorted = scorecards.stream().map(this::place).sorted(order).toList();
        List<Place> ranked = new ArrayList<>();
        for (Place place : sorted) {
            ranked.add(place.ranked(rankOf(place, sorted)));
        }
        return ranked;
    }

    private static OptionalInt rankOf(Place place, List<Place> all) {
        return place.points()
                .map(own ->
                        OptionalInt.of(
                                1
                                        + (int)
                                                all.stream()
                                                        .flatMap(p -> p.points().stream())
                                                        .filter(p -> p.compareTo(own) > 0)
                                                        .count()))
                .orElse(OptionalInt.empty());
    }

    private Place place(Scorecard scorecard) {
        boolean anyPoints = lines(scorecard).stream().anyMatch(line -> line.points().isPresent());
        BigFraction points = scaled(scorecard, line -> line.points().orElse(BigFraction.ZERO));
        return new Place(
                scorecard,
                OptionalInt.empty(),
                anyPoints ? Optional.of(points) : Optional.empty(),
                scaled(scorecard, Scorecard.Line::pointsMin),
                scaled(scorecard, Scorecard.Line::pointsMax),
                scaled(
                        scorecard,
                        line ->
                                line.points().isPresent()
                                        ? line.effectiveWeight()
                                        : BigFraction.ZERO));
    }

    /** The lines of the part, in the order of the agreement. */
    List<Scorecard.Line> lines(Scorecard scorecard) {
        return scorecard.lines().stream()
                .filter(line -> includes(line.section(), line.score().indicator()))
                .toList();
    }

    /** A line's points on the scale of the part. */
    BigFraction scaled(Scorecard scorecard, Scorecard.Line line) {
        BigFraction whole = sum(scorecard, Scorecard.Line::effectiveWeight);
        return whole.equals(BigFraction.ZERO)
                ? BigFraction.ZERO
                : line.points()
                        .orElse(BigFraction.ZERO)
                        .multiply(share(line.section()))
                        .multiply(HUNDRED)
                        .divide(whole);
    }

    private BigFraction scaled(Scorecard scorecard, Function<Scorecard.Line, BigFraction> amount) {
        BigFraction whole = sum(scorecard, Scorecard.Line::effectiveWeight);
        return whole.equals(BigFraction.ZERO)
                ? BigFraction.ZERO
                : sum(scorecard, amount).multiply(HUNDRED).divide(whole);
    }

    private BigFraction sum(Scorecard scorecard, Function<Scorecard.Line, BigFraction> amount) {
        return lines(scorecard).stream()
                .map(line -> amount.apply(line).multiply(share(line.section())))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** The share of a section; where only one section is looked at, it is the whole. */
    private BigFraction share(Section of) {
        if (section != null) {
            return BigFraction.ONE;
        }
        return agreement.sections().stream()
                .filter(terms -> terms.section() == of)
                .map(terms -> terms.share().value())
                .map(share ->
                        new BigFraction(
                                share.unscaledValue(),
                                java.math.BigInteger.TEN.pow(Math.max(0, share.scale()))))
                .findFirst()
                .orElse(BigFraction.ZERO);
    }
}
