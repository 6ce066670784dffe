package districtkpi.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import districtkpi.domain.agreement.RoundId;
import districtkpi.office.words.Translations;
import districtkpi.ui.testing.UiTest;
import org.junit.jupiter.api.Test;

class MainLayoutIT extends UiTest {

    @Test
    void speaksThaiUntilSomebodyChoosesEnglish() {
        open("?round=2565-1");
        assertThat(textOf("main")).contains("คะแนนตามตัวชี้วัด");
        click("language-switch");
        assertThat(textOf("main")).contains("Points by indicator");
        assertThat(UI.getCurrent().getLocale()).isEqualTo(Translations.ENGLISH);
        assertThat(address()).contains("lang=en").contains("round=2565-1");
        click("language-switch");
        assertThat(textOf("main")).contains("คะแนนตามตัวชี้วัด");
        assertThat(address()).contains("lang=th");
    }

    /** What Vaadin says by itself would be English. */
    @Test
    void saysWhatTheBrowserShowsByItselfInTheLanguageOfTheReader() {
        open("?round=2565-1&lang=th");
        assertThat(UI.getCurrent().getReconnectDialogConfiguration().getDialogText())
                .contains("กำลังลองใหม่");
        assertThat(notices().getInternalErrorCaption()).isEqualTo("ระบบขัดข้อง");
        assertThat(notices().getSyncErrorMessage()).contains("สิ่งที่บันทึกแล้วยังอยู่");
        assertThat(notices().isSessionExpiredNotificationEnabled()).isFalse();
    }

    private static SystemMessages notices() {
        return VaadinService.getCurrent()
                .getSystemMessages(UI.getCurrent().getLocale(), VaadinRequest.getCurrent());
    }

    @Test
    void writesThaiDigitsOnRequestAndNeverInEnglish() {
        open("?round=2565-1");
        assertThat(textOf("ranking")).doesNotContain("๐");
        click("digits-switch");
        assertThat(textOf("ranking")).contains("๐");
        assertThat(textOf("subtitle")).contains("รอบที่ ๑ ปีงบประมาณ พ.ศ. ๒๕๖๕");
        open("?round=2565-1&lang=en");
        assertThat(textOf("ranking")).doesNotContain("๐");
        assertThat(byId("digits-switch").isVisible()).isFalse();
    }

    @Test
    void picksTheRoundIntoTheAddress() {
        open("agreement?round=2565-1");
        @SuppressWarnings("unchecked") // The picker holds rounds.
        Select<RoundId> picker = (Select<RoundId>) byId("round-picker");
        assertThat(picker.getValue()).isEqualTo(RoundId.parse("2565-1"));
        test(picker).selectItem("รอบที่ 2 ปีงบประมาณ พ.ศ. 2564");
        roundTrip();
        assertThat(address()).startsWith("agreement").contains("round=2564-2");
        assertThat(picker.getValue()).isEqualTo(RoundId.parse("2564-2"));
    }

    @Test
    void warnsOfDemonstrationDataOnEveryScreen() {
        for (String screen : new String[] {"", "district/4301", "agreement", "import"}) {
            open(screen + "?round=2565-2");
            assertThat(byId("demonstration-banner").isVisible()).as(screen).isTrue();
            assertThat(textOf("demonstration-banner")).contains("ไม่ใช่ผลจริง");
        }
    }

    @Test
    void namesEveryScreenInTheTitle() {
        open("district/4302?round=2565-1&lang=en");
        assertThat(UI.getCurrent().getInternals().getTitle())
                .isEqualTo("Tha Bo District · District Performance");
    }

    @Test
    void saysThatAnAddressIsWrong() {
        open("?round=25651");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
        open("no-such-screen");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
    }

    @Test
    void marksWhereTheReaderIs() {
        open("agreement?round=2565-1");
        assertThat(item("nav-agreement").getPathAliases())
                .containsExactly("agreement?round=2565-1");
        assertThat(item("nav-ranking").getPathAliases())
                .noneMatch(alias -> alias.startsWith("agreement"));
        open("district/4301?round=2565-1");
        assertThat(item("nav-district").getPathAliases())
                .containsExactly("district/4301?round=2565-1");
        assertThat(item("nav-ranking").getPathAliases())
                .noneMatch(alias -> alias.startsWith("district"));
    }

    @Test
    void leadsToADistrictAndStaysWithIt() {
        open("district?round=2565-1");
        assertThat(address()).matches("district/43[0-9]{2}[?]round=2565-1");
        String first = address().substring("district/".length(), "district/4301".length());
        open("plan?round=2565-1");
        assertThat(address()).isEqualTo("plan/" + first + "?round=2565-1");
        open("district/4308?round=2565-1");
        assertThat(item("nav-plan").getPath()).startsWith("plan/4308");
        open("plan/4305?round=2565-1");
        assertThat(item("nav-district").getPath()).startsWith("district/4305");
        open("?round=2565-1");
        assertThat(item("nav-district").getPath()).doesNotContain("/4305");
        open("district?round=25651");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
    }

    @Test
    void keepsRoundDayAndPartFromScreenToScreenAndNothingElse() {
        open("?round=2565-1&asOf=2022-03-01&section=team&unit=promotion&show=top");
        assertThat(item("nav-weights").getElement().getAttribute("path"))
                .startsWith("weights?")
                .contains("round=2565-1", "asOf=2022-03-01", "section=team", "unit=promotion")
                .doesNotContain("show");
    }

    private static SideNavItem item(String id) {
        return (SideNavItem) byId(id);
    }

    private void click(String id) {
        test((Button) byId(id)).click();
        roundTrip();
    }
}
