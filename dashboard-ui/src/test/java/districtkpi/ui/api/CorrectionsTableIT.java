package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.scope.RowScope;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CorrectionsTableIT {

    private static final DistrictCode ENDED = DistrictCode.of("4308");

    private static Scoreboard board() {
        return RowScope.inProvince(() ->
                DemonstrationServer.application()
                        .get(ScoreboardQuery.class)
                        .find(RoundId.parse("2565-1"))
                        .orElseThrow());
    }

    /** The round as it would be if the code of a district had ended within it. */
    private static Scoreboard without(Scoreboard board, DistrictCode code) {
        return Scoreboard.of(
                board.stored(),
                board.asOf(),
                board.districts().stream().filter(one -> !one.code().equals(code)).toList(),
                board.measurements().values().stream()
                        .flatMap(figures -> figures.values().stream())
                        .toList(),
                board.overrides());
    }

    @Test
    void theFiguresLevelsTotalAndRankOfADistrictThatEndedWithinTheRoundAreListed() {
        Scoreboard published = board();
        Scoreboard now = without(published, ENDED);

        List<CorrectionsTable.Row> rows = CorrectionsTable.rows(published, now);

        assertThat(rows)
                .filteredOn(row -> row.district().equals(ENDED))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.after()).isInstanceOf(Cell.Absent.class))
                .extracting(CorrectionsTable.Row::kind)
                .contains("figure", "level", "total", "rank");
        assertThat(rows)
                .filteredOn(row -> row.kind().equals("figure") && row.district().equals(ENDED))
                .hasSize(Objects.requireNonNull(published.measurements().get(ENDED)).size());
    }

    @Test
    void ofOneDistrictAloneNothingIsSaidOfTheOthers() {
        Scoreboard published = board();
        DistrictCode own = DistrictCode.of("4301");

        assertThat(CorrectionsTable.rows(published.only(own), published.only(own))).isEmpty();
    }
}
