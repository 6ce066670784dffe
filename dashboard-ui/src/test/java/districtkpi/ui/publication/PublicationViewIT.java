package districtkpi.ui.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.result.ResultImportService;
import districtkpi.office.recording.RecordingService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Writes, hence on a database of its own; one story, from nothing to a correction. */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class PublicationViewIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2565-1");

    @Autowired private RecordingService recording;
    @Autowired private PublicationRepository publications;
    @Autowired private SignOffRepository signOffs;
    @Autowired private OverrideRepository overrides;
    @Autowired private ResultImportService results;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @Test
    void publishesARoundAndThenACorrection() {
        UiTest.open("publication?round=2565-1");
        assertThat(UiTest.textOf("publication-note")).contains("ยังไม่ได้ประกาศ");
        assertThat(UiTest.textOf("publication-remark")).contains("นำเข้าผลก่อน");

        commit("4301,T1,spending,90,100", "4302,T1,spending,70,100");
        UiTest.open("publication?round=2565-1&lang=en");
        assertThat(UiTest.textOf("publication-missing")).contains("scores can still change");
        click("publish");
        click("cancel-publish");
        assertThat(publications.findAll(ROUND)).isEmpty();
        click("publish");
        click("confirm-publish");

        assertThat(publications.findAll(ROUND)).hasSize(1);
        assertThat(UiTest.address()).contains("revision=1");
        assertThat(UiTest.textOf("publication-note")).contains("Published revision 1");

        commit("4302,T1,spending,95,100");
        UiTest.open("?round=2565-1&columns=all");
        assertThat(UiTest.textOf("publication-note")).contains("differs from revision 1");
        assertThat(UiTest.textOf("ranking")).as("the first is ahead by").doesNotContain("16.00");
        UiTest.open("?round=2565-1&revision=1&columns=all");
        assertThat(UiTest.textOf("ranking")).contains("16.00");
        UiTest.open("publication?round=2565-1");
        assertThat(UiTest.textOf("revision-figures")).contains("70 ").contains("95 ");
        assertThat(UiTest.textOf("revision-places")).contains("T1 1 → 5");
        click("publish");
        click("confirm-publish");
        assertThat(publications.findAll(ROUND)).as("without a reason").hasSize(1);
        assertThat(UiTest.textOf("publish-warning"))
                .contains("Levels that differ from revision 1: 1.");
        typeTooMuch("publish-reason");
        click("confirm-publish");
        assertTooLong("publish-reason");
        assertThat(publications.findAll(ROUND)).as("too long a reason").hasSize(1);
        ((TextField) UiTest.byId("publish-reason")).setValue("ตัวเลขเดือนมีนาคมผิด");
        click("confirm-publish");

        assertThat(UiTest.textOf("publication-done")).isEqualTo("Revision 2 is published.");
        assertThat(publications.findNewest(ROUND).orElseThrow().reason())
                .isEqualTo("ตัวเลขเดือนมีนาคมผิด");
        assertThat(UiTest.textOf("publications")).contains("ตัวเลขเดือนมีนาคมผิด");

        UiTest.open("receipt/4302?round=2565-1&revision=1");
        assertThat(UiTest.textOf("receipt-proof"))
                .contains(publications.find(ROUND, 1).orElseThrow().sha256())
                .contains("Scored by rules version 1")
                .contains("as published");
        assertThat(UiTest.textOf("receipt-figures-T1"))
                .contains("2565-1,4302,T1,spending,70,100,2022-03-31")
                .contains("line 3");
        assertThat(UiTest.textOf("receipt-files")).containsOnlyOnce(Administrator.NAME);
        UiTest.open("receipt/4302?round=2565-1");
        assertThat(UiTest.textOf("receipt-proof")).contains("not a published revision");

        signsOffAndOpensAgain();
        setsAnotherLevelAndWithdrawsIt();
    }

    private void setsAnotherLevelAndWithdrawsIt() {
        UiTest.open("district/4302?round=2565-1");
        UiTest.unfold("T1");
        click("override-4302-T1");
        click("confirm-override-4302-T1");
        UiTest.choose("override-level-4302-T1", 3);
        assertThat(UiTest.textOf("override-4302-T1-warning"))
                .startsWith("Level now: 5. Level after: 3.");
        click("confirm-override-4302-T1");
        assertThat(overrides.findInForce(ROUND)).as("without a reason").isEmpty();
        typeTooMuch("override-4302-T1-reason");
        click("confirm-override-4302-T1");
        assertTooLong("override-4302-T1-reason");
        ((TextField) UiTest.byId("override-4302-T1-reason")).setValue("หนังสือกรม 123");
        click("confirm-override-4302-T1");
        assertThat(UiTest.textOf("override-done-4302-T1"))
                .isEqualTo("Done. Level now: 5. Level after: 3.");
        assertThat(UiTest.textOf("T1"))
                .contains("Computed level level 5", "Level that was set level 3")
                .contains("Reason: หนังสือกรม 123 · set by " + Administrator.NAME);

        UiTest.open("publication?round=2565-1");
        click("publish");
        ((TextField) UiTest.byId("publish-reason")).setValue("ตามหนังสือกรม");
        click("confirm-publish");

        UiTest.open("district/4302?round=2565-1");
        UiTest.unfold("T1");
        click("withdraw-override-4302-T1");
        assertThat(UiTest.textOf("withdraw-override-4302-T1-warning"))
                .startsWith("Level now: 3. Level after: 5.");
        ((TextField) UiTest.byId("withdraw-override-4302-T1-reason")).setValue("หนังสือถูกยกเลิก");
        click("confirm-withdraw-override-4302-T1");
        assertThat(UiTest.textOf("T1")).doesNotContain("Computed level");
        assertThat(overrides.findInForce(ROUND)).isEmpty();

        UiTest.open("receipt/4302?round=2565-1&revision=3");
        assertThat(UiTest.textOf("receipt-proof")).contains("as published");
        assertThat(UiTest.textOf("T1"))
                .contains("Computed level level 5", "Level that was set level 3", "หนังสือกรม 123");
        UiTest.open("district/4302?round=2565-1&revision=3");
        UiTest.unfold("T1");
        assertThat(UiTest.textOf("T1")).contains("Computed level level 5");
        assertThat(UiTest.shows("override-4302-T1")).as("of a revision").isFalse();
        UiTest.open("forms/evaluation/4302?round=2565-1&revision=3");
        assertThat(UiTest.textOf("form-T1"))
                .contains("กำหนดระดับนี้", "คำนวณได้ระดับนี้", "กำหนดแทน ๕.๐๐", "หนังสือกรม 123");
    }

    private static void typeTooMuch(String id) {
        ((TextField) UiTest.byId(id)).setValue("x".repeat(ReasonText.MAX_LENGTH + 1));
    }

    private static void assertTooLong(String id) {
        assertThat(((TextField) UiTest.byId(id)).getErrorMessage())
                .contains("Longer than 500 characters");
    }

    private void signsOffAndOpensAgain() {
        DistrictCode typing = DistrictCode.of("4301");
        recording.save(
                ROUND,
                typing,
                RecordingField.value(IndicatorId.of("T1"), MeasureId.of("spending")),
                "7",
                0);
        UiTest.open("publication?round=2565-1");
        assertThat(UiTest.textOf("publication-drafts")).contains("not handed in", "1");
        click("sign-off");
        assertThat(UiTest.textOf("sign-off-warning")).contains("Levels and ranks stay");
        click("confirm-sign-off");
        assertThat(UiTest.textOf("sign-off-remark"))
                .contains("Revision 2 was signed off")
                .contains(Administrator.NAME);
        UiTest.open("record?round=2565-1&district=4302");
        assertThat(UiTest.textOf("record-remark")).contains("signed off");
        UiTest.open("review?round=2565-1");
        assertThat(UiTest.textOf("review-remark")).contains("signed off");

        UiTest.open("publication?round=2565-1");
        click("reopen");
        click("confirm-reopen");
        assertThat(signOffs.findHolding(ROUND)).as("without a reason").isPresent();
        typeTooMuch("reopen-reason");
        click("confirm-reopen");
        assertTooLong("reopen-reason");
        assertThat(signOffs.findHolding(ROUND)).as("too long a reason").isPresent();
        ((TextField) UiTest.byId("reopen-reason")).setValue("ผลของท่าบ่อผิด");
        click("confirm-reopen");
        assertThat(UiTest.textOf("sign-off-remark")).contains("is open");
        assertThat(UiTest.textOf("sign-offs")).contains("ผลของท่าบ่อผิด");
    }

    @Test
    void anAddressOfARevisionThatIsNotThereShowsNothingElse() {
        UiTest.open("?round=2565-1&revision=99");
        assertThat(UiTest.shows("ranking")).isFalse();
    }

    private void commit(String... rows) {
        StringBuilder file = new StringBuilder("round,district,indicator,measure,value,of,as_of\n");
        for (String row : rows) {
            file.append("2565-1,").append(row).append(",2022-03-31\n");
        }
        results.commit(
                new ImportFile("march.csv", file.toString().getBytes(StandardCharsets.UTF_8)),
                Optional.empty());
    }

    private static void click(String id) {
        ((Button) UiTest.byId(id)).click();
    }
}
