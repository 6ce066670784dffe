package districtkpi.office.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.RoundId;
import districtkpi.ui.testing.UiTest;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ScoreboardCacheIT extends UiTest {

    private static final RoundId ROUND = RoundId.parse("2565-2");

    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private Analyses analyses;

    private final AtomicInteger calculations = new AtomicInteger();
    private final ScoreboardCache<Integer> kept =
            new ScoreboardCache<>(_ -> calculations.incrementAndGet());

    @Test
    void calculatesOnceForAllVisitors() {
        assertThat(kept.of(List.of(scoreboard()))).isEqualTo(1);
        assertThat(kept.of(List.of(scoreboard()))).isEqualTo(1);
        assertThat(analyses.certainty(scoreboard())).isSameAs(analyses.certainty(scoreboard()));
        assertThat(analyses.days(scoreboard())).isSameAs(analyses.days(scoreboard()));
    }

    @Test
    void calculatesAgainForOtherFigures() {
        Scoreboard past = scoreboards.find(ROUND, LocalDate.of(2022, 6, 30)).orElseThrow();
        assertThat(kept.of(List.of(scoreboard()))).isEqualTo(1);
        assertThat(kept.of(List.of(past))).isEqualTo(2);
        assertThat(kept.of(List.of(scoreboard()))).isEqualTo(1);
    }

    @Test
    void calculatesAgainWhereARoundBeforeIsAnother() {
        Scoreboard before = scoreboards.findBefore(ROUND, 1).stream().findFirst().orElseThrow();
        assertThat(kept.of(List.of(before, scoreboard()))).isEqualTo(1);
        assertThat(kept.of(List.of(before, scoreboard()))).isEqualTo(1);
        assertThat(kept.of(List.of(scoreboard()))).isEqualTo(2);
    }

    private Scoreboard scoreboard() {
        return scoreboards.find(ROUND).orElseThrow();
    }
}
