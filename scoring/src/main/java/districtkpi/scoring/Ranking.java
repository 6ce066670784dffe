package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The districts of one round in order.
 *
 * @param agreement by which they were scored
 * @param rows by rank, districts of one rank by code, those without a rank last
 * @param statistics over the districts that have a total; absent where none has
 */
public record Ranking(Agreement agreement, List<Row> rows, Optional<Statistics> statistics) {

    private static final Comparator<Scorecard> BY_DISTRICT =
            Comparator.comparing(Scorecard::district);
    private static final Comparator<Placed> BY_PLACE =
            Comparator.comparing(Placed::points)
                    .reversed()
                    .thenComparing(Placed::scorecard, BY_DISTRICT);

    public Ranking {
        rows = List.copyOf(rows);
    }

    /** A scorecard that has a total. */
    private record Placed(Scorecard scorecard, BigFraction points) {}

    /**
     * Ranks scorecards by exact combined total: standard competition rank, 1, 1, 3.
     *
     * @param scorecards scored by the agreement, one for each district, in any order
     * @throws IllegalArgumentException if a district comes twice
     */
    public static Ranking of(Agreement agreement, List<Scorecard> scorecards) {
        requireOnce(scorecards);
        List<Placed> placed = new ArrayList<>();
        List<Scorecard> unplaced = new ArrayList<>();
        for (Scorecard scorecard : scorecards) {
            scorecard
                    .total()
                    .points()
                    .ifPresentOrElse(
                            points -> placed.add(new Placed(scorecard, points)),
                            () -> unplaced.add(scorecard));
        }
        placed.sort(BY_PLACE);
        unplaced.sort(BY_DISTRICT);
        List<BigFraction> totals = placed.stream().map(Placed::points).toList();
        Optional<Statistics> statistics = Statistics.of(totals);
        List<Row> rows = new ArrayList<>(scorecards.size());
        int rank = 0;
        for (int i = 0; i < placed.size(); i++) {
            BigFraction points = totals.get(i);
            boolean asBefore = i > 0 && points.equals(totals.get(i - 1));
            boolean asNext = i + 1 < totals.size() && points.equals(totals.get(i + 1));
            rank = asBefore ? rank : i + 1;
            rows.add(
                    new Row(
                            placed.get(i).scorecard(),
                            OptionalInt.of(rank),
                            asBefore || asNext,
                            statistics.map(s -> points.subtract(s.mean())),
                            statistics.map(s -> points.subtract(s.median()))));
        }
        for (Scorecard scorecard : unplaced) {
            rows.add(
                    new Row(
                            scorecard,
                            OptionalInt.empty(),
                            false,
                            Optional.empty(),
                            Optional.empty()));
        }
        return new Ranking(agreement, rows, statistics);
    }

    /** One district alone: scored, but without a rank and without statistics of others. */
    public Ranking only(DistrictCode district) {
        return new Ranking(
                agreement,
                row(district)
                        .map(row ->
                                new Row(
                                        row.scorecard(),
                                        OptionalInt.empty(),
                                        false,
                                        Optional.empty(),
                                        Optional.empty()))
                        .stream()
                        .toList(),
                Optional.empty());
    }

    private static void requireOnce(List<Scorecard> scorecards) {
        Set<DistrictCode> districts = new HashSet<>();
        for (Scorecard scorecard : scorecards) {
            if (!districts.add(scorecard.district())) {
                throw new IllegalArgumentException(
                        "District " + scorecard.district() + " is to be ranked twice");
            }
        }
    }

    /**
     * A district's place.
     *
     * @param rank from 1; absent for a district without any result
     * @param shared true if another district has the same rank
     * @param toMean total less the mean of the districts that have one; absent without a total
     * @param toMedian total less their median; absent without a total
     */
    public record Row(
            Scorecard scorecard,
            OptionalInt rank,
            boolean shared,
            Optional<BigFraction> toMean,
            Optional<BigFraction> toMedian) {

        /**
         * Whether there is a total and yet no rank, because others are not to be seen: {@link
         * Ranking#only}.
         */
        public boolean isRankWithheld() {
            return rank.isEmpty() && scorecard.total().points().isPresent();
        }
    }

    /**
     * The province at a glance.
     *
     * @param count districts with a total
     * @param median the middle total; of an even number of districts, the mean of the middle two
     * @param spread highest less lowest total
     * @param standardDeviation of the population, in points; descriptive, hence inexact
     */
    public record Statistics(
            int count,
            BigFraction mean,
            BigFraction median,
            BigFraction highest,
            BigFraction lowest,
            BigFraction spread,
            double standardDeviation) {

        /**
         * @param totals from the highest to the lowest
         */
        private static Optional<Statistics> of(List<BigFraction> totals) {
            if (totals.isEmpty()) {
                return Optional.empty();
            }
            int count = totals.size();
            FractionSum sum = new FractionSum();
            totals.forEach(sum::add);
            BigFraction mean = sum.total().divide(count);
            BigFraction median = totals.get(count / 2).add(totals.get((count - 1) / 2)).divide(2);
            double deviation =
                    new StandardDeviation(false)
                            .evaluate(
                                    totals.stream()
                                            .mapToDouble(BigFraction::doubleValue)
                                            .toArray());
            return Optional.of(
                    new Statistics(
                            count,
                            mean,
                            median,
                            totals.getFirst(),
                            totals.getLast(),
                            totals.getFirst().subtract(totals.getLast()),
                            deviation));
        }
    }

    /** The row of a district; absent if it was not ranked. */
    public Optional<Row> row(DistrictCode district) {
        return rows.stream().filter(row -> row.scorecard().district().equals(district)).findFirst();
    }
}
