package districtkpi.db.scope;

import static districtkpi.db.testing.Figures.figure;
import static districtkpi.db.testing.Figures.ratio;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.DatabaseContext;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MomentsIT {

    private static final RoundId ROUND = RoundId.parse("2565-1");

    private static DatabaseContext database;
    private static Moments moments;

    private final AtomicInteger asked = new AtomicInteger();

    @BeforeAll
    static void createDatabase() {
        database = new DatabaseContext();
        moments = database.get(Moments.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void anAnswerHoldsForTheMomentAndNoLonger() {
        try (Moments.Moment _ = moments.begin()) {
            assertThat(ask()).isEqualTo(1);
            assertThat(ask()).isEqualTo(1);
        }
        assertThat(ask()).isEqualTo(2);
        assertThat(ask()).isEqualTo(3);
        try (Moments.Moment _ = moments.begin()) {
            assertThat(ask()).isEqualTo(4);
        }
    }

    @Test
    void aTransactionAsksAnewAndEndsWhatWasAnsweredBefore() {
        TransactionTemplate transaction =
                new TransactionTemplate(database.get(PlatformTransactionManager.class));
        try (Moments.Moment _ = moments.begin()) {
            assertThat(ask()).isEqualTo(1);
            assertThat(transaction.<Integer>execute(_ -> ask())).isEqualTo(2);
            assertThat(ask()).isEqualTo(3);
            assertThat(ask()).isEqualTo(3);
        }
    }

    @Test
    void whoeverSeesOtherRowsGetsAnAnswerOfTheirOwn() {
        try (Moments.Moment _ = moments.begin()) {
            assertThat(ask()).isEqualTo(1);
            assertThat(RowScope.inProvince(this::ask)).isEqualTo(2);
            assertThat(ask()).isEqualTo(1);
        }
    }

    @Test
    void whatThisProgramCommitsIsSeenAtOnce() {
        database.agree("2565-1 70");
        ScoreboardQuery scoreboards = database.get(ScoreboardQuery.class);
        try (Moments.Moment _ = moments.begin()) {
            Scoreboard before = scoreboards.find(ROUND).orElseThrow();
            assertThat(scoreboards.find(ROUND).orElseThrow()).isSameAs(before);
            database.commit(figure("2565-1", "4301", "T1.spending", ratio("75", "100")));
            assertThat(
                            scoreboards
                                    .find(ROUND)
                                    .orElseThrow()
                                    .ranking()
                                    .row(DistrictCode.of("4301"))
                                    .orElseThrow()
                                    .rank())
                    .hasValue(1);
        }
    }

    private int ask() {
        return moments.ask("how often", asked::incrementAndGet);
    }
}
