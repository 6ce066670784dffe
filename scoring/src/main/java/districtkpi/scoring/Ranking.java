package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The districts of one round in order.
 *
 * @param agreement by which they were scored
 * @param rows by rank, districts of one rank by code, those without a rank last
 * @param statistics over the districts that have a total; absent where none has
 */
public record Ranking(Agreement agreement, List<Row> rows, Optional<Statistics> statistics) {

    public Ranking {
        rows = List.copyOf(rows);
    }

    /**
     * Ranks scorecards by exact combined total: standard competition rank, 1, 1, 3.
     *
     * @param scorecards scored by the agreement, one for each district
     */
    public static Ranking of(Agreement agreement, List<Scorecard> scorecards) {
        return new Ranking(agreement, List.of(), Optional.empty());
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
            Optional<BigFraction> toMedian) {}

    /**
     * The province at a glance.
     *
     * @param count districts with a total
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
            double standardDeviation) {}

    /** The row of a district; absent if it was not ranked. */
    public Optional<Row> row(DistrictCode district) {
        return rows.stream().filter(row -> row.scorecard().district().equals(district)).findFirst();
    }
}
