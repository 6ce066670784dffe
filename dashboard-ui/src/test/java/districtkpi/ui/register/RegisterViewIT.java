package districtkpi.ui.register;

import static org.assertj.core.api.Assertions.assertThat;

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
                        "เลยกำหนดแล้ว ส่งแล้ว 0 จาก 11 ตัวชี้วัด",
                        "–",
                        "เลยกำหนดแล้ว",
                        "–");
        assertThat(byId("csv-register").getElement().getAttribute("href"))
                .isEqualTo("api/v1/rounds/2565-1/register.csv?bom=true");

        open("register?round=2565-1&owing=report&lang=en");
        assertThat(shows("submission-4302")).isTrue();
        choose("register-filter", Owing.RECORDING);
        assertThat(address()).contains("owing=recording");
        open("register?round=2565-1&owing=everything");
        assertThat(shows("submissions")).isFalse();
        assertThat(pageText()).contains("Nothing here");
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
}
