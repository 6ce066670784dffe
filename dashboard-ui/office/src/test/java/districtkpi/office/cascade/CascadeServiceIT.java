package districtkpi.office.cascade;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.account.SignedIn;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.CascadeRepository;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerData;
import districtkpi.db.cascade.OfficerRepository;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.cascade.SheetRepository;
import districtkpi.db.publication.SignOff;
import districtkpi.db.testing.Publishing;
import districtkpi.db.testing.TestDatabase;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.RecordingContext;
import districtkpi.office.refusal.Refused.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every act of the cascade on a real database, on 1 April 2022 in Bangkok, without a page. */
class CascadeServiceIT {

    private static final RoundId ROUND = new RoundId(2565, 1);
    private static final RoundId NEVER = new RoundId(2599, 1);
    private static final DistrictCode OWN = DistrictCode.of("4301");
    private static final DistrictCode OTHER = DistrictCode.of("4302");
    private static final IndicatorId T1 = IndicatorId.of("T1");
    private static final IndicatorId P1 = IndicatorId.of("P1");
    private static final IndicatorId GONE = IndicatorId.of("X9");
    private static final OfficerData ONE = new OfficerData("นักวิชาการพัฒนาชุมชน", "คนที่หนึ่ง");
    private static final OfficerData TWO = new OfficerData("นักวิชาการพัฒนาชุมชน", "คนที่สอง");
    private static final String CITIZEN = "1-2345-67890-12-3";

    private TestDatabase database;
    private RecordingContext context;
    private CascadeService service;
    private OfficerRepository officers;
    private SheetRepository sheets;
    private SignedIn office;

