package districtkpi.office.publication;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.publication.SignOff;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.publication.Publication;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.result.ResultImportService;
import districtkpi.office.access.Permit;
import districtkpi.office.recording.RecordingContext;
import districtkpi.office.refusal.Refused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Publishing, signing off and opening again on a real database, without a page. */
class PublicationServiceIT {

    private static final RoundId ROUND = new RoundId(2565, 1);

    private TestDatabase database;
    private RecordingContext context;
    private PublicationService service;
    private PublicationRepository publications;
    private SignedIn director;

    @BeforeEach
    void openTheRound() {
        database = TestDatabase.create();
        context = new RecordingContext(database.dataSource());
        context.open();
        service = context.get(PublicationService.class);
        publications = context.get(PublicationRepository.class);
        director = context.addDirector("director");
        context.signIn(director);
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    private void spending(String baht) {
        assertThat(
                        context.get(ResultImportService.class)
                                .commit(
                                        new ImportFile(
                                                "results.csv",
                                                ("round,district,indicator,measure,value,of,as_of\n2565-1,4301,T1,spending,"
                                                                + baht
                                                                + ",100,2022-03-31\n")
                                                        .getBytes(StandardCharsets.UTF_8)),
                                        Optional.empty())
                                .status())
                .isEqualTo(Status.COMMITTED);
    }

    private Publication publish(String reason) {
        return service.publish(ROUND, reason, Optional.empty());
    }

    @Test
    void publishesWhatWasShownAndTheAuditSaysSo() {
        spending("75");
        String shown = publications.draft(ROUND).orElseThrow().sha256();

        Publication first = service.publish(ROUND, " ", Optional.of(shown));

        assertThat(first.sha256()).isEqualTo(shown);
        assertThat(first.publishedBy()).isEqualTo("director");
        assertThat(publications.isReproduced(first)).isTrue();
        spending("90");
        assertRefused(Reason.NO_REASON, () -> publish(" "));
        assertRefused(Reason.TOO_LONG, () -> publish("x".repeat(ReasonText.MAX_LENGTH + 1)));
        Publication second = publish(" ผลรวมไตรมาส ๒ ผิด ");
        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.reason()).isEqualTo("ผลรวมไตรมาส ๒ ผิด");
        assertThat(publications.findAll(ROUND)).containsExactly(second, first);
        assertThat(audited(AuditAction.PUBLISHED))
                .extracting(AuditEntry::before, AuditEntry::after)
                .containsExactly(
                        tuple(
                                Map.of("revision", "1"),
                                Map.of(
                                        "revision",
                                        "2",
                                        "reason",
                                        "ผลรวมไตรมาส ๒ ผิด",
                                        "sha256",
                                        second.sha256())),
                        tuple(
                                Map.of(),
                                Map.of("revision", "1", "reason", "", "sha256", first.sha256())));
    }

    private List<AuditEntry> audited(AuditAction action) {
        return context.get(AuditTrail.class)
                .findNewest(new AuditFilter(action, null), Long.MAX_VALUE, 10);
    }

    @Test
    void refusesWhatCannotBePublished() {
        assertRefused(
                Reason.UNKNOWN, () -> service.publish(new RoundId(2599, 1), "", Optional.empty()));
        assertRefused(Reason.NO_RESULT, () -> publish(""));
        spending("75");
        String shown = publications.draft(ROUND).orElseThrow().sha256();
        spending("76");
        assertRefused(Reason.NOT_AS_SHOWN, () -> service.publish(ROUND, "", Optional.of(shown)));
        publish("");
        assertRefused(Reason.ALREADY_PUBLISHED, () -> publish("again"));
        assertThat(publications.findAll(ROUND)).hasSize(1);
    }

    @Test
    void aRoundIsFinalUntilItIsOpenedAgainWithAReason() {
        SignOffRepository signOffs = context.get(SignOffRepository.class);
        spending("75");
        assertRefused(Reason.NOT_PUBLISHED, () -> service.signOff(ROUND, 1));
        publish("");
        spending("76");
        assertRefused(Reason.NOT_PUBLISHED, () -> service.signOff(ROUND, 1));
        publish("corrected");
        // Another revision than the one that was shown.
        assertRefused(Reason.NOT_AS_SHOWN, () -> service.signOff(ROUND, 1));

        SignOff signOff = service.signOff(ROUND, 2);

        assertThat(signOff.revision()).isEqualTo(2);
        assertThat(signOff.by()).isEqualTo("director");
        assertThat(signOffs.findHolding(ROUND)).contains(signOff);
        assertRefused(Reason.NOT_AS_SHOWN, () -> service.signOff(ROUND, 2));
        assertRefused(Reason.NO_REASON, () -> service.reopen(ROUND, signOff.id(), " "));
        assertRefused(Reason.NOT_AS_SHOWN, () -> service.reopen(ROUND, signOff.id() + 1, "x"));

        SignOff ended = service.reopen(ROUND, signOff.id(), " ตัวเลขเดือนมีนาคมผิด ");

        assertThat(ended.reopening().orElseThrow().reason()).isEqualTo("ตัวเลขเดือนมีนาคมผิด");
        assertThat(signOffs.findHolding(ROUND)).isEmpty();
        assertRefused(Reason.NOT_AS_SHOWN, () -> service.reopen(ROUND, signOff.id(), "x"));
        spending("77");
        publish("corrected again");
        assertThat(service.signOff(ROUND, 3).revision()).isEqualTo(3);
        assertThat(signOffs.findAll(ROUND)).extracting(SignOff::holds).containsExactly(true, false);
        assertThat(audited(AuditAction.SIGNED_OFF)).hasSize(2);
        assertThat(audited(AuditAction.REOPENED))
                .singleElement()
                .extracting(AuditEntry::before, AuditEntry::after)
                .containsExactly(Map.of("revision", "2"), Map.of("reason", "ตัวเลขเดือนมีนาคมผิด"));
    }

    @Test
    void onlyWhoMayDoesAndTheProgramByItself() {
        spending("75");
        publish("");
        SignOff signOff = service.signOff(ROUND, 1);
        for (SignedIn other :
                List.of(
                        context.addPlanner("strategy", UnitId.of("strategy")),
                        context.addDistrict("office", DistrictCode.of("4301")))) {
            context.signIn(other);
            refuseAll(signOff);
            // Whoever is signed in is not the program.
            Permit.byProgram(() -> refuseAll(signOff));
        }
        context.signOut();
        refuseAll(signOff);
        Permit.byProgram(() -> service.reopen(ROUND, signOff.id(), "x"));
        assertThat(context.get(SignOffRepository.class).findHolding(ROUND)).isEmpty();
    }

    private void refuseAll(SignOff signOff) {
        for (ThrowingCallable act :
                List.<ThrowingCallable>of(
                        () -> publish("x"),
                        () -> service.signOff(ROUND, 1),
                        () -> service.reopen(ROUND, signOff.id(), "x"),
                        () -> service.publish(new RoundId(2599, 1), "", Optional.empty()))) {
            assertRefused(Reason.NOT_YOURS, act);
        }
    }
}
