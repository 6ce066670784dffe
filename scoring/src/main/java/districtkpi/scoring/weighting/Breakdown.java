package districtkpi.scoring.weighting;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Where the points of a combined total come from, and where they are lost.
 *
 * <p>All in points of the combined total, so that earned, lost and open add up to 100 exactly, or
 * for {@linkplain #only some indicators} to what these can give.
 *
 * @param byIndicator in the order of the agreement; nothing for one that does not apply
 * @param bySection those that have an indicator, in the order of the agreement
 * @param byUnit those that answer for an indicator, in the order of the agreement; units that
 *     answer together are one part, beside what each of them has alone
 */
public record Breakdown(
        List<Slice<Indicator>> byIndicator,
        List<Slice<SectionId>> bySection,
        List<Slice<List<ResponsibleUnit>>> byUnit,
        PointSplit total) {

    public Breakdown {
        byIndicator = List.copyOf(byIndicator);
        bySection = List.copyOf(bySection);
        byUnit = List.copyOf(byUnit);
    }

    /** A part of the agreement with what became of its points. */
    public record Slice<T>(T of, PointSplit points) {}

    /** Whether points are known to be lost, or only not there yet. */
    public enum Loss {
        LOST,
        OPEN
    }

    /**
     * A step down from all that could be had.
     *
     * @param from points before it
     * @param to points after it, less than {@code from}
     */
    public record Step(Indicator indicator, Loss loss, BigFraction from, BigFraction to) {

        public BigFraction amount() {
            return from.subtract(to);
        }
    }

    /**
     * The points of one district.
     *
     * @param scorecard scored by the agreement
     * @return absent where nothing applies
     */
    public static Optional<Breakdown> of(Agreement agreement, Scorecard scorecard) {
        return of(agreement, Stream.of(scorecard));
    }

    /**
     * The mean of the districts that have a total, such as the province's; its points earned are
     * the mean of the ranking.
     *
     * @return absent where no district has a total
     */
    public static Optional<Breakdown> of(Ranking ranking) {
        return of(
                ranking.agreement(),
                ranking.rows().stream()
                        .filter(row -> row.rank().isPresent())
                        .map(Ranking.Row::scorecard));
    }

    private static Optional<Breakdown> of(Agreement agreement, Stream<Scorecard> scorecards) {
        List<Indicator> indicators = agreement.indicators().toList();
        List<SplitSum> sums = indicators.stream().map(_ -> new SplitSum()).toList();
        List<Scorecard> districts = scorecards.toList();
        for (Scorecard district : districts) {
            List<CombinedLine> lines = CombinedLine.of(agreement, district);
            for (int i = 0; i < lines.size(); i++) {
                sums.get(i).add(PointSplit.of(lines.get(i)));
            }
        }
        if (districts.isEmpty()) {
            return Optional.empty();
        }
        List<Slice<Indicator>> slices =
                IntStream.range(0, sums.size())
                        .mapToObj(i ->
                                new Slice<>(
                                        indicators.get(i), sums.get(i).dividedBy(districts.size())))
                        .toList();
        return of(agreement, slices);
    }

    /**
     * The same for some of the indicators: the total is what these can give, and bring.
     *
     * @param agreement of which this is the breakdown
     * @return absent where none of them is in it, or none applies
     */
    public Optional<Breakdown> only(Agreement agreement, Set<IndicatorId> indicators) {
        return of(
                agreement,
                byIndicator.stream()
                        .filter(slice -> indicators.contains(slice.of().id()))
                        .toList());
    }

    private static Optional<Breakdown> of(Agreement agreement, List<Slice<Indicator>> slices) {
        PointSplit total = sum(slices);
        return total.weight().equals(BigFraction.ZERO)
                ? Optional.empty()
                : Optional.of(
                        new Breakdown(
                                slices,
                                bySection(agreement, slices),
                                byUnit(agreement, slices),
                                total));
    }

    private static List<Slice<SectionId>> bySection(
            Agreement agreement, List<Slice<Indicator>> slices) {
        Map<SectionId, List<Slice<Indicator>>> bySection = new HashMap<>();
        for (Slice<Indicator> slice : slices) {
            bySection
                    .computeIfAbsent(agreement.sectionOf(slice.of().id()), _ -> new ArrayList<>())
                    .add(slice);
        }
        return agreement.sections().stream()
                .map(SectionTerms::section)
                .filter(bySection::containsKey)
                .map(section ->
                        new Slice<>(section, sum(bySection.getOrDefault(section, List.of()))))
                .toList();
    }

    private static List<Slice<List<ResponsibleUnit>>> byUnit(
            Agreement agreement, List<Slice<Indicator>> slices) {
        ToIntFunction<ResponsibleUnit> place = agreement.units()::indexOf;
        Map<List<ResponsibleUnit>, List<Slice<Indicator>>> byUnit = new LinkedHashMap<>();
        for (Slice<Indicator> slice : slices) {
            List<ResponsibleUnit> together =
                    agreement.units(slice.of()).stream()
                            .sorted(Comparator.comparingInt(place))
                            .toList();
            byUnit.computeIfAbsent(together, _ -> new ArrayList<>()).add(slice);
        }
        return byUnit.entrySet().stream()
                .map(entry -> new Slice<>(entry.getKey(), sum(entry.getValue())))
                .sorted(
                        Comparator.comparingInt((Slice<List<ResponsibleUnit>> slice) ->
                                        place.applyAsInt(slice.of().getFirst()))
                                .thenComparingInt(slice -> slice.of().size()))
                .toList();
    }

    private static PointSplit sum(List<Slice<Indicator>> slices) {
        SplitSum sum = new SplitSum();
        slices.forEach(slice -> sum.add(slice.points()));
        return sum.total();
    }

    /**
     * The way from all that could be had down to the points earned: the largest loss first, then
     * what is open, the most first; of equals, the first of the agreement. After the last loss
     * stands the highest total that is still possible. Nothing for an indicator that lost nothing.
     */
    public List<Step> waterfall() {
        List<Step> steps = new ArrayList<>();
        BigFraction at = total.weight();
        at = descend(steps, at, Loss.LOST, PointSplit::lost);
        descend(steps, at, Loss.OPEN, PointSplit::open);
        return steps;
    }

    private BigFraction descend(
            List<Step> steps, BigFraction start, Loss loss, Function<PointSplit, BigFraction> of) {
        BigFraction at = start;
        List<Slice<Indicator>> largestFirst =
                byIndicator.stream()
                        .filter(slice -> !of.apply(slice.points()).equals(BigFraction.ZERO))
                        .sorted(
                                Comparator.comparing(
                                        (Slice<Indicator> slice) -> of.apply(slice.points()),
                                        Comparator.reverseOrder()))
                        .toList();
        for (Slice<Indicator> slice : largestFirst) {
            BigFraction to = at.subtract(of.apply(slice.points()));
            steps.add(new Step(slice.of(), loss, at, to));
            at = to;
        }
        return at;
    }
}
