package districtkpi.ui.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import districtkpi.ui.testing.UiTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The register of rounds of which nobody sent anything in, where no mail server is configured. */
class RegisterViewIT extends UiTest {

    @Test
    void saysWhoStillOwesWhatAndByWhen() {
        open("register?round=2565-1");
        assertThat(textOf("register-due")).contains("4 มีนาคม 2565").contains("23.59");
        assertThat(textOf("register-to-chase")).contains("9");
        assertThat(cells(byId("submission-4302")))
                .containsExactly(
                        "ท่าบ่อ",
                        "ยังไม่ส่ง (เกินกำหนด) ส่งแล้ว 0 จาก 11 ตัวชี้วัด",
                        "–",
                        "ยังไม่ส่ง (เกินกำหนด)",
                        "–");
        assertThat(byId("csv-register").getElement().getAttribute("href"))
                .isEqualTo("api/v1/rounds/2565-1/register.csv?bom=true");

        open("register?round=2565-1&owing=report&lang=en");
        assertThat(shows("submission-4302")).isTrue();
        choose("register-filter", OutstandingStep.RECORDING);
        assertThat(address()).contains("owing=recording");
        open("register?round=2565-1&owing=everything");
        assertThat(shows("submissions")).isFalse();
        assertThat(pageText()).contains("Page not found");
    }

    @Test
    void findsDistrictsByNameOrCode() {
        open("register?round=2565-1&find=4302&lang=en");
        assertThat(textOf("submissions")).contains("Tha Bo").doesNotContain("Sangkhom");
        open("register?round=2565-1&find=sang&page=2&lang=en");
        assertThat(textOf("submissions")).contains("Sangkhom").doesNotContain("Tha Bo");
        assertThat(shows("pages")).isFalse();
    }

    @Test
    void offersTheListWhereNoMailServerIsConfigured() {
        open("register?round=2565-1");
        assertThat(textOf("chase-no-mail")).contains("SPRING_MAIL_HOST");
        assertThat(shows("chase-remind")).isFalse();
        List<String> lines = ((TextArea) byId("chase-list")).getValue().lines().toList();
        assertThat(lines)
                .hasSize(9)
                .contains(
                        "4302 ท่าบ่อ: บันทึกแล้ว 0 จาก 11 ตัวชี้วัด และยังไม่ได้ส่งรายงานที่พิมพ์ (–)");
    }

    @Test
    void isAboutNowAlone() {
        open("register?round=2565-2&revision=1");
        assertThat(shows("submissions")).isFalse();
        assertThat(textOf("register-remark")).contains("ข้อมูลล่าสุดเท่านั้น");
    }

    @Test
    void takesAllAddressesAtOnceOnceTheyWereSeen() {
        open("register?round=2565-1&lang=th");
        assertThat(shows("addresses-template-xlsx")).isTrue();
        choose("addresses-list", "อำเภอ,อีเมล\n4308,ไม่มี\n4399,a@example.go.th");
        click("addresses-check");
        assertThat(textOf("address-issues")).contains("ไม่ใช่ที่อยู่อีเมล", "ไม่พบอำเภอ “4399”");
        assertThat(shows("addresses-confirm")).isFalse();

        choose("addresses-list", "4308\tsangkhom@example.go.th\n4315\tfaorai@example.go.th");
        click("addresses-check");
        assertThat(shows("address-issues")).isFalse();
        assertThat(cells(byId("address-4308")))
                .containsExactly("สังคม", "ใหม่", "–", "sangkhom@example.go.th");
        assertThat(((TextArea) byId("chase-list")).getValue()).doesNotContain("sangkhom");
        choose("addresses-list", "4308\tother@example.go.th\n4315\tfaorai@example.go.th");
        assertThat(shows("addresses-confirm")).as("what was shown is about another list").isFalse();
        choose("addresses-list", "4308\tsangkhom@example.go.th\n4315\tfaorai@example.go.th");
        click("addresses-check");
        click("addresses-confirm");
        assertThat(textOf("register-outcome")).contains("เปลี่ยน 2 รายการ");
        assertThat(((TextArea) byId("chase-list")).getValue()).contains("faorai@example.go.th");

        open("register?round=2565-1&lang=en");
        choose("addresses-list", "Fao Rai,faorai@example.go.th");
        click("addresses-check");
        assertThat(textOf("addresses-unchanged")).contains("nothing to store");
        open("audit?lang=en&action=address-changed");
        assertThat(textOf("audit")).contains("Office of Fao Rai District");
    }

    /** A receipt, an address and a list of addresses stand on one page; each is saved alone. */
    @Test
    void whatIsHalfTypedInOneFormStaysWhileAnotherOneIsSaved() {
        open("register?round=2564-2&district=4317&lang=en");
        choose("receipt-note", "came by");
        choose("addresses-list", "4308\tsangk");
        choose("office-address", "photak@example.go.th");
        click("office-address-save");
        assertThat(textOf("register-outcome")).contains("Pho Tak");
        assertThat(((TextArea) byId("chase-list")).getValue()).contains("photak@example");
        assertThat(value("receipt-note")).isEqualTo("came by");
        assertThat(value("addresses-list")).isEqualTo("4308\tsangk");

        choose("office-address", "half@");
        choose("receipt-day", "2022-03-31");
        click("receipt-save");
        assertThat(textOf("register-steps")).contains("came by");
        assertThat(textOf("submission-4317")).contains("31 Mar 2022");
        assertThat(value("office-address")).isEqualTo("half@");
        assertThat(value("addresses-list")).isEqualTo("4308\tsangk");

        click("receipt-withdraw");
        choose("receipt-withdraw-reason", "the wrong distr");
        choose("addresses-list", "4314\tsakhrai@example.go.th");
        click("addresses-check");
        click("addresses-confirm");
        assertThat(value("addresses-list")).as("it is stored").isEqualTo("");
        assertThat(value("office-address")).isEqualTo("half@");
        assertThat(value("receipt-withdraw-reason")).isEqualTo("the wrong distr");
        click("confirm-receipt-withdraw");
        assertThat(shows("receipt-withdraw")).isFalse();
        assertThat(value("office-address")).isEqualTo("half@");
    }

    private static Object value(String id) {
        return ((HasValue<?, ?>) byId(id)).getValue();
    }

    private void click(String id) {
        test((Button) byId(id)).click();
        roundTrip();
    }
}
