package districtkpi.ui.parts;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.office.words.Words;
import districtkpi.scoring.Exact;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A part of an agreement: the indicators of one section, of one responsible unit, or both.
 *
 * <p>Its points are those of its indicators, each counted with its section's share, on the scale
 * from 0 to 100 that the part alone can give.
 */
public record Part(Agreement agreement, @Nullable SectionId section, @Nullable UnitId unit) {

    private static final BigFraction HUNDRED = BigFraction.of(100);

    /** All of an agreement. */
    public static Part whole(Agreement agreement) {
        return new Part(agreement, null, null);
    }

    /** The part that a page looks at. */
    public static Part of(Agreement agreement, PageState state) {
        return new Part(
                agreement, state.chosenSection().orElse(null), state.chosenUnit().orElse(null));
    }

    /** True if the part is everything. */
    public boolean isWhole() {
        return section == null && unit == null;
    }

    /**
     * Its indicators, in the order of the agreement; none where the unit has none in the section.
     */
    public List<Indicator> indicators() {
        return agreement.sections().stream()
                .flatMap(terms ->
                        terms.indicators().stream()
                                .filter(indicator -> includes(terms.section(), indicator)))
                .toList();
    }

    /** Whether it has an indicator of the agreement. */
    public boolean includes(Indicator indicator) {
        return includes(agreement.sectionOf(indicator.id()), indicator);
    }

    public boolean includes(SectionId indicatorSection, Indicator indicator) {
        return (section == null || section.equals(indicatorSection))
                && (unit == null || indicator.isAnsweredBy(unit));
    }

    /** Whether it has all of a section, not only what one unit answers for. */
    public boolean includes(SectionId whole) {
        return unit == null && (section == null || section.equals(whole));
    }

    /** The part in words, such as {@code รายทีม · กลุ่มประสาน}; empty for the whole. */
    public String description(Words words) {
        return Stream.of(
                        Optional.ofNullable(section)
                                .map(one -> words.of(agreement.sectionName(one))),
                        Optional.ofNullable(unit).map(one -> name(one, words)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /** The short name of a unit; its id where the agreement has no such unit. */
    private String name(UnitId id, Words words) {
        return agreement.units().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> words.of(one.shortName()))
                .orElseGet(id::value);
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
    public record Place(
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
    public List<Place> rank(List<Scorecard> scorecards) {
        Comparator<Place> order =
                Comparator.comparing(
                                (Place place) -> place.points().orElse(BigFraction.of(-1)),
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

    /** What a district has in the part, 0–100; absent without a result. */
    public Optional<BigFraction> points(Scorecard scorecard) {
        boolean anyPoints = lines(scorecard).stream().anyMatch(Scorecard.Line::hasCountingLevel);
        return anyPoints
                ? Optional.of(scaled(scorecard, line -> line.points().orElse(BigFraction.ZERO)))
                : Optional.empty();
    }

    private Place place(Scorecard scorecard) {
        return new Place(
                scorecard,
                OptionalInt.empty(),
                points(scorecard),
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
    public List<Scorecard.Line> lines(Scorecard scorecard) {
        return scorecard.lines().stream()
                .filter(line -> includes(line.section(), line.score().indicator()))
                .toList();
    }

    /** What each indicator brings to a district's bar, on the scale of the part. */
    public List<PointsBar.Piece> pieces(Scorecard scorecard, Words words) {
        BigFraction whole = sum(scorecard, Scorecard.Line::effectiveWeight);
        if (whole.equals(BigFraction.ZERO)) {
            return List.of();
        }
        return lines(scorecard).stream()
                .filter(Scorecard.Line::hasCountingLevel)
                .map(line -> {
                    IndicatorId id = line.score().indicator().id();
                    BigFraction points =
                            line.points()
                                    .get()
                                    .multiply(share(line.section()))
                                    .multiply(HUNDRED)
                                    .divide(whole);
                    return new PointsBar.Piece(
                            id,
                            SectionColor.of(agreement, line.section()),
                            points,
                            words.of("bar.piece", id, words.total(points)));
                })
                .toList();
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
    private BigFraction share(SectionId of) {
        if (section != null) {
            return BigFraction.ONE;
        }
        return agreement
                .section(of)
                .map(terms -> Exact.fraction(terms.share().value()))
                .orElse(BigFraction.ZERO);
    }
}
