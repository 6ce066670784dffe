package districtkpi.ui.recording;

import static districtkpi.ui.testing.UiTest.byId;
import static districtkpi.ui.testing.UiTest.shows;
import static districtkpi.ui.testing.UiTest.textOf;
import static districtkpi.ui.testing.UiTest.unfold;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.server.StreamResourceRegistry.ElementStreamResource;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.Role;
import districtkpi.db.publication.SignOff;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.testing.Publishing;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.result.ResultImportService;
import districtkpi.importer.result.UndoService;
import districtkpi.office.account.Accounts;
import districtkpi.office.recording.OverrideService;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.office.work.FileWork;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.BusyServer;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockPart;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hands in and reviews, hence on a database of its own; each test has districts of its own. */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class HandingInIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final IndicatorId T1 = IndicatorId.of("T1");
    private static final RecordingField SPENT = RecordingField.value(T1, MeasureId.of("spending"));

    @Autowired private RecordingService service;
    @Autowired private ReviewRepository reviews;
    @Autowired private DraftRepository drafts;
    @Autowired private EvidenceRepository evidence;
    @Autowired private FileWork turns;
    @Autowired private ResultImportService results;
    @Autowired private UndoService undos;
    @Autowired private Accounts accounts;
    @Autowired private ApplicationContext application;
    @Autowired private OverrideService overrides;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    /** Anew, even where the address is that of the page that is open. */
    private static void open(String address) {
        UiTest.open("agreement?round=2565-1");
        UiTest.open(address);
    }

    private void commit(String district, String indicator, String spent) {
        results.commit(
                new ImportFile(
                        "province-%s-%s.csv".formatted(district, indicator),
                        """
                        round,district,indicator,measure,value,of,as_of
                        2565-1,%s,%s,%s,100,2022-03-01
                        """
                                .formatted(district, indicator, spent)
                                .getBytes(StandardCharsets.UTF_8)),
                Optional.empty());
    }

    private List<ReviewStep> steps(String district) {
        return reviews.find(ROUND, DistrictCode.of(district));
    }

    private ReviewState state(String district, IndicatorId indicator) {
        return ReviewHistory.of(steps(district), DistrictCode.of(district), indicator).state();
    }

    private void type(String field, String text) {
        test((TextField) byId("field-" + field)).setValue(text);
    }

    private void click(String id) {
        test((Button) byId(id)).click();
    }

    private void click(String within, String text) {
        test(find(Button.class, byId(within)).withText(text).single()).click();
    }

    private static int waitingReviews() {
        return Integer.parseInt(textOf("nav-review").replaceAll("\\D", ""));
    }

    private void handInActivities(String district, String achieved) {
        open("record?round=2565-1&lang=en&indicator=T2&district=" + district);
        type("T2-activities_achieved-value", achieved);
        type("T2-activities_achieved-of", "100");
        click("submit-T2");
        click("confirm-submit-T2");
    }

    private void handIn(String district, String spent) {
        open("record?round=2565-1&lang=en&indicator=T1&district=" + district);
        type("T1-spending-value", spent);
        type("T1-spending-of", "100");
        click("submit-T1");
        click("confirm-submit-T1");
    }

    @Test
    void handsInWhatStandsOnTheScreenAndNothingElse() {
        DistrictCode district = DistrictCode.of("4301");
        commit("4301", "T1", "spending,95");
        open("record?round=2565-1&lang=en&district=4301&indicator=T1");
        service.save(ROUND, district, SPENT, "10", 0);
        type("T1-spending-value", "88");
        type("T1-spending-of", "100");
        assertThat(textOf("conflict-T1")).contains("“10”", "You typed “88”");

        click("submit-T1");
        assertThat(textOf("outcome-T1")).contains("Please settle first: Budget disbursed (baht)");
        assertThat(shows("confirm-submit-T1")).isFalse();
        click("conflict-T1", "Use what I typed");
        type("T1-note", "1-2345-67890-12-3");
        click("submit-T1");
        assertThat(textOf("outcome-T1")).contains("Please settle first: Note");
        assertThat(((TextField) byId("field-T1-note")).isInvalid()).isTrue();
        type("T1-note", "x".repeat(RecordingService.MAX_TEXT_LENGTH + 1));
        assertThat(textOf("conflict-T1")).contains("longer than 1,000 characters");
        type("T1-note", "as the bank says");
        assertThat(textOf("conflict-T1")).isEmpty();
        assertThat(steps("4301")).isEmpty();

        click("submit-T1");
        assertThat(textOf("question-level-T1")).isEqualTo("Level now: 5. Level after: 4.");
        assertThat(textOf("question-T1")).contains("88", "/ 100", "= 88.00", "Evidence: none");
        type("T1-note", "as the bank says in its letter");
        assertThat(shows("confirm-submit-T1"))
                .as("what was asked was about something else")
                .isFalse();
        click("submit-T1");
        assertThat(steps("4301")).isEmpty();
        int waiting = waitingReviews();
        click("confirm-submit-T1");

        assertThat(waitingReviews()).as("in the menu of the same page").isEqualTo(waiting + 1);
        assertThat(textOf("done-T1"))
                .contains("T1 is handed in and waits for review", "Level now: 5. Level after: 4.");
        assertThat(textOf("to-T1")).as("in the index").contains("Waiting for review");
        assertThat(textOf("record-index-switch")).contains("10 of 11 to hand in");
        assertThat(((Anchor) byId("record-next-missing")).getHref()).contains("indicator=T2");
        assertThat(textOf("handed-in-T1"))
                .contains("88", "= 88.00", "Before: 95", "Note: as the bank says in its letter");
        assertThat(((TextField) byId("field-T1-spending-value")).getValue())
                .as("corrections start from what was sent")
                .isEqualTo("88");
        click("submit-T1");
        assertThat(textOf("question-T1")).contains("Nothing changed since it was handed in last");
        click("cancel-submit-T1");
        assertThat(steps("4301")).hasSize(1);

        click("take-back-T1");
        assertThat(textOf("take-back-effect-T1")).contains("Level now: 4. Level after: 5.");
        click("confirm-take-back-T1");
        assertThat(textOf("done-T1")).contains("was taken back");
        assertThat(waitingReviews()).isEqualTo(waiting);
        assertThat(state("4301", T1)).isEqualTo(ReviewState.NOT_SUBMITTED);
        assertThat(((TextField) byId("field-T1-spending-value")).getValue()).isEqualTo("88");
    }

    @Test
    void seesWhatSomebodyElseTypedAndIsNotOnTheScreen() {
        open("record?round=2565-1&lang=en&district=4302&indicator=T1");
        type("T1-spending-value", "88");
        type("T1-spending-of", "100");
        RecordingField of = RecordingField.of(T1, MeasureId.of("spending"));
        service.save(ROUND, DistrictCode.of("4302"), of, "1000", 1);

        click("submit-T1");
        assertThat(textOf("conflict-T1")).contains("“1000”", "You typed “100”");
        assertThat(shows("confirm-submit-T1")).isFalse();

        open("record?round=2565-1&lang=en&district=4302&indicator=T1");
        handInElsewhere();
        click("submit-T1");
        assertThat(textOf("outcome-T1")).contains("Somebody else handed in");
    }

    private void handInElsewhere() {
        DistrictCode district = DistrictCode.of("4302");
        assertThat(
                        service.submit(
                                ROUND,
                                district,
                                T1,
                                new RecordingService.Shown(
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        service.check(ROUND, district, T1))))
                .isPresent();
    }

    @Test
    void asksBeforeTheProvincesFiguresAreHandedInAndWaitsForEvidence() {
        commit("4305", "T1", "spending,95");
        open("record?round=2565-1&lang=en&district=4305&indicator=T1");
        click("submit-T1");
        assertThat(textOf("question-T1"))
                .contains("Nothing is typed. The figures that count already")
                .contains("95");
        assertThat(textOf("question-level-T1")).isEqualTo("Level: 5, as now.");
        assertThat(steps("4305")).isEmpty();

        fire("pictures-begin", "event.detail.names", "[\"IMG_1.heic\"]");
        assertThat(shows("confirm-submit-T1")).isFalse();
        click("submit-T1");
        assertThat(textOf("outcome-T1")).contains("IMG_1.heic is still being sent");
        fire(
                "pictures-end",
                "element.files.filter(file => file.uploading).map(file => file.name)",
                "[]");
        ComponentUtil.fireEvent(
                (Upload) byId("upload-T1"),
                new FileRejectedEvent((Upload) byId("upload-T1"), "Too large.", "a.pdf"));
        ComponentUtil.fireEvent(
                (Upload) byId("upload-T1"),
                new FileRejectedEvent((Upload) byId("upload-T1"), "Wrong kind.", "b.mov"));
        fire("picture-unreadable", "event.detail.name", "\"c.heic\"");
        assertThat(textOf("not-taken-T1"))
                .contains("a.pdf was not taken. Too large.")
                .contains("b.mov was not taken. Wrong kind.")
                .contains("c.heic was not taken. This browser cannot open the picture");
        click("submit-T1");
        assertThat(textOf("question-T1")).contains("not taken: a.pdf, b.mov, c.heic");
    }

    @Test
    void evidenceThatWaitsForItsTurnLeavesThePageAlone() throws Exception {
        open("record?round=2565-1&lang=en&district=4317&indicator=T1");
        UploadHandler handler = uploadHandler("upload-T1");
        Element owner = byId("upload-T1").getElement();
        Thread sender;
        try (BusyServer _ = BusyServer.of(turns)) {
            sender =
                    Thread.ofVirtual()
                            .start(
                                    new DelegatingSecurityContextRunnable(
                                            () -> send(handler, owner, "minutes.pdf")));
            while (!waitsForItsTurn(sender)) {
                LockSupport.parkNanos(1_000_000);
            }
            type("T1-spending-value", "88");
            assertThat(evidenceOf("4317")).isEmpty();
        }
        sender.join();
        assertThat(evidenceOf("4317")).as("kept without the page").hasSize(1);
        VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
        assertThat(textOf("record-T1")).contains("minutes.pdf");
        assertThat(((TextField) byId("field-T1-spending-value")).getValue()).isEqualTo("88");
    }

    private List<Evidence> evidenceOf(String district) {
        return evidence.find(ROUND, DistrictCode.of(district));
    }

    private static boolean waitsForItsTurn(Thread sender) {
        return Stream.of(sender.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(FileWork.class.getName()));
    }

    private static UploadHandler uploadHandler(String id) {
        URI target = URI.create(byId(id).getElement().getAttribute("target"));
        return (UploadHandler)
                VaadinSession.getCurrent()
                        .getResourceRegistry()
                        .getResource(target)
                        .map(ElementStreamResource.class::cast)
                        .orElseThrow()
                        .getElementRequestHandler();
    }

    private static void send(UploadHandler handler, Element owner, String name) {
        MockPart part = new MockPart("file", name, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        try {
            handler.handleUploadRequest(
                    new UploadEvent(null, null, null, name, 8, "application/pdf", owner, part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the browser would. */
    private void fire(String type, String key, String json) {
        ObjectNode data = JsonMapper.shared().createObjectNode();
        data.set("element.files.filter(file => file.uploading).map(file => file.name)", array());
        data.set("element.files.filter(file => file.error).map(file => file.name)", array());
        data.set(key, JsonMapper.shared().readTree(json));
        var element = byId("upload-T1").getElement();
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, type, data));
    }

    private static JsonNode array() {
        return JsonMapper.shared().createArrayNode();
    }

    @Test
    void saysWhatIsWrongInTheWordsOfTheForm() {
        open("record?round=2565-1&lang=en&district=4307&indicator=T1");
        type("T1-spending-value", "88");
        assertThat(textOf("preview-T1")).contains("is empty").doesNotContain("spending", "“of”");
        type("T1-spending-of", "0");
        assertThat(textOf("preview-T1")).contains("is 0").doesNotContain("spending", "column");
        type("T1-spending-value", "88%");
        type("T1-spending-of", "100");
        assertThat(textOf("preview-T1")).contains("must be empty").doesNotContain("“of”");
        type("T1-spending-value", "");
        assertThat(textOf("preview-T1")).contains("is empty").doesNotContain("“value”");
        type("T1-spending-value", "yes");
        assertThat(textOf("preview-T1")).contains("does not fit").doesNotContain("spending:");
        type("T1-spending-value", "n/a");
        type("T1-spending-of", "");
        assertThat(textOf("preview-T1")).contains("needs a reason").doesNotContain("column");
        type("T1-as_of", "soon");
        assertThat(textOf("preview-T1")).contains("Figures as of: “soon” is not a date");
    }

    @Test
    void aReviewShowsWhatWasHandedInAndLeavesOtherCardsAlone() {
        commit("4308", "T1", "spending,95");
        handIn("4308", "80");
        handIn("4314", "90");
        handInActivities("4314", "90");
        open("review?round=2565-1&lang=en");
        assertThat(textOf("review-4308-T1"))
                .contains("80", "= 80.00", "Before: 95", "The levels", "Handed in on");
        assertThat(textOf("review-level-4308-T1"))
                .isEqualTo(
                        "Level before it was handed in: 5. Level now: 3."
                                + " Accepted or sent back, it stays 3.");
        assertThat(textOf("review-level-4314-T1"))
                .startsWith("Level before it was handed in: no result yet. Level now: 5.");
        click("send-back-4308-T1");
        test((TextArea) byId("note-4308-T1")).setValue("half a no");

        click("accept-4314-T1");
        assertThat(textOf("review-outcome-4314-T1"))
                .contains("T1 of ", " is accepted. Its level stays 5.");
        assertThat(shows("review-4314-T1")).isFalse();
        assertThat(((TextArea) byId("note-4308-T1")).getValue()).isEqualTo("half a no");

        commit("4308", "T2", "activities_achieved,95");
        ((Details) byId("reviewed-4314-T1")).setOpened(true);
        assertThat(textOf("review-4314-T1")).contains("90", "Accepted");
        click("take-back-4314-T1");
        click("confirm-take-back-4314-T1");
        assertThat(((TextField) byId("take-back-reason-4314-T1")).isInvalid()).isTrue();
        assertThat(textOf("take-back-effect-4314-T1")).contains("its level stays as it is");
        test((TextField) byId("take-back-reason-4314-T1"))
                .setValue("x".repeat(ReasonText.MAX_LENGTH + 1));
        click("confirm-take-back-4314-T1");
        assertThat(((TextField) byId("take-back-reason-4314-T1")).getErrorMessage())
                .contains("Longer than 500 characters");
        assertThat(state("4314", T1)).isEqualTo(ReviewState.REVIEWED);
        // Half a reason in a line that is open stays too, while another card is accepted.
        test((TextField) byId("take-back-reason-4314-T1")).setValue("wrong but");
        click("accept-4314-T2");
        assertThat(state("4314", IndicatorId.of("T2"))).isEqualTo(ReviewState.REVIEWED);
        assertThat(((TextField) byId("take-back-reason-4314-T1")).getValue())
                .isEqualTo("wrong but");
        test((TextField) byId("take-back-reason-4314-T1")).setValue("wrong button");
        click("confirm-take-back-4314-T1");
        assertThat(state("4314", T1)).isEqualTo(ReviewState.WAITING);
        assertThat(textOf("review-4314-T1")).contains("90");
        assertThat(((TextArea) byId("note-4308-T1")).getValue()).isEqualTo("half a no");

        test((TextArea) byId("note-4308-T1")).setValue("half a note, and the rest");
        click("confirm-send-back-4308-T1");
        assertThat(textOf("review-outcome-4308-T1")).contains("Its level stays 3 until");
        assertThat(state("4308", T1)).isEqualTo(ReviewState.SENT_BACK);
        open("record?round=2565-1&lang=en&district=4308&indicator=T1");
        assertThat(textOf("sent-back-T1")).contains("half a note, and the rest");
        assertThat(((TextField) byId("field-T1-spending-value")).getValue()).isEqualTo("80");
    }

    @Test
    void aLevelThatMovedSinceItWasShownIsNotReviewed() {
        handIn("4316", "95");
        open("review?round=2565-1&lang=en");
        assertThat(textOf("review-level-4316-T1")).contains("Level now: 5.");
        DistrictCode district = DistrictCode.of("4316");
        overrides.set(
                ROUND,
                district,
                T1,
                new OverrideService.Shown(OptionalLong.empty(), OptionalInt.of(5)),
                3,
                "as the letter says");

        click("accept-4316-T1");
        assertThat(state("4316", T1)).isEqualTo(ReviewState.WAITING);
        assertThat(textOf("review-refused-4316-T1")).contains("Something changed");
        assertThat(textOf("review-level-4316-T1")).contains("Level now: 3.");
        click("accept-4316-T1");
        assertThat(state("4316", T1)).isEqualTo(ReviewState.REVIEWED);
    }

    @Test
    void whatWasUndoneIsNotReviewedAnyMoreAndWhoeverItConcernsIsTold() {
        commit("4315", "T1", "spending,95");
        handIn("4315", "80");
        long handedIn = steps("4315").getFirst().broughtImport().orElseThrow();
        open("review?round=2565-1&lang=en");
        assertThat(textOf("review-4315-T1")).contains("Handed in on");

        open("import?tab=history&lang=en");
        click("undo-" + handedIn);
        assertThat(textOf("undo-concerns"))
                .contains("T1, which Fao Rai handed in online on", "by admin")
                .contains("The district is told in its form");
        test((TextField) byId("undo-reason")).setValue("wrong file");
        open("review?round=2565-1&lang=en");
        undos.undo(handedIn, "wrong file", Optional.empty());

        click("accept-4315-T1");
        assertThat(state("4315", T1)).isEqualTo(ReviewState.NOT_SUBMITTED);
        open("review?round=2565-1&lang=en");
        assertThat(shows("review-4315-T1")).isFalse();
        assertThat(textOf("undone-4315-T1"))
                .contains("is not handed in any more", "by admin: wrong file");
        open("record?round=2565-1&lang=en&district=4315&indicator=T1");
        assertThat(textOf("undone-T1")).contains("counts no more", "by admin: wrong file");
        assertThat(shows("handed-in-T1")).isFalse();
        assertThat(((TextField) byId("field-T1-spending-value")).getValue()).isEqualTo("80");
        assertThat(textOf("count-waiting")).contains("0");
    }

    /** The refusal belongs to a question that is no longer there, so it is said above the page. */
    @Test
    void aRefusalIsSaidThoughWhatItIsAboutIsGone() {
        commit("4307", "T2", "activities_achieved,98");
        handInActivities("4307", "92");
        long handedIn = steps("4307").getLast().broughtImport().orElseThrow();
        open("review?round=2565-1&lang=en");
        click("override-4307-T2");
        UiTest.choose("override-level-4307-T2", 3);
        test((TextField) byId("override-4307-T2-reason")).setValue("a letter");
        undos.undo(handedIn, "wrong file", Optional.empty());

        click("confirm-override-4307-T2");
        assertThat(shows("review-4307-T2")).as("it is not handed in any more").isFalse();
        assertThat(find(Notification.class).all())
                .extracting(notice -> test(notice).getText())
                .containsExactly(
                        "Something changed since this was shown, so nothing was done."
                                + " Please look once more.");
        open("district/4307?round=2565-1&lang=en");
        assertThat(UiTest.pageText()).doesNotContain("nothing was done");
    }

    /** What was asked about in the future is said as done, with who and when. */
    @Test
    void afterAnUndoThePageSaysWhichHandInIsNoneAnyMore() {
        handInActivities("4307", "70");
        long handedIn = steps("4307").getLast().broughtImport().orElseThrow();
        open("import?tab=history&lang=en");
        click("undo-" + handedIn);
        assertThat(textOf("undo-concerns"))
                .contains("T2, which Si Chiang Mai handed in online on")
                .contains("by admin, will not be handed in any more. The district is told");
        test((TextField) byId("undo-reason")).setValue("the wrong month");
        click("confirm-undo");

        assertThat(textOf("undo-heading")).isEqualTo("Import " + handedIn + " was undone");
        assertThat(textOf("undo-concerns"))
                .contains("T2, which Si Chiang Mai handed in online on")
                .contains("by admin, is not handed in any more. The district’s form and the")
                .doesNotContain("will not be");
        assertThat(state("4307", IndicatorId.of("T2"))).isEqualTo(ReviewState.NOT_SUBMITTED);
        open("record?round=2565-1&lang=en&district=4307&indicator=T2");
        assertThat(textOf("undone-T2")).contains("counts no more", "by admin: the wrong month");
    }

    @Test
    void figuresThatWereUndoneAfterTheyWereAcceptedAreMarked() {
        commit("4316", "T2", "activities_achieved,95");
        IndicatorId indicator = IndicatorId.of("T2");
        open("record?round=2565-1&lang=en&district=4316&indicator=T2");
        click("submit-T2");
        click("confirm-submit-T2");
        open("review?round=2565-1&lang=en");
        click("accept-4316-T2");
        long province = steps("4316").getLast().importId().orElseThrow();
        open("import?tab=history&lang=en");
        click("undo-" + province);
        assertThat(textOf("undo-concerns"))
                .contains("T2 of ", "was handed in or reviewed with figures of this import");
        undos.undo(province, "wrong file", Optional.empty());

        assertThat(state("4316", indicator)).isEqualTo(ReviewState.REVIEWED);
        open("review?round=2565-1&lang=en");
        ((Details) byId("reviewed-4316-T2")).setOpened(true);
        assertThat(textOf("review-4316-T2")).contains("Figures changed since");
    }

    @Test
    void whoeverPublishesAndWhoeverAnswersForItReachTheEvidenceOfWhatWasAccepted() {
        DistrictCode district = DistrictCode.of("4302");
        IndicatorId indicator = IndicatorId.of("T2");
        commit("4302", "T2", "activities_achieved,95");
        service.attach(
                ROUND,
                district,
                indicator,
                new ImportFile("minutes.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        open("record?round=2565-1&lang=en&district=4302&indicator=T2");
        click("submit-T2");
        click("confirm-submit-T2");
        open("review?round=2565-1&lang=en");
        click("accept-4302-T2");
        ((Details) byId("reviewed-4302-T2")).setOpened(true);
        assertThat(textOf("review-4302-T2")).contains("minutes.pdf");

        UnitId unit = SignedAgreement.get().indicator(indicator).orElseThrow().units().getFirst();
        Account director = add("head", Role.DIRECTOR, null);
        Account planner = add("unit", Role.PLANNER, unit);
        Account analyst = add("figures", Role.ANALYST, null);
        for (Account account : List.of(director, planner)) {
            Administrator.signIn(application, account.name());
            open("district/4302?round=2565-1&lang=en");
            unfold("T2");
            assertThat(textOf("T2")).as(account.name().value()).contains("minutes.pdf");
        }
        Administrator.signIn(application, analyst.name());
        open("district/4302?round=2565-1&lang=en");
        unfold("T2");
        assertThat(textOf("T2")).doesNotContain("minutes.pdf");
    }

    private Account add(String name, Role role, @Nullable UnitId unit) {
        return accounts.add(new AccountData(AccountName.of(name), "", role, null, unit)).account();
    }

    @Test
    void aDistrictSeesAllThatIsItsOwnOnceTheRoundWasSignedOff() {
        handIn("4317", "80");
        open("record?round=2565-1&lang=en&district=4317&indicator=T2");
        type("T2-activities_achieved-value", "7");
        Publishing publishing = Publishing.in(application::getBean);
        SignOff signOff = publishing.close(ROUND);
        try {
            open("record?round=2565-1&lang=en&district=4317&indicator=T2");
            assertThat(textOf("record-remark")).contains("were signed off");
            assertThat(((TextField) byId("field-T2-activities_achieved-value")).isReadOnly())
                    .isTrue();
            assertThat(((TextField) byId("field-T2-activities_achieved-value")).getValue())
                    .isEqualTo("7");
            assertThat(shows("submit-T2")).isFalse();
            open("record?round=2565-1&lang=en&district=4317&indicator=T1");
            assertThat(textOf("handed-in-T1")).contains("80");
            assertThat(shows("submit-T1")).isFalse();
            assertThat(shows("take-back-T1")).isFalse();
            assertThat(shows("upload-T1")).isFalse();
            open("review?round=2565-1&lang=en");
            assertThat(textOf("review-4317-T1")).contains("80");
            assertThat(shows("accept-4317-T1")).isFalse();
        } finally {
            publishing.reopen(signOff);
        }
        assertThat(drafts.find(ROUND, DistrictCode.of("4317"))).isNotEmpty();
    }
}
