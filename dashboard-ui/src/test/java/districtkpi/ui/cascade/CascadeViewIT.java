package districtkpi.ui.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerData;
import districtkpi.db.cascade.OfficerRepository;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.cascade.SheetRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.Publishing;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.cascade.CascadeService;
import districtkpi.office.cascade.VisibleCascade;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The cascade in a round that no other test hands down; each test has a district of its own. */
class CascadeViewIT extends UiTest {

    private static final RoundId ROUND = RoundId.parse("2564-2");
    private static final DistrictCode THA_BO = DistrictCode.of("4302");
    private static final DistrictCode SANGKHOM = DistrictCode.of("4308");
    private static final DistrictCode SAKHRAI = DistrictCode.of("4314");
    private static final DistrictCode SI_CHIANG_MAI = DistrictCode.of("4307");
    private static final DistrictCode FAO_RAI = DistrictCode.of("4315");
    private static final String POST = "นักวิชาการพัฒนาชุมชนชำนาญการ";
    private static final IndicatorId T1 = IndicatorId.of("T1");

    @Autowired private CascadeService service;
    @Autowired private VisibleCascade visible;
    @Autowired private OfficerRepository officers;
    @Autowired private SheetRepository sheets;
    @Autowired private AgreementRepository agreements;
    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private AuditTrail audit;
    @Autowired private ApplicationContext context;

    @Test
    void handsTheAgreementDownStepByStep() {
        open("cascade?round=2564-2&district=4302&lang=th");
        assertThat(textOf("agreement-standing")).contains("ยังไม่ได้รับทราบ");
        assertThat(textOf("cascade-missing")).contains("T1", "P8");
        click("acknowledge-agreement");
        assertThat(textOf("agreement-standing")).contains("ยังไม่ได้รับทราบ");
        click("confirm-acknowledge-agreement");
        assertThat(textOf("agreement-standing")).contains("รุ่นที่ 1", "โดย admin");
        assertThat(shows("acknowledge-agreement")).isFalse();

        Officer officer = addOfficer("คนที่หนึ่ง");
        open("cascade/officer/" + officer.id() + "?round=2564-2");
        type("weight-T1", "60");
        assertThat(textOf("draft-total")).contains("60").contains("ยังขาด 40");
        assertThat(((Button) byId("hand-over")).isEnabled()).isFalse();
        type("weight-P1", "๔๐.๐๑");
        assertThat(textOf("draft-total")).contains("เกิน 0.01");
        type("weight-P1", "๔๐");
        type("target-P1", "ทุกครัวเรือนในตำบลที่รับผิดชอบ");
        assertThat(textOf("draft-total")).contains("ครบ 100 พอดี");
        // What is handed over is what stands on the screen, not what was kept before.
        type("weight-T1", "45,5");
        assertThat(textOf("draft-total")).contains("T1").contains("โปรดแก้ไขก่อน");
        assertThat(((Button) byId("hand-over")).isEnabled()).isFalse();
        type("weight-T1", "60");
        assertThat(textOf("draft-total")).contains("ครบ 100 พอดี");
        click("hand-over");
        assertThat(sheets.findAll(ROUND, officer.id())).isEmpty();
        click("confirm-hand-over");
        assertThat(textOf("sheet"))
                .contains("ฉบับที่ 1", "ยังไม่ได้รับทราบ", "ทุกครัวเรือนในตำบลที่รับผิดชอบ");
        assertThat(cells(byId("line-T1")).get(1)).isEqualTo("60");

        click("acknowledge-sheet");
        type("acknowledge-sheet-reason", "1/10/2564");
        click("confirm-acknowledge-sheet");
        assertThat(pageText()).contains("ต้องไม่ก่อนวันที่มอบหมาย");
        type("acknowledge-sheet-reason", "เมื่อวาน");
        click("confirm-acknowledge-sheet");
        assertThat(pageText()).contains("โปรดพิมพ์วันที่");
        assertThat(sheets.findAll(ROUND, officer.id()).getFirst().acknowledgement()).isEmpty();
        type("acknowledge-sheet-reason", LocalDate.now(ZoneId.of("Asia/Bangkok")).toString());
        click("confirm-acknowledge-sheet");
        assertThat(textOf("sheet-acknowledgement")).contains("รับทราบวันที่", "โดย admin");

        click("change");
        type("weight-T1", "");
        type("weight-T2", "60");
        click("hand-over");
        click("confirm-hand-over");
        assertThat(textOf("sheet")).contains("ฉบับที่ 2", "ยังไม่ได้รับทราบ");
        open("cascade/officer/" + officer.id() + "?round=2564-2&sheet=1");
        assertThat(textOf("sheet-older")).contains("ฉบับที่ 2");
        assertThat(cells(byId("line-T1")).get(1)).isEqualTo("60");
        assertThat(shows("acknowledge-sheet")).isFalse();

        open("cascade?round=2564-2&district=4302");
        assertThat(textOf("cascade-missing")).contains("T1").doesNotContain("T2", "P1");
        assertThat(textOf("shared-T1")).contains("ยังไม่ถ่ายทอด");
        assertThat(textOf("shared-P1")).contains("คนที่หนึ่ง ร้อยละ 40 เป้าหมายระดับ 5");
        addOfficer("คนที่สอง");
        open("cascade?round=2564-2");
        assertThat(cells(byId("cascade-4302"))).contains("รับทราบแล้ว").endsWith("2", "1", "1");
        assertThat(cells(byId("cascade-4317"))).contains("ยังไม่รับทราบ").endsWith("0", "0", "0");
        assertThat(textOf("cascade-acknowledged")).contains("1");
        assertThat(audit.findNewest(AuditFilter.ALL, Long.MAX_VALUE, 50))
                .extracting(entry -> entry.action())
                .contains(
                        AuditAction.AGREEMENT_ACKNOWLEDGED,
                        AuditAction.OFFICER_ADDED,
                        AuditAction.SHEET_HANDED_OVER,
                        AuditAction.SHEET_ACKNOWLEDGED);
    }

