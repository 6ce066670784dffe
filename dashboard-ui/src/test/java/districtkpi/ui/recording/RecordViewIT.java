package districtkpi.ui.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.recording.Draft;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.DraftRepository.Saving;
import districtkpi.db.recording.RecordingField;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.RecordingService;
import districtkpi.ui.testing.UiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The form, up to where it hands in: drafts change no score that other tests look at. */
class RecordViewIT extends UiTest {

    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final RecordingField SPENT =
            RecordingField.value(IndicatorId.of("T1"), MeasureId.of("spending"));
    private static final String FIELD = "field-T1-spending-value";

    @Autowired private RecordingService service;
    @Autowired private DraftRepository drafts;
    @Autowired private AgreementRepository agreements;

    @Test
    void hasAFieldForEachFigureAndTheLevelsInTheirOwnWords() {
        for (Indicator indicator :
                agreements.findInForce(ROUND).orElseThrow().agreement().indicators().toList()) {
            open("record?round=2565-1&district=4302&indicator=" + indicator.id());
            assertThat(textOf("record-" + indicator.id()))
                    .contains(indicator.name().th())
                    .contains(indicator.level(5).text().th())
                    .contains("ยังไม่ส่ง");
            indicator
                    .measures()
                    .forEach(measure ->
                            assertThat(
                                            shows(
                                                    "field-%s-%s-value"
                                                            .formatted(
                                                                    indicator.id(), measure.id())))
                                    .isNotEqualTo(measure.evidenceReceipt()));
        }
        open("record?round=2565-1&district=4302&indicator=T3");
        assertThat(textOf("receipt-T3"))
                .contains("วันที่สำนักงานพัฒนาชุมชนจังหวัดได้รับหลักฐาน")
                .contains("ยังไม่ได้รับหลักฐานที่นับ")
                .doesNotContain("หากไม่มีหลักฐานจะไม่ถึง")
                .contains("มาจากไฟล์ results-2565-1.csv ของจังหวัด และยังคงอยู่");
        open("record?round=2565-1&district=4302&indicator=T1");
        assertThat(textOf("record-T1")).contains("ที่นับอยู่ขณะนี้").contains(".csv แถว");
    }

    @Test
    void showsOneIndicatorAtATimeBesideAnIndexOfAllAndWhatIsMissing() {
        open("record?round=2565-1&district=4302&indicator=T2");
        assertThat(shows("record-T2")).isTrue();
        assertThat(shows("record-T1")).as("one at a time").isFalse();
        for (Indicator indicator :
                agreements.findInForce(ROUND).orElseThrow().agreement().indicators().toList()) {
            Anchor entry = (Anchor) byId("to-" + indicator.id());
            assertThat(textOf("to-" + indicator.id()))
                    .contains(indicator.name().th())
                    .contains("ยังไม่ส่ง");
            assertThat(entry.getHref()).contains("district=4302", "indicator=" + indicator.id());
            assertThat(entry.getElement().getAttribute("aria-current"))
                    .isEqualTo(indicator.id().equals(IndicatorId.of("T2")) ? "page" : null);
        }
        assertThat(textOf("record-index-switch")).isEqualTo("T2 · ยังไม่ส่ง 11 จาก 11");
        assertThat(textOf("count-not-submitted")).contains("11");
        assertThat(((Anchor) byId("record-previous")).getText()).contains("T1");
        assertThat(((Anchor) byId("record-next")).getText()).contains("T3");
        assertThat(textOf("record-deadline")).contains("พ้นกำหนดส่ง");
    }

    @Test
    void beginsWithTheFirstThatIsMissingAndStaysThere() {
        service.save(ROUND, DistrictCode.of("4301"), SPENT, "70", 0);
        open("record?round=2565-1&district=4301");
        assertThat(shows("record-T1")).isTrue();
        assertThat(textOf("to-T1")).contains("มีร่าง");
        open("record?round=2565-1&district=4301&indicator=T9");
        assertThat(shows("record-T1")).as("no such indicator").isTrue();
    }

