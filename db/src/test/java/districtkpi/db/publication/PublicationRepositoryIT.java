package districtkpi.db.publication;

import static districtkpi.db.testing.Figures.figure;
import static districtkpi.db.testing.Figures.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scope.Moments;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.DatabaseContext;
import districtkpi.db.testing.Publishing;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.publication.Publication;
import districtkpi.domain.result.LevelOverride;
import districtkpi.scoring.Scorecard;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class PublicationRepositoryIT {

    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final RoundId NEXT_ROUND = RoundId.parse("2565-2");

    private static DatabaseContext database;
    private static PublicationRepository publications;

    @BeforeAll
    static void createDatabase() {
        database = new DatabaseContext();
        publications = database.get(PublicationRepository.class);
    }

    @BeforeEach
    void openRound() {
        database.clear();
        database.agree("2565-1 70");
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    private long spending(String baht) {
        return database.commit(figure("2565-1", "4301", "T1.spending", ratio(baht, "100")));
    }

    private Publication publish(String reason) {
        return Publishing.in(database::get).publish(ROUND, reason);
    }

    @Test
    void whatWasPublishedStaysWhateverComesAfter() {
        long first = spending("75");
        Publication publication = publish("");
        Scoreboard published = publications.findScoreboard(ROUND, 1).orElseThrow();
        byte[] record = publications.findRecord(ROUND, 1).orElseThrow();

        spending("90");
        database.inTransaction(() -> database.get(ImportRepository.class).undo(first, "wrong"));
        database.agree("2565-1 30");
        PublicationRepository another = fresh();

        assertThat(another.findRecord(ROUND, 1)).hasValue(record);
        assertThat(another.findScoreboard(ROUND, 1)).hasValue(published);
        assertThat(published.publication()).hasValue(publication);
        assertThat(published.ranking())
                .isNotEqualTo(publications.draft(ROUND).orElseThrow().scoreboard().ranking());
        assertThat(new String(record, StandardCharsets.UTF_8).lines())
                .contains(
                        String.format(
                                Locale.ROOT,
                                "measurement\t4301\tT1.spending\t75 of 100\tas of 2022-03-31\timport %d\t%s\tline 2",
                                first,
                                database.get(ImportRepository.class)
                                        .find(first)
                                        .orElseThrow()
                                        .sha256()))
                .contains("score\t4301\tT1\tscored\tlevel 2\t28")
                .contains("total\t4301\trank 1\t14\t14 to 79")
                .contains("total\t4302\trank -\t-\t0 to 100");
        assertThat(DatabaseContext.sha256(record)).isEqualTo(publication.sha256());
    }

    @Test
    void theLevelsThatWereSetStayWithTheirRevisionWhenTheyAreWithdrawn() {
        spending("75");
        publish("");
        assertThat(record(1)).noneMatch(line -> line.startsWith("override"));
        setLevel("T1", 5);
        Publication overridden = publish("ระดับ 5 ตามหนังสือกรม");

        withdraw();
        Scoreboard now = publications.draft(ROUND).orElseThrow().scoreboard();
        Scoreboard then = fresh().findScoreboard(ROUND, 2).orElseThrow();

        assertThat(level(now)).isEqualTo(2);
        assertThat(level(then)).isEqualTo(5);
        assertThat(then.overrides())
                .singleElement()
                .extracting(LevelOverride::reason)
                .isEqualTo("หนังสือกรม");
        assertThat(fresh().isReproduced(overridden)).isTrue();
        assertThat(record(2))
                .contains("score\t4301\tT1\tscored\tlevel 5\t70")
                .contains(
                        "override\t4301\tT1\tlevel 5\tcomputed level 2\t2022-06-01T05:00:00Z\tหนังสือกรม");
        publish("ถอนระดับ");
        assertThat(record(3)).isEqualTo(record(1));
    }

    private void setLevel(String indicator, int level) {
        database.inTransaction(() -> {
            database.get(OverrideRepository.class)
                    .add(
                            ROUND,
                            DistrictCode.of("4301"),
                            IndicatorId.of(indicator),
                            level,
                            "หนังสือกรม");
            return true;
        });
    }

    private void withdraw() {
        OverrideRepository overrides = database.get(OverrideRepository.class);
        database.inTransaction(() -> {
            overrides
                    .findInForce(ROUND)
                    .forEach(override -> overrides.withdraw(override, "หนังสือถูกยกเลิก"));
            return true;
        });
    }

    private static int level(Scoreboard scoreboard) {
        Scorecard scorecard =
                scoreboard.ranking().row(DistrictCode.of("4301")).orElseThrow().scorecard();
        return scorecard.line(IndicatorId.of("T1")).score().lowestLevel().orElseThrow();
    }

    private List<String> record(int revision) {
        byte[] record = publications.findRecord(ROUND, revision).orElseThrow();
        return new String(record, StandardCharsets.UTF_8).lines().toList();
    }

    /** As another process would see it: nothing kept. */
    private PublicationRepository fresh() {
        return new JooqPublicationRepository(
                database.get(DSLContext.class),
                database.get(AgreementRepository.class),
                database.get(MeasurementRepository.class),
                database.get(OverrideRepository.class),
                database.get(ScoreboardQuery.class),
                database.get(Clock.class),
                CurrentAccount.NOBODY,
                database.get(Moments.class));
    }

    @Test
    void aCorrectionIsANewRevision() {
        spending("75");
        Publication first = publish("");
        spending("90");
        Publication second = publish("ผลรวมไตรมาส ๒ ผิด");

        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.reason()).isEqualTo("ผลรวมไตรมาส ๒ ผิด");
        assertThat(publications.findAll(ROUND)).containsExactly(second, first);
        assertThat(publications.findScoreboard(ROUND, 1).orElseThrow().ranking())
                .isNotEqualTo(publications.findScoreboard(ROUND, 2).orElseThrow().ranking());
        assertThat(publications.findScoreboard(ROUND, 3)).isEmpty();
    }

    @Test
    void theRoundsBeforeAreThoseThatWereOutByThen() {
        database.agree("2565-2 70");
        spending("75");
        publish("");
        database.commit(figure("2565-2", "4301", "T1.spending", ratio("80", "100"), "2022-04-30"));
        Publication later = Publishing.in(database::get).publish(NEXT_ROUND, "");

        List<Scoreboard> before = publications.findBefore(later, 5);

        assertThat(before).containsExactly(publications.findScoreboard(ROUND, 1).orElseThrow());
        assertThat(publications.findBefore(publications.find(ROUND, 1).orElseThrow(), 5)).isEmpty();
    }

    @Test
    void theRoundsBeforeAreOfTheSameSeries() {
        Publishing publishing = Publishing.in(database::get);
        for (String round : List.of("2564-2", "2564-q4", "2564-y", "2565-q1")) {
            database.agree(round + " 70");
            publishing.publish(RoundId.parse(round), "");
        }
        Publication half = publish("");
        database.agree("2565-q2 70");
        Publication quarter = publishing.publish(RoundId.parse("2565-q2"), "");
        database.agree("2565-1-province 70");
        Publication ofProvince = publishing.publish(RoundId.parse("2565-1-province"), "");

        assertThat(publications.findBefore(half, 5))
                .extracting(board -> board.agreement().round().toString())
                .containsExactly("2564-2");
        assertThat(publications.findBefore(quarter, 5))
                .extracting(board -> board.agreement().round().toString())
                .containsExactly("2564-q4", "2565-q1");
        assertThat(publications.findBefore(quarter, 1))
                .extracting(board -> board.agreement().round().toString())
                .containsExactly("2565-q1");
        assertThat(publications.findBefore(ofProvince, 5)).isEmpty();
    }

    @Test
    void whatWasSignedOffTakesNothingUntilItIsOpenedAgain() {
        Publishing publishing = Publishing.in(database::get);
        SignOffRepository signOffs = publishing.signOffs();
        spending("75");
        publish("");
        spending("76");
        publish("corrected");
        SignOff signOff = publishing.signOff(ROUND);
        assertThat(signOff.revision()).isEqualTo(2);
        assertThat(signOffs.findHolding(ROUND)).contains(signOff);

        assertThatThrownBy(() -> spending("77")).rootCause().hasMessageContaining("signed off");
        assertThatThrownBy(() -> setLevel("T1", 5)).rootCause().hasMessageContaining("signed off");

        SignOff ended =
                publishing.writing().get(() -> signOffs.end(signOff, "ตัวเลขเดือนมีนาคมผิด"));
        assertThat(ended.reopening().orElseThrow().reason()).isEqualTo("ตัวเลขเดือนมีนาคมผิด");
        assertThat(signOffs.findHolding(ROUND)).isEmpty();
        spending("77");
        publish("corrected again");
        assertThat(publishing.signOff(ROUND).revision()).isEqualTo(3);
        assertThat(signOffs.findAll(ROUND)).extracting(SignOff::holds).containsExactly(true, false);
    }

    /** Who writes has compared before, in a transaction that is the caller's. */
    @Test
    void writesInNoTransactionOfItsOwn() {
        spending("75");
        PublicationDraft draft = publications.draft(ROUND).orElseThrow();
        assertThatThrownBy(() -> publications.add(draft, ""))
                .isInstanceOf(IllegalTransactionStateException.class);
        Publication publication = publish("");
        SignOffRepository signOffs = database.get(SignOffRepository.class);
        assertThatThrownBy(() -> signOffs.add(publication))
                .isInstanceOf(IllegalTransactionStateException.class);
        SignOff signOff = Publishing.in(database::get).signOff(ROUND);
        assertThatThrownBy(() -> signOffs.end(signOff, "again"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void nobodyChangesWhatWasPublished() {
        spending("75");
        publish("");
        for (String table :
                List.of(
                        "publication",
                        "publication_district",
                        "publication_measurement",
                        "publication_override",
                        "level_override",
                        "level_override_end")) {
            assertThatThrownBy(() -> database.execute("delete from " + table))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
    }
}
