package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import districtkpi.db.account.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What offices do around the figures, each by the account of a role and in a district or a round
 * that no other test writes to: the agreement handed down, reports received, a level set by hand, a
 * round signed off. Who takes this in brings the application and the browser.
 */
interface OfficeJobs {

    /** A window of somebody with an account of a role; a planner answers for promotion. */
    Window openAs(Role role);

    /** A window of a district's office. */
    Window openDistrict(String code);

    /** Lets somebody else sit down at a window. */
    void signInAs(Role role, Window window);

    @Test
    default void aDistrictHandsTheAgreementDownToAnOfficerOnATelephone() {
        try (Window district = openDistrict("4314")) {
            Page page = district.page();
            page.setViewportSize(Window.NARROW, Window.HEIGHT);
            district.goTo("/cascade?round=2565-2", "th");
            assertThat(page.locator("#agreement-standing")).containsText("ยังไม่ได้รับทราบ");
            page.locator("#acknowledge-agreement").click();
            assertThat(page.locator("#acknowledge-agreement-warning")).containsText("ยกเลิกไม่ได้");
            page.locator("#confirm-acknowledge-agreement").click();
            assertThat(page.locator("#outcome")).containsText("บันทึกการรับทราบ");
            assertThat(page.locator("#outcome")).isFocused();

            page.locator("#officer-post input").fill("นักวิชาการพัฒนาชุมชนปฏิบัติการ");
            page.locator("#officer-name input").fill("เจ้าหน้าที่ ฌ (สมมติ)");
            page.locator("#officer-save").click();
            assertThat(page.locator("#outcome")).containsText("เจ้าหน้าที่ ฌ (สมมติ)");
            page.locator("#officers a").click();
            assertThat(page.locator("main h1")).containsText("เจ้าหน้าที่ ฌ (สมมติ)");
            assertThat(page.locator("#hand-over:defined")).isVisible();
            page.waitForFunction("window.scrollY === 0");

            page.locator("#weight-T1 input").fill("60");
            page.locator("#weight-P1 input").fill("39");
            assertThat(page.locator("#draft-total")).containsText("99 ยังขาด 1");
            assertThat(page.locator("#hand-over")).isDisabled();
            page.locator("#weight-P1 input").fill("๔๐");
            assertThat(page.locator("#draft-total")).containsText("ครบ 100 พอดี");
            page.locator("#hand-over").click();
            assertSound(page);
            page.locator("#confirm-hand-over").click();
            assertThat(page.locator("#outcome")).containsText("มอบหมายแล้ว");
            assertThat(page.locator("#sheet")).containsText("ยังไม่ได้รับทราบ");

            page.locator("#acknowledge-sheet").click();
            page.locator("#acknowledge-sheet-reason input").fill("1/10/2564");
            page.locator("#confirm-acknowledge-sheet").click();
            assertThat(page.locator("#sheet")).containsText("ต้องไม่ก่อนวันที่มอบหมาย");
            LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
            page.locator("#acknowledge-sheet-reason input").fill(today.toString());
            page.locator("#confirm-acknowledge-sheet").click();
            assertThat(page.locator("#sheet-acknowledgement")).containsText("โดย flow-4314");
            assertThat(page.locator("#outcome")).isFocused();

            page.locator("#sheet a[href*='forms/officer']").click();
            assertThat(page.locator("#form-sum")).containsText("๑๐๐");
            page.evaluate("window.print = () => { window.sheetPrinted = true; }");
            page.locator("#form-print").click();
            assertThat(page.evaluate("window.sheetPrinted")).isEqualTo(true);

            signInAs(Role.DIRECTOR, district);
            district.goTo("/cascade?round=2565-2", "th");
            Locator row = page.locator("#cascade-4314");
            assertThat(row).containsText("รับทราบแล้ว");
            assertThat(row.locator("td").nth(1)).containsText("T2, T3, P2");
            assertThat(row.locator("td").last()).containsText("0");
            assertThat(district.complaints()).isEmpty();
        }
    }

