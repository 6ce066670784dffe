package districtkpi.scoring.movement;

import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * One district through the rounds. Every list has one entry for each round, in their order, which
 * is absent where there is nothing: a gap, never a 0.
 *
 * @param rows its row in the ranking of each round
 */
public record DistrictTrend(DistrictCode district, List<Optional<Ranking.Row>> rows) {

    public DistrictTrend {
        rows = List.copyOf(rows);
    }

    /** Combined totals, out of 100. */
    public List<Optional<BigFraction>> totals() {
        return rows.stream()
                .map(row -> row.flatMap(one -> one.scorecard().total().points()))
                .toList();
    }

    /** Totals of a section, out of 100. */
    public List<Optional<BigFraction>> totals(SectionId section) {
        return rows.stream()
                .map(row ->
                        row.flatMap(one -> one.scorecard().section(section))
                                .flatMap(Scorecard.Total::points))
                .toList();
    }

    /** Ranks among the districts of each round. */
    public List<OptionalInt> ranks() {
        return rows.stream()
                .map(row -> row.map(Ranking.Row::rank).orElseGet(OptionalInt::empty))
                .toList();
    }

    /** How often in a row the total rose or fell, up to the last round. */
    public Optional<Streak> streak() {
        return Streak.of(totals());
    }

    /**
     * What the district has for a concept: level and points of its section, or why there are none.
     *
     * @param concept of the same trend
     */
    public List<Optional<Scorecard.Line>> lines(Trend.Concept concept) {
        List<Optional<Scorecard.Line>> lines = new ArrayList<>(rows.size());
        for (int round = 0; round < rows.size(); round++) {
            Optional<Scorecard> scorecard = rows.get(round).map(Ranking.Row::scorecard);
            lines.add(
                    concept.indicators()
                            .get(round)
                            .flatMap(indicator -> scorecard.map(one -> one.line(indicator.id()))));
        }
        return lines;
    }
}
