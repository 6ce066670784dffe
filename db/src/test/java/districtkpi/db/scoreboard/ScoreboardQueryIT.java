package districtkpi.db.scoreboard;

import static districtkpi.db.testing.Figures.count;
import static districtkpi.db.testing.Figures.figure;
import static districtkpi.db.testing.Figures.key;
import static districtkpi.db.testing.Figures.ratio;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.result.NewMeasurement;
import districtkpi.db.testing.DatabaseContext;
import districtkpi.db.testing.TestAgreements;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoreboardQueryIT {

    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final DistrictCode MUEANG = DistrictCode.of("4301");

    private static DatabaseContext database;
    private static ScoreboardQuery scoreboards;

    @BeforeAll
    static void createDatabase() {
        database = new DatabaseContext();
        scoreboards = database.get(ScoreboardQuery.class);
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
    void hasNoScoreboardOfARoundThatWasNotOpened() {
        assertThat(scoreboards.find(ROUND)).isEmpty();
        assertThat(scoreboards.findBefore(ROUND, 1).stream().findFirst()).isEmpty();
    }

    @Test
    void showsTheNineDistrictsBeforeAnyResult() {
        StoredAgreement stored = database.agree("2565-1 70");
        Scoreboard scoreboard = find();
        assertThat(scoreboard.stored()).isEqualTo(stored);
        assertThat(scoreboard.asOf()).isEqualTo(LocalDate.of(2022, 6, 1));
        assertThat(scoreboard.districts()).hasSize(9);
        assertThat(scoreboard.ranking().rows())
                .hasSize(9)
                .allSatisfy(row -> assertThat(row.rank()).isEmpty());
        assertThat(scoreboard.demonstration()).isFalse();
    }

    @Test
    void scoresAndRanksTheFiguresThatCount() {
        database.agree("2565-1 70");
        database.commit(
                figure("2565-1", "4301", "T1.spending", ratio("69", "100"), "2022-02-28"),
                figure("2565-1", "4302", "T1.spending", ratio("90", "100")));
        database.commit(figure("2565-1", "4301", "T1.spending", ratio("75", "100")));
        Scoreboard scoreboard = find();
        // Weight 70 at level 2 of 5, and at level 5, each half of the total.
        assertThat(total(scoreboard.ranking(), "4301")).isEqualTo(BigFraction.of(14));
        assertThat(total(scoreboard.ranking(), "4302")).isEqualTo(BigFraction.of(35));
        assertThat(scoreboard.ranking().rows().getFirst().scorecard().district())
                .isEqualTo(DistrictCode.of("4302"));
        assertThat(scoreboard.measurement(MUEANG, key("T1.spending")).orElseThrow().value())
                .isEqualTo(ratio("75", "100"));
        assertThat(scoreboard.district(MUEANG).orElseThrow().name().en())
                .isEqualTo("Mueang Nong Khai");
    }

    @Test
    void leavesOutWhatDescribesLaterDays() {
        database.agree("2565-1 70");
        database.commit(figure("2565-1", "4301", "T1.spending", ratio("69", "100"), "2022-02-28"));
        database.commit(figure("2565-1", "4301", "T1.spending", ratio("90", "100")));
        Scoreboard scoreboard = scoreboards.find(ROUND, LocalDate.of(2022, 3, 30)).orElseThrow();
        assertThat(total(scoreboard.ranking(), "4301")).isEqualTo(BigFraction.ZERO);
    }

    @Test
    void keepsAnAnswerUntilTheRoundsDataChanges() {
        database.agree("2565-1 70");
        database.agree("2565-2 70");
        database.commit(figure("2565-1", "4301", "P1.channels", count("1")));
        Scoreboard before = find();
        assertThat(find()).isSameAs(before);
        database.commit(figure("2565-2", "4301", "P1.channels", count("1"), "2022-04-30"));
        assertThat(find()).isSameAs(before);
        database.commit(figure("2565-1", "4301", "P1.channels", count("2")));
        assertThat(find()).isNotSameAs(before);
    }

    @Test
    void seesWhatAnotherProgramCommits() throws SQLException {
        database.agree("2565-1 70");
        assertThat(find().measurement(MUEANG, key("P1.channels"))).isEmpty();
        database.execute(
                """
                with file as (
                    insert into import (kind, file, sha256, committed_at, row_count, created_count,
                        changed_count, unchanged_count, warning_count, demonstration)
                    values ('results', 'other.csv', encode(sha256('x'), 'hex'), now(), 1, 1, 0, 0, 0, true)
                    returning import_id
                ), of_round as (
                    insert into import_round (round_id, import_id)
                    select '2565-1', import_id from file
                    returning import_id
                )
                insert into measurement (round_id, district_code, indicator, measure, value_kind, value,
                    as_of, source, note, import_id, line, raw_text)
                select '2565-1', '4301', 'P1', 'channels', 'count', 2, date '2022-03-31', '', '',
                    import_id, 2, '' from of_round
                """);
        assertThat(find().measurement(MUEANG, key("P1.channels")).orElseThrow().value())
                .isEqualTo(count("2"));
        assertThat(find().demonstration()).isTrue();
    }

    @Test
    void forgetsWhatWasSeenInATransactionThatWasRolledBack() {
        database.agree("2565-1 70");
        database.rolledBack(() -> {
            database.add(figure("2565-1", "4301", "P1.channels", count("2")));
            assertThat(find().measurement(MUEANG, key("P1.channels"))).isPresent();
        });
        assertThat(find().measurement(MUEANG, key("P1.channels"))).isEmpty();
        database.commit(figure("2565-1", "4301", "P1.channels", count("3")));
        assertThat(find().measurement(MUEANG, key("P1.channels")).orElseThrow().value())
                .isEqualTo(count("3"));
    }

    @Test
    void seesANewVersionOfTheAgreement() {
        database.agree("2565-1 70");
        database.commit(figure("2565-1", "4301", "T1.spending", ratio("70", "100")));
        assertThat(total(find().ranking(), "4301")).isEqualTo(BigFraction.of(7));
        database.agree("2565-1 71");
        assertThat(total(find().ranking(), "4301")).isEqualTo(BigFraction.ZERO);
    }

    @Test
    void seesADistrictThatIsLoadedLater() throws SQLException {
        try (DatabaseContext own = new DatabaseContext()) {
            ScoreboardQuery query = own.get(ScoreboardQuery.class);
            own.agree("2565-1 70");
            assertThat(query.find(ROUND).orElseThrow().districts()).hasSize(9);
            own.execute("insert into district_code (district_code) values ('4399')");
            own.execute("insert into district values ('4399', '2022-01-01', null, 'ใหม่', 'New')");
            assertThat(query.find(ROUND).orElseThrow().districts()).hasSize(10);
        }
    }

    @Test
    void leavesOutFiguresOfAnotherKindThanTheAgreementAsksFor() {
        database.agree("2565-1 70");
        database.commit(
                figure("2565-1", "4301", "T1.spending", count("90")),
                figure("2565-1", "4301", "T9.unknown", count("90")));
        assertThat(find().measurements().get(MUEANG)).isEmpty();
        assertThat(find().ranking().row(MUEANG).orElseThrow().rank()).isEmpty();
    }

    @Test
    void findsTheNewestRoundBeforeAnother() {
        database.agree("2564-1 70");
        database.agree("2564-2 70");
        database.agree("2565-2 70");
        assertThat(scoreboards.findBefore(RoundId.parse("2565-2"), 1).stream().findFirst())
                .hasValueSatisfying(board ->
                        assertThat(board.stored().agreement().round())
                                .isEqualTo(RoundId.parse("2564-2")));
        assertThat(scoreboards.findBefore(RoundId.parse("2564-1"), 1).stream().findFirst())
                .isEmpty();
    }

    @Test
    void findsTheRoundsBeforeAnotherInOneGo() {
        database.agree("2564-1 70");
        database.agree("2564-2 75");
        database.agree("2565-1 70");
        RoundId last = RoundId.parse("2565-2");
        assertThat(scoreboards.findBefore(last, 2))
                .containsExactly(
                        scoreboards.find(RoundId.parse("2564-2")).orElseThrow(),
                        scoreboards.find(ROUND).orElseThrow());
        assertThat(scoreboards.findBefore(last, Integer.MAX_VALUE)).hasSize(3);
        assertThat(scoreboards.findBefore(last, 0)).isEmpty();
    }

    @Test
    void ranksWithCandidatesAsTheirCommitWould() {
        database.agree("2565-1 70");
        database.commit(
                figure("2565-1", "4301", "T1.spending", ratio("75", "100"), "2022-02-28"),
                figure("2565-1", "4302", "T1.spending", ratio("80", "100"), "2022-03-31"),
                figure("2565-1", "4305", "P1.channels", count("2")));
        NewMeasurement[] candidates = {
            // Newer, older, of the same day, after today, and of a district without any.
            figure("2565-1", "4301", "T1.spending", ratio("90", "100"), "2022-03-31"),
            figure("2565-1", "4302", "T1.spending", ratio("95", "100"), "2022-03-30"),
            figure("2565-1", "4305", "P1.channels", count("4")),
            figure("2565-1", "4307", "P1.channels", count("5"), "2022-06-02"),
            figure("2565-1", "4308", "P1.channels", count("5")),
        };
        Ranking foreseen = find().rankingWith(List.of(candidates));
        assertThat(total(foreseen, "4301")).isEqualTo(BigFraction.of(35));
        assertThat(total(foreseen, "4302")).isEqualTo(BigFraction.of(21));
        assertThat(total(foreseen, "4305")).isEqualTo(BigFraction.of(12));
        assertThat(foreseen.row(DistrictCode.of("4307")).orElseThrow().rank()).isEmpty();
        assertThat(total(foreseen, "4308")).isEqualTo(BigFraction.of(15));
        database.commit(candidates);
        assertThat(find().ranking()).isEqualTo(foreseen);
    }

    @Test
    void ranksUnderAnotherVersionAsItsCommitWould() {
        database.agree("2565-1 70");
        database.commit(figure("2565-1", "4301", "T1.spending", ratio("75", "100")));
        Ranking foreseen = find().rankingUnder(new TestAgreements().read("2565-1 60"));
        database.agree("2565-1 60");
        assertThat(find().ranking()).isEqualTo(foreseen);
        assertThat(total(foreseen, "4301")).isEqualTo(BigFraction.of(28));
    }

    private Scoreboard find() {
        return scoreboards.find(ROUND).orElseThrow();
    }

    private static BigFraction total(Ranking ranking, String district) {
        return ranking.row(DistrictCode.of(district))
                .orElseThrow()
                .scorecard()
                .total()
                .points()
                .orElseThrow();
    }
}