    @Test
    default void theProvinceReceivesWhatADistrictPrintedWithTheKeyboardAlone() {
        try (Window planner = openDistrict("4302")) {
            Page page = planner.page();
            planner.goTo("/forms/evaluation/4302?round=2565-2", "en");
            page.locator("#form-printed").click();
            assertThat(page.locator("#form-was-printed")).isVisible();

            signInAs(Role.PLANNER, planner);
            planner.goTo("/register?round=2565-2&district=4302", "en");
            Locator chase = page.locator("#chase-list textarea");
            assertThat(page.locator("#register-steps")).containsText("Printed on");
            assertThat(page.locator("#register-steps")).containsText("by flow-4302");
            assertThat(page.locator("#register-to-chase")).containsText("8");
            assertThat(chase).hasValue(Pattern.compile("4302 .*: printed report not sent in"));

            receive(planner, "2022-09-05");
            assertThat(page.locator("#register-outcome")).containsText("5 September 2022");
            assertThat(page.locator("#register-outcome")).isFocused();
            assertThat(page.locator("#submission-4302")).containsText("5 Sep 2022");
            assertThat(page.locator("#register-to-chase")).containsText("7");
            assertThat(chase).not().hasValue(Pattern.compile("4302"));
            assertSound(page);

            receive(planner, "2022-09-01");
            assertThat(page.locator("#submission-4302")).containsText("On time");
            assertThat(page.locator("#register-steps li")).hasCount(3);

            planner.tabTo("#receipt-withdraw");
            page.keyboard().press("Enter");
            assertThat(page.locator("#receipt-withdraw-reason input")).isFocused();
            planner.tabTo("#confirm-receipt-withdraw");
            page.keyboard().press("Enter");
            assertThat(page.locator("#register-district")).containsText("say why");
            assertThat(page.locator("#receipt-withdraw-reason input")).isFocused();
            page.keyboard().type("Another district's");
            planner.tabTo("#confirm-receipt-withdraw");
            page.keyboard().press("Enter");
            assertThat(page.locator("#register-to-chase")).containsText("8");
            assertThat(chase).hasValue(Pattern.compile("4302"));
            assertThat(planner.complaints()).isEmpty();
        }
    }

    private static void receive(Window planner, String day) {
        planner.tabTo("#receipt-day input");
        planner.page().keyboard().press("Control+A");
        planner.page().keyboard().type(day);
        planner.tabTo("#receipt-save");
        planner.page().keyboard().press("Enter");
    }

