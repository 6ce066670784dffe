package districtkpi.db.publication;

import static districtkpi.db.testing.Figures.figure;
import static districtkpi.db.testing.Figures.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.publication.NotPublishableException.Reason;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scope.Moments;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.DatabaseContext;
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
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        return publications.publish(ROUND, reason, Optional.empty());
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
                database.get(RoundLock.class),
                database.get(AgreementRepository.class),
                database.get(MeasurementRepository.class),
                database.get(OverrideRepository.class),
                database.get(ScoreboardQuery.class),
                database.get(Clock.class),
                database.get(AuditTrail.class),
                CurrentAccount.NOBODY,
                database.get(Moments.class));
    }

    @Test
    void aCorrectionIsANewRevisionWithAReason() {
        spending("75");
        Publication first = publish("");
        spending("90");
        assertThat(refusal(() -> publish(" "))).isEqualTo(Reason.NO_REASON);

        Publication second = publish(" ผลรวมไตรมาส ๒ ผิด ");

        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.reason()).isEqualTo("ผลรวมไตรมาส ๒ ผิด");
        assertThat(publications.findAll(ROUND)).containsExactly(second, first);
        assertThat(publications.findScoreboard(ROUND, 1).orElseThrow().ranking())
                .isNotEqualTo(publications.findScoreboard(ROUND, 2).orElseThrow().ranking());
        assertThat(publications.findScoreboard(ROUND, 3)).isEmpty();
    }

    @Test
    void refusesWhatCannotBePublished() {
        assertThat(refusal(() -> publications.publish(NEXT_ROUND, "", Optional.empty())))
                .isEqualTo(Reason.UNKNOWN_ROUND);
        assertThat(refusal(() -> publish(""))).isEqualTo(Reason.NO_RESULT);
        spending("75");
        String shown = publications.draft(ROUND).orElseThrow().sha256();
        spending("76");
        assertThat(refusal(() -> publications.publish(ROUND, "", Optional.of(shown))))
                .isEqualTo(Reason.DATA_MOVED);
        publish("");
        assertThat(refusal(() -> publish("again"))).isEqualTo(Reason.UNCHANGED);
        assertThat(publications.findAll(ROUND)).hasSize(1);
    }

    private static Reason refusal(ThrowingCallable step) {
        return catchThrowableOfType(NotPublishableException.class, step).reason();
    }

    @Test
    void theRoundsBeforeAreThoseThatWereOutByThen() {
        database.agree("2565-2 70");
        spending("75");
        publish("");
        database.commit(figure("2565-2", "4301", "T1.spending", ratio("80", "100"), "2022-04-30"));
        Publication later = publications.publish(NEXT_ROUND, "", Optional.empty());

        List<Scoreboard> before = publications.findBefore(later, 5);

        assertThat(before).containsExactly(publications.findScoreboard(ROUND, 1).orElseThrow());
        assertThat(publications.findBefore(publications.find(ROUND, 1).orElseThrow(), 5)).isEmpty();
    }

    @Test
    void whatWasSignedOffTakesNothingUntilItIsOpenedAgainWithAReason() {
        SignOffRepository signOffs = database.get(SignOffRepository.class);
        spending("75");
        assertThat(refusal(() -> signOffs.signOff(ROUND, 1))).isEqualTo(Reason.NOT_PUBLISHED);
        publish("");
        spending("76");
        assertThat(refusal(() -> signOffs.signOff(ROUND, 1))).isEqualTo(Reason.NOT_PUBLISHED);
        publish("corrected");

        assertThat(refusal(() -> signOffs.signOff(ROUND, 1)))
                .as("another revision than the one that was shown")
                .isEqualTo(Reason.DATA_MOVED);
        SignOff signOff = signOffs.signOff(ROUND, 2);
        assertThat(signOff.revision()).isEqualTo(2);

        assertThat(refusal(() -> signOffs.signOff(ROUND, 2))).isEqualTo(Reason.DATA_MOVED);
        assertThatThrownBy(() -> spending("77")).rootCause().hasMessageContaining("signed off");
        assertThatThrownBy(() -> setLevel("T1", 5)).rootCause().hasMessageContaining("signed off");
        assertThat(refusal(() -> signOffs.reopen(ROUND, signOff.id(), " ")))
                .isEqualTo(Reason.NO_REASON);

        assertThat(refusal(() -> signOffs.reopen(ROUND, signOff.id() + 1, "x")))
                .isEqualTo(Reason.DATA_MOVED);
        SignOff ended = signOffs.reopen(ROUND, signOff.id(), " ตัวเลขเดือนมีนาคมผิด ");

        assertThat(ended.reopening().orElseThrow().reason()).isEqualTo("ตัวเลขเดือนมีนาคมผิด");
        assertThat(signOffs.findHolding(ROUND)).isEmpty();
        spending("77");
        publish("corrected again");
        assertThat(signOffs.signOff(ROUND, 3).revision()).isEqualTo(3);
        assertThat(signOffs.findAll(ROUND)).extracting(SignOff::holds).containsExactly(true, false);
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