    @Test
    void fillsInTheFiguresThatCountAndKeepsThemOnceOneOfThemIsChanged() {
        DistrictCode district = DistrictCode.of("4315");
        open("record?round=2565-1&district=4315&indicator=T1&lang=en");
        TextField of = (TextField) byId("field-T1-spending-of");
        TextField spent = (TextField) byId(FIELD);
        assertThat(spent.getValue()).isNotEmpty().matches("[0-9.]+");
        assertThat(of.getValue()).isNotEmpty().matches("[0-9.]+");
        assertThat(drafts.find(ROUND, district)).as("nobody typed anything yet").isEmpty();
        assertThat(spent.getElement().getAttribute("inputmode")).isEqualTo("decimal");
        assertThat(((TextField) byId("field-T1-note")).getElement().getAttribute("inputmode"))
                .isNull();

        test(spent).setValue("1");
        assertThat(drafts.find(ROUND, district))
                .extracting(Draft::text)
                .containsExactlyInAnyOrder("1", of.getValue());
        test(of).setValue("");
        open("agreement?round=2565-1");
        open("record?round=2565-1&district=4315&indicator=T1&lang=en");
        assertThat(((TextField) byId("field-T1-spending-of")).getValue())
                .as("what was cleared stays cleared")
                .isEmpty();
    }

    @Test
    void keepsWhatIsTypedAndSaysWhichLevelItWouldGive() {
        DistrictCode district = DistrictCode.of("4305");
        open("record?round=2565-1&district=4305");
        test((TextField) byId("field-T1-spending-of")).setValue("100");
        test((TextField) byId(FIELD)).setValue("๘๖");
        assertThat(textOf("preview-T1")).contains("ถ้าส่งตอนนี้จะได้").contains("4");
        assertThat(textOf("kept-T1")).contains("บันทึกร่างแล้ว");
        test((TextField) byId(FIELD)).setValue("แปดสิบ");
        assertThat(textOf("preview-T1")).contains("“แปดสิบ” ไม่ใช่ตัวเลข");
        assertThat(drafts.find(ROUND, district)).extracting(Draft::text).contains("แปดสิบ", "100");

        open("record?round=2565-1&district=4305&lang=en");
        assertThat(((TextField) byId(FIELD)).getValue()).isEqualTo("แปดสิบ");
        assertThat(textOf("preview-T1")).contains("is not a number");
        test((Button) byId("submit-T1")).click();
        assertThat(textOf("outcome-T1")).contains("Not handed in yet");
        test((TextField) byId("field-T1-note")).setValue("1234567890123");
        assertThat(textOf("conflict-T1")).contains("13-digit");
        assertThat(drafts.find(ROUND, district))
                .extracting(Draft::text)
                .doesNotContain("1234567890123");
    }

    @Test
    void asksWhoeverTypesOverWhatSomebodyElseTypedMeanwhile() {
        DistrictCode district = DistrictCode.of("4307");
        open("record?round=2565-1&district=4307&lang=en");
        assertThat(service.save(ROUND, district, SPENT, "70", 0)).isInstanceOf(Saving.Saved.class);
        test((TextField) byId(FIELD)).setValue("90");

        assertThat(textOf("conflict-T1")).contains("“70”").contains("Nothing was overwritten");
        assertThat(spent(district)).containsExactly("70");

        click("Use theirs");
        assertThat(((TextField) byId(FIELD)).getValue()).isEqualTo("70");
        assertThat(service.save(ROUND, district, SPENT, "71", 1)).isInstanceOf(Saving.Saved.class);
        test((TextField) byId(FIELD)).setValue("90");
        click("Use what I typed");
        assertThat(spent(district)).containsExactly("90");
        assertThat(textOf("conflict-T1")).isEmpty();
    }

    @Test
    void showsATelephonesDigitsForAnythingCounted() {
        open("record?round=2565-1&district=4316&indicator=P7");
        assertThat(byId("field-P7-channels-value").getElement().getAttribute("inputmode"))
                .isEqualTo("numeric");
        assertThat(shows("letters-P7-channels")).as("n/a can still be typed").isTrue();
    }

    private List<String> spent(DistrictCode district) {
        return drafts.find(ROUND, district).stream()
                .filter(draft -> draft.field().equals(SPENT))
                .map(Draft::text)
                .toList();
    }

    private void click(String text) {
        test(find(Button.class, byId("conflict-T1")).withText(text).single()).click();
    }

    @Test
    void recordsOnlyInTheNewestState() {
        open("record?round=2565-2&district=4302&revision=1");
        assertThat(shows("record-T1")).isFalse();
        assertThat(textOf("record-remark")).contains("ข้อมูลล่าสุดเท่านั้น");
        open("record?round=2565-2");
        assertThat(textOf("record-remark")).contains("โปรดเลือกอำเภอ");
        open("record?round=2565-2&district=43");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
    }
}