    /** The sheet is of the newest version; the levels are those that the district reached. */
    @Test
    void theFormHasTargetsWeightsAndTheLevelsOfTheDistrict() {
        Officer officer = officer(SANGKHOM, "คนที่พิมพ์แบบ");
        open("forms/officer/" + officer.id() + "?round=2564-2");
        assertThat(textOf("form-withheld")).contains("ยังไม่ได้มอบหมาย");
        List<Assignment> given =
                List.of(
                        new Assignment(IndicatorId.of("P1"), new BigDecimal("33.34"), 3, "เฉพาะตน"),
                        assignment("66.66"));
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> sheets.add(ROUND, officer, 1, given));

        open("forms/officer/" + officer.id() + "?round=2564-2&lang=en");
        Words paper = new Words(new Translations(), Translations.THAI, true);
        Scoreboard scoreboard = scoreboards.find(ROUND).orElseThrow();
        Scorecard scorecard = scoreboard.ranking().row(SANGKHOM).orElseThrow().scorecard();
        BigFraction sum = BigFraction.ZERO;
        for (Assignment one : given) {
            List<String> cells = cells(byId("form-" + one.indicator()));
            var reached =
                    ((IndicatorScore.WithLevel) scorecard.line(one.indicator()).score())
                            .levelScore();
            BigFraction product =
                    reached.multiply(BigFraction.of(one.weight().movePointRight(2).intValue()))
                            .divide(10_000);
            sum = sum.add(product);
            assertThat(cells.get(one.targetLevel())).contains("เป้าหมาย");
            assertThat(cells.get(6)).startsWith(paper.total(reached));
            assertThat(cells.subList(7, 9))
                    .containsExactly(paper.number(one.weight()), paper.weighted(product));
        }
        assertThat(cells(byId("form-sum"))).endsWith("๑๐๐", paper.weighted(sum));
        assertThat(textOf("form"))
                .contains("ผู้รับการประเมิน คนที่พิมพ์แบบ", POST, "เป้าหมายเฉพาะ: เฉพาะตน")
                .doesNotContain("BE)");
        assertThat(textOf("form-proof"))
                .contains(sheets.findAll(ROUND, officer.id()).getFirst().shortSha256())
                .contains("/cascade/officer/" + officer.id() + "?round=2564-2&sheet=1");
        open("cascade/officer/" + officer.id() + "?round=2564-2&sheet=1&lang=th");
        assertThat(byId("to-officer-form").getElement().getAttribute("href"))
                .isEqualTo("forms/officer/" + officer.id() + "?round=2564-2&sheet=1&lang=th");
        open("cascade/officer/" + officer.id() + "?round=2564-2&sheet=2");
        assertThat(pageText()).contains("ไม่พบเจ้าหน้าที่หรือแบบ");
    }

    @Test
    void whatIsHalfTypedStaysWhileSomethingElseOfTheDistrictIsDone() {
        Officer first = officer(SI_CHIANG_MAI, "คนที่หนึ่ง");
        Officer second = officer(SI_CHIANG_MAI, "คนที่สอง");
        open("cascade?round=2565-1&district=4307&lang=th");
        type("officer-post", "พัฒนา");
        click("retire-" + second.id());
        assertThat(textOf("officer-" + second.id())).contains("พ้นหน้าที่แล้ว");
        assertThat(value("officer-post")).isEqualTo("พัฒนา");
        click("acknowledge-agreement");
        click("confirm-acknowledge-agreement");
        assertThat(textOf("agreement-standing")).contains("รุ่นที่ 1");
        assertThat(value("officer-post")).isEqualTo("พัฒนา");

        click("rename-" + first.id());
        type("officer-name", "คนที่ครึ่ง");
        click("rename-" + second.id());
        type("officer-name", "คนที่สาม");
        click("officer-save");
        assertThat(textOf("officer-" + second.id())).contains("คนที่สาม");
        assertThat(value("officer-post")).isEqualTo("พัฒนา");
        click("retire-" + first.id());
        click("rename-" + first.id());
        assertThat(value("officer-name")).isEqualTo("คนที่ครึ่ง");
        click("officer-save");
        assertThat(textOf("officer-" + first.id())).contains("คนที่ครึ่ง", "พ้นหน้าที่แล้ว");
    }

    @Test
    void whatIsHalfTypedInADraftStaysWhileTheSheetIsAcknowledged() {
        Officer officer = officer(SI_CHIANG_MAI, "คนที่มีสองฉบับ");
        List<Assignment> given = List.of(assignment("100"));
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> sheets.add(ROUND, officer, 1, given));
        open("cascade/officer/" + officer.id() + "?round=2564-2&lang=th");
        click("acknowledge-sheet");
        type("acknowledge-sheet-reason", LocalDate.now(ZoneId.of("Asia/Bangkok")).toString());
        click("change");
        assertThat(value("acknowledge-sheet-reason")).isNotEqualTo("");
        type("weight-T1", "45,5");
        click("confirm-acknowledge-sheet");
        assertThat(textOf("sheet-acknowledgement")).contains("รับทราบวันที่");
        assertThat(value("weight-T1")).isEqualTo("45,5");
        assertThat(((TextField) byId("weight-T1")).isInvalid()).isTrue();
    }

    private static Object value(String id) {
        return ((HasValue<?, ?>) byId(id)).getValue();
    }

    private Officer addOfficer(String name) {
        type("officer-post", POST);
        type("officer-name", name);
        click("officer-save");
        return officers.find(THA_BO).stream()
                .filter(one -> one.data().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysAtTheFieldWhatIsNoWeight() {
        Officer officer = officer(SANGKHOM, "คนที่หนึ่ง");
        open("cascade/officer/" + officer.id() + "?round=2564-2&lang=en");
        for (String wrong : List.of("0", "-5", "100.01", "33.333", "half")) {
            type("weight-T1", wrong);
            TextField weight = (TextField) byId("weight-T1");
            assertThat(weight.isInvalid()).as(wrong).isTrue();
            assertThat(weight.getErrorMessage()).contains("Not kept");
        }
        assertThat(sheets.findDraft(ROUND, officer.id())).isEmpty();
        type("weight-T1", "");
        type("target-T1", "All households");
        assertThat(((TextField) byId("weight-T1")).getErrorMessage()).contains("Type a weight");
        assertThat(textOf("draft-total")).contains("What stands at T1 cannot be kept");
        type("target-T1", "");
        assertThat(((TextField) byId("weight-T1")).isInvalid()).isFalse();
        type("weight-T1", "33.34");
        assertThat(((TextField) byId("weight-T1")).isInvalid()).isFalse();
        type("target-T1", "1-2345-67890-12-3");
        assertThat(((TextField) byId("target-T1")).getErrorMessage()).contains("13-digit");
        assertThat(sheets.findDraft(ROUND, officer.id())).containsExactly(assignment("33.34"));

        // Somebody else writes meanwhile.
        service.assign(
                ROUND,
                officer.id(),
                T1,
                Optional.of(assignment("33.34")),
                Optional.of(assignment("50")));
        type("target-T1", "");
        type("weight-T1", "20");
        assertThat(textOf("outcome")).contains("Somebody else", "Nothing was overwritten");
        assertThat(((TextField) byId("weight-T1")).getValue()).isEqualTo("50");
        open("cascade/officer/" + officer.id() + "?round=2564-2&lang=th");
    }

    @Test
    void anOfficerIsNamedRenamedAndRetired() {
        open("cascade?round=2564-2&district=4314&lang=th");
        click("officer-save");
        assertThat(((TextField) byId("officer-name")).isInvalid()).isTrue();
        type("officer-post", POST);
        type("officer-name", "1234567890123");
        click("officer-save");
        assertThat(textOf("cascade-officers")).contains("13 หลัก");
        type("officer-name", "คนที่หนึ่ง");
        click("officer-save");
        type("officer-post", POST);
        type("officer-name", "คนที่หนึ่ง");
        click("officer-save");
        assertThat(textOf("cascade-officers")).contains("โปรดใช้ชื่อที่ต่างกัน");

        Officer officer = officers.find(SAKHRAI).getFirst();
        click("rename-" + officer.id());
        type("officer-name", "คนใหม่");
        click("officer-save");
        assertThat(textOf("officer-" + officer.id())).contains("คนใหม่");
        click("retire-" + officer.id());
        assertThat(textOf("officer-" + officer.id())).contains("พ้นหน้าที่แล้ว");
        assertRefused(
                Reason.RETIRED,
                () ->
                        service.assign(
                                ROUND,
                                officer.id(),
                                T1,
                                Optional.empty(),
                                Optional.of(assignment("50"))));
        assertRefused(Reason.MOVED, () -> service.changeOfficer(officer, officer.data(), false));
        click("retire-" + officer.id());
        assertThat(officers.find(officer.id()).orElseThrow().retired()).isFalse();
    }

    /** In a transaction that is rolled back, for other tests have the version of before. */
    @Test
    void anotherVersionOfTheAgreementIsAcknowledgedBeforeAnythingIsHandedOver() {
        Officer officer = officer(FAO_RAI, "คนที่หนึ่ง");
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    List<Assignment> whole = List.of(assignment("100"));
                    service.assign(
                            ROUND, officer.id(), T1, Optional.empty(), Optional.of(whole.get(0)));
                    refuseToHandOver(officer, whole, Reason.NOT_ACKNOWLEDGED);
                    StoredAgreement agreed = agreements.findInForce(ROUND).orElseThrow();
                    service.acknowledgeAgreement(ROUND, agreed.version(), FAO_RAI);
                    StoredAgreement next =
                            agreements.add(
                                    agreed.agreement(),
                                    "next.yaml",
                                    agreed.document() + "\n# next",
                                    "0".repeat(64));

                    refuseToHandOver(officer, whole, Reason.NOT_ACKNOWLEDGED);
                    assertRefused(
                            Reason.MOVED,
                            () -> service.acknowledgeAgreement(ROUND, agreed.version(), FAO_RAI));
                    service.acknowledgeAgreement(ROUND, next.version(), FAO_RAI);
                    refuseToHandOver(officer, List.of(assignment("99.99")), Reason.MOVED);
                    service.handOver(ROUND, officer.id(), whole);
                    OfficerSheet sheet = sheets.findAll(ROUND, officer.id()).getLast();
                    assertThat(sheet.agreementVersion()).isEqualTo(next.version());
                    service.beginChange(ROUND, officer.id());
                    refuseToHandOver(officer, whole, Reason.SHEET_UNCHANGED);
                    service.assign(
                            ROUND,
                            officer.id(),
                            T1,
                            Optional.of(whole.get(0)),
                            Optional.of(assignment("99.99")));
                    refuseToHandOver(officer, List.of(assignment("99.99")), Reason.NOT_WHOLE);
                });
    }

    /** Rolled back as well. */
    @Test
    void aRoundThatWasSignedOffTakesNothing() {
        Officer officer = officer(FAO_RAI, "คนของรอบที่ปิด");
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    sheets.add(ROUND, officer, 1, List.of(assignment("100")));
                    Publishing.in(context::getBean).signOff(ROUND);
                    refuseToHandOver(officer, List.of(), Reason.SIGNED_OFF);
                    for (ThrowingCallable step :
                            List.<ThrowingCallable>of(
                                    () -> service.discard(ROUND, officer.id()),
                                    () -> service.beginChange(ROUND, officer.id()),
                                    () -> service.acknowledgeAgreement(ROUND, 1, SAKHRAI),
                                    () ->
                                            service.acknowledgeSheet(
                                                    ROUND, officer.id(), 1, "2026-11-28"))) {
                        assertRefused(Reason.SIGNED_OFF, step);
                    }
                    open("cascade?round=2564-2&district=4315&lang=th");
                    assertThat(textOf("cascade-remark")).contains("ได้รับการรับรองแล้ว");
                    assertThat(shows("acknowledge-agreement")).isFalse();
                    open("cascade/officer/" + officer.id() + "?round=2564-2");
                    assertThat(shows("line-T1")).isTrue();
                    assertThat(shows("acknowledge-sheet")).isFalse();
                    assertThat(shows("draft")).isFalse();
                });
    }

    private void refuseToHandOver(Officer officer, List<Assignment> shown, Reason reason) {
        assertRefused(reason, () -> service.handOver(ROUND, officer.id(), shown));
    }

    @Test
    void aDistrictHasItsOwnAndNothingOfAnother() {
        Officer foreign = officer(SANGKHOM, "คนของสังคม");
        AccountName name = AccountName.of("cascade-4305");
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        context.getBean(AccountRepository.class)
                                .add(
                                        new AccountData(
                                                name,
                                                "",
                                                Role.DISTRICT,
                                                DistrictCode.of("4305"),
                                                null),
                                        new NewPassword("{noop}x", false),
                                        false));
        Administrator.signIn(context, name);

        open("cascade?round=2564-2&district=4308");
        assertThat(textOf("main")).contains("อำเภอโพนพิสัย").doesNotContain("คนของสังคม");
        assertThat(shows("acknowledge-agreement")).isTrue();
        for (String path : List.of("cascade/officer/", "forms/officer/")) {
            open(path + foreign.id() + "?round=2564-2");
            assertThat(pageText()).contains("ไม่พบเจ้าหน้าที่").doesNotContain("คนของสังคม");
        }
        assertThat(visible.officers(SANGKHOM)).isEmpty();
        assertThat(visible.sheetsInForce(ROUND, SANGKHOM)).isEmpty();
        assertThat(visible.sheetsInForce(ROUND)).isEmpty();
        assertThat(visible.cascades(ROUND)).containsOnlyKeys(DistrictCode.of("4305"));
        OfficerData data = new OfficerData(POST, "อีกคน");
        for (ThrowingCallable step :
                List.<ThrowingCallable>of(
                        () -> service.addOfficer(SANGKHOM, data),
                        () -> service.changeOfficer(foreign, data, true),
                        () -> service.acknowledgeAgreement(ROUND, 1, SANGKHOM),
                        () ->
                                service.assign(
                                        ROUND,
                                        foreign.id(),
                                        T1,
                                        Optional.empty(),
                                        Optional.of(assignment("50"))),
                        () -> service.discard(ROUND, foreign.id()),
                        () -> service.handOver(ROUND, foreign.id(), List.of()))) {
            assertRefused(Reason.NOT_YOURS, step);
        }
    }

    @Test
    void whoOnlyReadsIsOfferedNothing() {
        Officer officer = officer(SANGKHOM, "คนที่มีแบบ");
        AccountName name = AccountName.of("cascade-director");
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        context.getBean(AccountRepository.class)
                                .add(
                                        AccountData.of(name, "", Role.DIRECTOR),
                                        new NewPassword("{noop}x", false),
                                        false));
        Administrator.signIn(context, name);
        open("cascade?round=2564-2&district=4308");
        assertThat(textOf("officers")).contains("คนที่มีแบบ");
        assertThat(shows("officer-save")).isFalse();
        assertThat(shows("acknowledge-agreement")).isFalse();
        open("cascade/officer/" + officer.id() + "?round=2564-2");
        assertThat(shows("sheet-none")).isTrue();
        assertThat(shows("draft")).isFalse();
        assertRefused(Reason.NOT_YOURS, () -> service.beginChange(ROUND, officer.id()));
    }

    private Officer officer(DistrictCode district, String name) {
        return officers.find(district).stream()
                .filter(one -> one.data().name().equals(name))
                .findFirst()
                .orElseGet(() -> service.addOfficer(district, new OfficerData(POST, name)));
    }

    private static Assignment assignment(String weight) {
        return new Assignment(T1, new BigDecimal(weight), 5, "");
    }

    private static void assertRefused(Reason reason, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void type(String id, String text) {
        test((TextField) byId(id)).setValue(text);
    }

    private void click(String id) {
        test((Button) byId(id)).click();
    }
}
