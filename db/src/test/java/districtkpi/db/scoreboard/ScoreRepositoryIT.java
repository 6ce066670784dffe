package districtkpi.db.scoreboard;

import static districtkpi.db.testing.Figures.count;
import static districtkpi.db.testing.Figures.figure;
import static districtkpi.db.testing.Figures.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.testing.DatabaseContext;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.result.MeasuredValue;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class ScoreRepositoryIT {

    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final List<String> TABLES = List.of("score", "section_score", "district_score");

    private static DatabaseContext database;
    private static ScoreRepository scores;

    @BeforeAll
    static void createDatabase() {
        database = new DatabaseContext();
        scores = database.get(ScoreRepository.class);
    }

    @BeforeEach
    void openRounds() {
        database.clear();
        database.agree("2565-1 70");
        database.agree("2565-2 70");
        database.inTransaction(() -> {
            long id =
                    database.add(
                            figure("2565-1", "4301", "T1.spending", ratio("85", "100")),
                            figure("2565-1", "4301", "T2.plan", new MeasuredValue.Done(null)),
                            figure("2565-1", "4301", "P1.channels", notApplicable()),
                            figure("2565-1", "4301", "P2.sales", ratio("113", "100")),
                            figure("2565-1", "4301", "P3.debt", ratio("95", "100")),
                            figure("2565-1", "4302", "T1.spending", ratio("69", "100")),
                            figure("2565-1", "4305", "T1.spending", ratio("90", "100")),
                            figure(
                                    "2565-1",
                                    "4305",
                                    "T2.evidence",
                                    new MeasuredValue.Day(LocalDate.of(2022, 3, 1))));
            scores.rebuild(ROUND);
            return id;
        });
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void storesTheExactScoreOfEveryIndicator() throws SQLException {
        assertThat(
                        database.rows(
                                """
                                select indicator, section, concept, weight, effective_weight, status,
                                    level, level_min, level_max, points_numerator, points_denominator,
                                    points, points_min, points_max
                                from score where district_code = '4301' order by indicator collate "C"
                                """))
                .containsExactly(
                        "(P1,individual,concept_of_p1,30,0.0000,NOT_APPLICABLE,,,,,,,0.0000,0.0000)",
                        "(P2,individual,concept_of_p2,40,57.1429,SCORED,3,3,3,240,7,34.2857,34.2857,34.2857)",
                        "(P3,individual,concept_of_p3,30,42.8571,SCORED,2,2,2,120,7,17.1429,17.1429,17.1429)",
                        "(T1,team,concept_of_t1,70,70.0000,SCORED,4,4,4,56,1,56.0000,56.0000,56.0000)",
                        "(T2,team,concept_of_t2,30,30.0000,INCOMPLETE,4,4,5,24,1,24.0000,24.0000,30.0000)");
    }

    @Test
    void storesTotalsAndRanks() throws SQLException {
        assertThat(
                        database.rows(
                                """
                                select district_code, section, points, possible_min, possible_max,
                                    scored_weight, not_applicable_weight
                                from section_score where district_code in ('4301', '4317')
                                order by district_code, section
                                """))
                .containsExactly(
                        "(4301,individual,51.4286,51.4286,51.4286,100.0000,30)",
                        "(4301,team,80.0000,80.0000,86.0000,100.0000,0)",
                        "(4317,individual,,0.0000,100.0000,0.0000,0)",
                        "(4317,team,,0.0000,100.0000,0.0000,0)");
        assertThat(
                        database.rows(
                                """
                                select district_code, agreement_version, rank, shared,
                                    points_numerator, points_denominator, points
                                from district_score order by rank, district_code
                                """))
                .startsWith(
                        "(4301,1,1,f,460,7,65.7143)",
                        "(4305,1,2,f,35,1,35.0000)",
                        "(4302,1,3,f,0,1,0.0000)",
                        "(4307,1,,f,,,)")
                .hasSize(9);
    }

    @Test
    void givesTheSameScoresWhenTheyAreDeletedAndBuiltAgain() throws SQLException {
        for (String table : TABLES) {
            database.execute("create table %s_before as select * from %s".formatted(table, table));
            database.execute("delete from " + table);
        }
        rebuild(ROUND);
        for (String table : TABLES) {
            assertThat(database.rows("select * from " + table))
                    .as(table)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            database.rows("select * from " + table + "_before"));
        }
        rebuild(ROUND);
        for (String table : TABLES) {
            assertThat(
                            database.rows(
                                    "(select * from %s except select * from %s_before) union all (select * from %s_before except select * from %s)"
                                            .formatted(table, table, table, table)))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void replacesTheScoresOfThatRoundOnly() throws SQLException {
        rebuild(RoundId.parse("2565-2"));
        List<String> others =
                database.rows("select * from score where round_id = '2565-2' order by 1, 2, 3, 4");
        assertThat(others).hasSize(45);
        database.agree("2565-1 90");
        rebuild(ROUND);
        assertThat(
                        database.rows(
                                "select distinct agreement_version from score where round_id = '2565-1'"))
                .containsExactly("(2)");
        assertThat(
                        database.rows(
                                "select level from score where (district_code, indicator) = ('4305', 'T1') and round_id = '2565-1'"))
                .containsExactly("(1)");
        assertThat(
                        database.rows(
                                "select * from score where round_id = '2565-2' order by 1, 2, 3, 4"))
                .isEqualTo(others);
    }

    @Test
    void leavesTheOldScoresWhenTheTransactionIsRolledBack() throws SQLException {
        List<String> before = database.rows("select * from score order by 1, 2, 3, 4");
        database.rolledBack(() -> {
            database.add(figure("2565-1", "4301", "P3.debt", count("1")));
            scores.rebuild(ROUND);
        });
        assertThat(database.rows("select * from score order by 1, 2, 3, 4")).isEqualTo(before);
    }

    @Test
    void rebuildsOnlyInATransactionOfTheCallerAndOnlyOpenedRounds() {
        assertThatThrownBy(() -> scores.rebuild(ROUND))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> rebuild(RoundId.parse("2566-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Round 2566-1 was not opened");
    }

    private void rebuild(RoundId round) {
        database.inTransaction(() -> {
            scores.rebuild(round);
            return round;
        });
    }

    private static MeasuredValue notApplicable() {
        return new MeasuredValue.NotApplicable("ไม่มีเป้าหมาย");
    }
}