    @Test
    default void aPlannerSetsALevelWithAReasonAndWithdrawsIt() {
        try (Window planner = openAs(Role.PLANNER)) {
            Page page = planner.page();
            page.navigate("/district/4307?round=2564-2&lang=th#indicator-P5");
            Locator both = page.locator("#P5 .overridden-level");
            assertThat(both).hasCount(0);
            assertThat(page.locator("#override-4307-P1")).hasCount(0);
            page.locator("#override-4307-P5").click();
            page.locator("#confirm-override-4307-P5").click();
            assertThat(page.locator("#P5")).containsText("โปรดเลือกระดับ");
            page.locator("#override-level-4307-P5").click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("5").setExact(true))
                    .click();
            page.locator("#confirm-override-4307-P5").click();
            assertThat(page.locator("#override-4307-P5-reason input")).isFocused();
            assertThat(Accessibility.violations(page, "#P5")).isEmpty();
            page.locator("#override-4307-P5-reason input").fill("หนังสือกรมเลื่อนกำหนด (สมมติ)");
            page.locator("#below-P2-button").click();
            page.locator("#override-4307-P2").click();
            page.locator("#override-4307-P2-reason input").fill("ยังเขียนไม่เสร็จ");
            page.locator("#confirm-override-4307-P5").click();
            assertThat(both).containsText("ระดับที่คำนวณได้ ระดับ 1");
            assertThat(both).containsText("ระดับที่กำหนด ระดับ 5");
            assertThat(both).containsText("หนังสือกรมเลื่อนกำหนด (สมมติ)");
            assertThat(both).containsText("flow-planner");
            assertThat(page.locator("#override-4307-P5")).isFocused();
            assertThat(Accessibility.violations(page, "#P5")).isEmpty();
            // The reason that is half written in another row is found again there.
            page.locator("#override-4307-P2").click();
            assertThat(page.locator("#override-4307-P2-reason input")).hasValue("ยังเขียนไม่เสร็จ");

            planner.follow("/receipt/4307?round=2564-2", "th");
            assertThat(both).containsText("ระดับที่คำนวณได้ ระดับ 1");
            assertThat(both).containsText("ระดับที่กำหนด ระดับ 5");

            planner.follow("/district/4307?round=2564-2", "th");
            // The row that was opened is open still.
            page.locator("#withdraw-override-4307-P5").click();
            page.locator("#confirm-withdraw-override-4307-P5").click();
            assertThat(page.locator("#withdraw-override-4307-P5-reason input")).isFocused();
            page.locator("#withdraw-override-4307-P5-reason input").fill("กำหนดผิดอำเภอ (สมมติ)");
            page.locator("#confirm-withdraw-override-4307-P5").click();
            assertThat(both).hasCount(0);

            page.locator("#P5 a[href^='indicator/P5']").first().click();
            page.waitForFunction("location.pathname === '/indicator/P5'");
            page.locator("a[href*='agreement'][href$='#P5']").first().click();
            page.waitForFunction("location.pathname === '/agreement'");
            assertThat(page.locator("#P5")).isInViewport();
            assertThat(page.locator("#levels-P5")).isVisible();
            assertThat(planner.complaints()).isEmpty();
        }
    }

    /** A figure is kept as soon as it is typed: what somebody else made of it since, counts. */
    @Test
    default void aFigureThatSomebodyElseChangedIsNotTypedAgain() {
        try (Window first = openDistrict("4305");
                Window second = openDistrict("4305")) {
            Locator own = first.page().locator("#field-T1-spending-value input");
            Locator others = second.page().locator("#field-T1-spending-value input");
            first.goTo("/record?round=2565-2&indicator=T1", "en");
            own.fill("41");
            assertThat(first.page().locator("#kept-T1")).isVisible();
            first.follow("/record?round=2565-2&indicator=T2", "en");
            assertThat(own).hasCount(0);

            second.goTo("/record?round=2565-2&indicator=T1", "en");
            assertThat(others).hasValue("41");
            others.fill("42");
            assertThat(second.page().locator("#kept-T1")).isVisible();
            first.follow("/record?round=2565-2&indicator=T1", "en");

            assertThat(own).hasValue("42");
            // Longer than fields of forms take to be put back.
            first.page().waitForTimeout(1_000);
            assertThat(own).hasValue("42");
            second.page().reload();
            assertThat(others).hasValue("42");
        }
    }

    @Test
    default void aRoundThatTheDirectorSignedOffTakesNothingUntilItIsOpenedAgain() {
        try (Window district = openDistrict("4301");
                Window director = openAs(Role.DIRECTOR)) {
            Locator field = district.page().locator("#field-T1-spending-value input");
            Locator remark = director.page().locator("#sign-off-remark");
            district.goTo("/record?round=2564-1&indicator=T1", "en");
            assertThat(field).isVisible();
            String counting = field.inputValue();

            director.goTo("/publication?round=2564-1", "en");
            director.page().locator("#sign-off").click();
            director.page().locator("#confirm-sign-off").click();
            assertThat(remark).containsText("Revision 1 was signed off");
            assertThat(remark).isFocused();

            field.fill("1");
            assertThat(district.page().locator("#record-T1")).containsText("were signed off");
            district.follow("/cascade?round=2564-1", "en");
            assertThat(district.page().locator("#cascade-remark")).containsText("were signed off");
            district.follow("/record?round=2564-1&indicator=T1", "en");
            assertThat(district.page().locator("#record-remark")).containsText("were signed off");
            assertThat(field).not().isEditable();

            director.page().locator("#reopen").click();
            director.page().locator("#confirm-reopen").click();
            assertThat(director.page().locator("#reopen-reason")).containsText("Please say why");
            director.page().locator("#reopen-reason input").fill("A file was wrong (made up)");
            assertSound(director.page());
            director.page().locator("#confirm-reopen").click();
            assertThat(remark).containsText("The round is open");
            assertThat(director.page().locator("#sign-offs"))
                    .containsText("A file was wrong (made up)");

            district.page().reload();
            assertThat(field).hasValue(counting);
            assertThat(district.complaints()).isEmpty();
            assertThat(director.complaints()).isEmpty();
        }
    }

    private static void assertSound(Page page) {
        assertThat(Accessibility.fits(page)).as("The page is as wide as the window").isTrue();
        assertThat(Accessibility.violations(page)).isEmpty();
    }
}