    @BeforeEach
    void openTheRound() {
        database = TestDatabase.create();
        context = new RecordingContext(database.dataSource());
        context.open();
        service = context.get(CascadeService.class);
        officers = context.get(OfficerRepository.class);
        sheets = context.get(SheetRepository.class);
        office = context.addDistrict("office-4301", OWN);
        context.signIn(office);
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    private static Assignment given(IndicatorId indicator, String weight) {
        return new Assignment(indicator, new BigDecimal(weight), 4, "");
    }

    private void assign(Officer officer, Assignment one) {
        service.assign(ROUND, officer.id(), one.indicator(), Optional.empty(), Optional.of(one));
    }

    private List<Assignment> draft(Officer officer) {
        return sheets.findDraft(ROUND, officer.id());
    }

    private List<OfficerSheet> sheetsOf(Officer officer) {
        return sheets.findAll(ROUND, officer.id());
    }

    /** Gives an officer all of one indicator, which takes the agreement to be acknowledged. */
    private Officer handedOver() {
        Officer officer = service.addOfficer(OWN, ONE);
        service.acknowledgeAgreement(ROUND, 1, OWN);
        assign(officer, given(T1, "100"));
        service.handOver(ROUND, officer.id(), draft(officer));
        return officer;
    }

    private List<AuditEntry> audited(AuditAction action) {
        return context.get(AuditTrail.class)
                .findNewest(new AuditFilter(action, null), Long.MAX_VALUE, 10);
    }

    @Test
    void anOfficerIsAddedRenamedAndRetired() {
        Officer officer = service.addOfficer(OWN, ONE);
        assertThat(officers.find(OWN)).containsExactly(officer);
        assertRefused(Reason.OFFICER_TAKEN, () -> service.addOfficer(OWN, ONE));
        assertRefused(
                Reason.PERSONAL_NUMBER,
                () -> service.addOfficer(OWN, new OfficerData("นักวิชาการ", CITIZEN)));

        Officer renamed = service.changeOfficer(officer, TWO, false);
        assertThat(renamed.data()).isEqualTo(TWO);
        assertRefused(Reason.MOVED, () -> service.changeOfficer(officer, ONE, false));
        service.addOfficer(OWN, ONE);
        assertRefused(Reason.OFFICER_TAKEN, () -> service.changeOfficer(renamed, ONE, false));
        assertRefused(
                Reason.PERSONAL_NUMBER,
                () -> service.changeOfficer(renamed, new OfficerData(CITIZEN, "x"), false));

        service.changeOfficer(renamed, TWO, true);
        assertThat(officers.find(officer.id()).orElseThrow().retired()).isTrue();
        assertRefused(Reason.RETIRED, () -> assign(officer, given(T1, "100")));
        assertThat(audited(AuditAction.OFFICER_ADDED)).hasSize(2);
        assertThat(audited(AuditAction.OFFICER_CHANGED))
                .extracting(entry -> entry.before().get("retired"), AuditEntry::after)
                .containsExactly(
                        tuple(
                                "false",
                                Map.of("post", TWO.post(), "name", TWO.name(), "retired", "true")),
                        tuple(
                                "false",
                                Map.of(
                                        "post",
                                        TWO.post(),
                                        "name",
                                        TWO.name(),
                                        "retired",
                                        "false")));
    }

    @Test
    void theVersionOfTheAgreementInForceIsAcknowledgedOnce() {
        assertRefused(Reason.MOVED, () -> service.acknowledgeAgreement(ROUND, 2, OWN));
        assertRefused(Reason.UNKNOWN, () -> service.acknowledgeAgreement(NEVER, 1, OWN));
        service.acknowledgeAgreement(ROUND, 1, OWN);
        service.acknowledgeAgreement(ROUND, 1, OWN);
        assertThat(
                        context.get(CascadeRepository.class)
                                .find(ROUND, OWN)
                                .acknowledgement()
                                .orElseThrow()
                                .version())
                .isEqualTo(1);
        assertThat(audited(AuditAction.AGREEMENT_ACKNOWLEDGED)).hasSize(1);
        addVersion();
        assertRefused(Reason.MOVED, () -> service.acknowledgeAgreement(ROUND, 1, OWN));
    }

    private void addVersion() {
        AgreementRepository agreements = context.get(AgreementRepository.class);
        StoredAgreement agreed = agreements.findInForce(ROUND).orElseThrow();
        context.get(WriteTransaction.class)
                .get(() ->
                        agreements.add(
                                agreed.agreement(),
                                "next.yaml",
                                agreed.document() + "\n# next",
                                "0".repeat(64)));
    }

    @Test
    void whatIsWrittenForAnOfficerIsChangedAsItWasShown() {
        Officer officer = service.addOfficer(OWN, ONE);
        assign(officer, given(T1, "60"));
        assign(officer, given(P1, "40"));
        assertThat(draft(officer)).containsExactlyInAnyOrder(given(T1, "60"), given(P1, "40"));
        assertRefused(Reason.MOVED, () -> assign(officer, given(T1, "50")));
        assertRefused(Reason.NOT_AGREED, () -> assign(officer, given(GONE, "50")));
        assertRefused(
                Reason.NOT_AGREED,
                () -> assign(officer, new Assignment(T1, BigDecimal.ONE, 6, "")));
        assertRefused(
                Reason.PERSONAL_NUMBER,
                () -> assign(officer, new Assignment(T1, BigDecimal.ONE, 1, CITIZEN)));
        service.assign(ROUND, officer.id(), P1, Optional.of(given(P1, "40")), Optional.empty());
        assertThat(draft(officer)).containsExactly(given(T1, "60"));
        service.discard(ROUND, officer.id());
        assertThat(draft(officer)).isEmpty();
    }

    @Test
    void aSheetIsHandedOverWholeAndAsItWasShown() {
        Officer officer = service.addOfficer(OWN, ONE);
        assign(officer, given(T1, "60"));
        List<Assignment> part = draft(officer);
        assertRefused(Reason.NOT_ACKNOWLEDGED, () -> service.handOver(ROUND, officer.id(), part));
        service.acknowledgeAgreement(ROUND, 1, OWN);
        assertRefused(Reason.NOT_WHOLE, () -> service.handOver(ROUND, officer.id(), part));
        assign(officer, given(P1, "40"));
        assertRefused(Reason.MOVED, () -> service.handOver(ROUND, officer.id(), part));
        assertRefused(Reason.UNKNOWN, () -> service.handOver(NEVER, officer.id(), part));

        service.handOver(ROUND, officer.id(), draft(officer));

        assertThat(draft(officer)).isEmpty();
        assertThat(sheetsOf(officer))
                .singleElement()
                .satisfies(sheet -> {
                    assertThat(sheet.version()).isEqualTo(1);
                    assertThat(sheet.agreementVersion()).isEqualTo(1);
                    assertThat(sheet.assignments())
                            .containsExactlyInAnyOrder(given(T1, "60"), given(P1, "40"));
                });
        assertThat(audited(AuditAction.SHEET_HANDED_OVER))
                .singleElement()
                .extracting(AuditEntry::after)
                .isEqualTo(Map.of("T1", "60 % level 4", "P1", "40 % level 4"));
    }

    @Test
    void theNextVersionBeginsWithWhatTheOfficerHas() {
        Officer officer = handedOver();
        service.beginChange(ROUND, officer.id());
        assertThat(draft(officer)).containsExactly(given(T1, "100"));
        assertRefused(
                Reason.SHEET_UNCHANGED,
                () -> service.handOver(ROUND, officer.id(), draft(officer)));
        service.assign(
                ROUND,
                officer.id(),
                T1,
                Optional.of(given(T1, "100")),
                Optional.of(given(T1, "70")));
        // What was begun stays as it is written.
        service.beginChange(ROUND, officer.id());
        assign(officer, given(P1, "30"));
        service.handOver(ROUND, officer.id(), draft(officer));
        assertThat(sheetsOf(officer)).extracting(OfficerSheet::version).containsExactly(1, 2);
    }

    @Test
    void anotherVersionOfTheAgreementIsAcknowledgedFirst() {
        Officer officer = handedOver();
        addVersion();
        service.beginChange(ROUND, officer.id());
        assertRefused(
                Reason.NOT_ACKNOWLEDGED,
                () -> service.handOver(ROUND, officer.id(), draft(officer)));
        service.acknowledgeAgreement(ROUND, 2, OWN);
        service.handOver(ROUND, officer.id(), draft(officer));
        assertThat(sheetsOf(officer).getLast().agreementVersion()).isEqualTo(2);
    }

    @Test
    void theNewestSheetIsAcknowledgedOnADayThatCanBe() {
        Officer officer = handedOver();
        assertRefused(
                Reason.NO_DAY, () -> service.acknowledgeSheet(ROUND, officer.id(), 1, "yesterday"));
        for (String wrong : List.of("2022-03-31", "2022-04-02")) {
            assertRefused(
                    Reason.WRONG_DAY,
                    () -> service.acknowledgeSheet(ROUND, officer.id(), 1, wrong));
        }
        assertRefused(
                Reason.MOVED, () -> service.acknowledgeSheet(ROUND, officer.id(), 2, "2022-04-01"));

        service.acknowledgeSheet(ROUND, officer.id(), 1, "1/4/2565");

        assertThat(sheetsOf(officer).getLast().acknowledgement().orElseThrow().on())
                .isEqualTo("2022-04-01");
        assertRefused(
                Reason.MOVED, () -> service.acknowledgeSheet(ROUND, officer.id(), 1, "2022-04-01"));
        assertThat(audited(AuditAction.SHEET_ACKNOWLEDGED))
                .singleElement()
                .extracting(AuditEntry::after)
                .isEqualTo(Map.of("on", "2022-04-01"));
        Officer without = service.addOfficer(OWN, TWO);
        assertRefused(
                Reason.UNKNOWN,
                () -> service.acknowledgeSheet(ROUND, without.id(), 1, "2022-04-01"));
    }

    @Test
    void aRoundThatWasSignedOffTakesNothing() {
        Officer officer = handedOver();
        SignOff signOff = Publishing.in(context::get).close(ROUND);
        for (ThrowingCallable act : actsOfTheRound(officer)) {
            assertRefused(Reason.SIGNED_OFF, act);
        }
        Publishing.in(context::get).reopen(signOff);
        service.beginChange(ROUND, officer.id());
        assertThat(draft(officer)).isNotEmpty();
    }

    private List<ThrowingCallable> actsOfTheRound(Officer officer) {
        return List.of(
                () -> service.acknowledgeAgreement(ROUND, 1, officer.district()),
                () -> assign(officer, given(T1, "50")),
                () -> service.beginChange(ROUND, officer.id()),
                () -> service.discard(ROUND, officer.id()),
                () -> service.handOver(ROUND, officer.id(), List.of()),
                () -> service.acknowledgeSheet(ROUND, officer.id(), 1, "2022-04-01"));
    }

    @Test
    void onlyTheDistrictItselfHandsDown() {
        Officer officer = handedOver();
        for (SignedIn other :
                List.of(
                        context.addDistrict("office-4302", OTHER),
                        context.addDirector("director"),
                        context.addPlanner("planner", UnitId.of("coordination")))) {
            context.signIn(other);
            refuseAll(officer);
        }
        context.signOut();
        refuseAll(officer);
    }

    private void refuseAll(Officer officer) {
        for (ThrowingCallable act : actsOfTheRound(officer)) {
            assertRefused(Reason.NOT_YOURS, act);
        }
        assertRefused(Reason.NOT_YOURS, () -> service.addOfficer(OWN, TWO));
        assertRefused(Reason.NOT_YOURS, () -> service.changeOfficer(officer, TWO, true));
        // Not before it is asked what else is wrong.
        assertRefused(
                Reason.NOT_YOURS,
                () -> service.addOfficer(OWN, new OfficerData("นักวิชาการ", CITIZEN)));
        assertRefused(
                Reason.NOT_YOURS,
                () -> service.acknowledgeSheet(ROUND, officer.id(), 1, "yesterday"));
    }
}
