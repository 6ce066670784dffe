package districtkpi.importer.result;

import districtkpi.db.result.NewMeasurement;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportReport.Impact;
import districtkpi.scoring.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.math3.fraction.BigFraction;

/** What figures do to the totals and ranks of a round's districts. */
final class RoundImpact {

    private RoundImpact() {}

    /**
     * One entry for each district, by code, whether anything changes for it or not.
     *
     * @param board the round without the figures
     * @param figures those of other rounds are left out
     */
    static List<Impact> of(Scoreboard board, List<NewMeasurement> figures) {
        Ranking before = board.ranking();
        Ranking after = board.rankingWith(figures);
        return board.districts().stream()
                .map(District::code)
                .sorted()
                .map(code ->
                        new Impact(
                                board.stored().agreement().round(),
                                code,
                                total(before, code),
                                total(after, code),
                                rank(before, code),
                                rank(after, code)))
                .toList();
    }

    private static Optional<BigFraction> total(Ranking ranking, DistrictCode code) {
        return ranking.row(code).flatMap(row -> row.scorecard().total().points());
    }

    private static OptionalInt rank(Ranking ranking, DistrictCode code) {
        return ranking.row(code).map(Ranking.Row::rank).orElse(OptionalInt.empty());
    }
}
