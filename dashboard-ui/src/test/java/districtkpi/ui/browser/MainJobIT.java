package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.scope.RowScope;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.RecordingService;
import districtkpi.ui.testing.Administrator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** The main job in a real browser, on the demonstration rounds. */
class MainJobIT implements OfficeJobs {

    /** Indicators of the newest round that the demonstration leaves to be reviewed. */
    private static final int UNREVIEWED = 6;

    @RegisterExtension static final InBrowser BROWSER = InBrowser.demonstration();

    private final Window window = BROWSER.open();
    private final Page page = window.page();

    @ParameterizedTest
    @CsvSource({"th, 4301, นำเข้า", "en, 4302, Import"})
    void aFileThatIsDroppedIsCheckedThenCommittedAndChangesTheRanking(
            String language, String district, String importTitle) {
        window.goTo("/?round=2565-1", language);
        assertThat(page.locator("#ranking tbody tr")).hasCount(9);
        assertThat(page.locator("html")).hasAttribute("lang", language);

        page.locator("#nav-import").click();
        assertThat(page.locator("h1")).containsText(importTitle);
        drop("best.csv", BestResults.of(district));

        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-dry-run"));
        assertThat(page.locator("#impact-2565-1-" + district)).containsText("100");
        assertThat(page.locator("#impact-2565-1-" + district)).hasClass(Pattern.compile("changed"));
        assertThat(ranking()).doesNotContain(rankOne(district));

        page.locator("#commit").click();

        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-committed"));
        page.locator("#tab-history").click();
        assertThat(page.locator("#imports")).containsText("best.csv");
        page.locator("#tab-file").click();
        page.locator("#to-ranking a").click();
        assertThat(page.locator("#ranking-" + district)).containsText("100");
        assertThat(page.locator("#ranking-" + district + " .rank-number")).hasText("1");
        assertThat(ranking()).contains(rankOne(district));

        page.locator("#ranking-" + district + " a").first().click();
        assertThat(page).hasURL(Pattern.compile("/district/" + district));
        assertThat(page.locator("#summary-total")).containsText("100");
        assertThat(page.locator("#section-team")).containsText("50.00");
        assertThat(page.locator("main")).containsText("best.csv");

        page.locator("#nav-agreement").click();
        page.locator("#to-T1").click();
        assertThat(page.locator("#T1")).containsText("ไม่น้อยกว่าร้อยละ ๗๐");
        assertThat(page.locator("#terms-individual")).containsText("P8");
    }

    @Test
    void aDistrictHandsInThePlannerSendsBackAndAcceptsAndTheDirectorPublishes() {
        try (Window district = openDistrict("4301");
                Window planner = openAs(Role.PLANNER);
                Window director = openAs(Role.DIRECTOR)) {
            record(district, "88");
            district.goTo("/record?round=2565-2&indicator=P5", "th");
            Locator trained = district.page().locator("#field-P5-households_trained-value input");
            assertThat(trained).hasValue("88");
            handInWhatWasJustTyped(district, "77");
            assertThat(trained).hasValue("77");

            planner.goTo("/review?round=2565-2", "en");
            planner.page().locator("#send-back-4301-P5").click();
            planner.page().locator("#note-4301-P5 textarea").fill("Where is the list?");
            planner.page().locator("#confirm-send-back-4301-P5").click();
            assertThat(planner.page().locator("#review-4301-P5")).hasCount(0);
            assertThat(planner.page().locator("#register-4301 td").nth(3)).hasText("1");

            recordWhileTheConnectionIsAway(district, "93");
            assertThat(district.page().locator("#sent-back-P5")).containsText("Where is the list?");
            sendEvidence(district);
            Download evidence =
                    district.page()
                            .waitForDownload(() ->
                                    district.page()
                                            .locator("#record-P5 .evidence a")
                                            .getByText("list.pdf")
                                            .click());
            assertThat(evidence.suggestedFilename()).isEqualTo("list.pdf");
            handIn(district, "P5");

            planner.goTo("/review?round=2565-2", "en");
            assertThat(planner.page().locator("#review-4301-P5")).containsText("list.pdf");
            director.goTo("/publication?round=2565-2", "th");
            assertThat(director.page().locator("#publication-unreviewed"))
                    .containsText(String.valueOf(UNREVIEWED + 1));
            planner.page().locator("#accept-4301-P5").click();
            assertThat(planner.page().locator("#register-4301 td").nth(2)).hasText("1");

            director.goTo("/publication?round=2565-2", "th");
            assertThat(director.page().locator("#publication-unreviewed"))
                    .containsText(String.valueOf(UNREVIEWED));
            assertThat(director.page().locator("#revision-figures")).containsText("93");
            director.page().locator("#publish").click();
            director.page().locator("#publish-reason input").fill("แก้ผลของเมืองหนองคาย");
            director.page().locator("#confirm-publish").click();
            assertThat(director.page()).hasURL(Pattern.compile("revision=2"));
            director.goTo("/receipt/4301?round=2565-2&revision=2", "th");
            assertThat(director.page().locator("main")).containsText("online-2565-2-4301-P5-2.csv");
        }
    }

    /** Typed, handed in, taken back, corrected and handed in again, with a thumb. */
    @Test
    void aDistrictBeginsWithWhatIsMissingAndHandsItInOnATelephone() {
        try (Window district = openDistrict("4315")) {
            Page page = district.page();
            page.setViewportSize(Window.NARROW, Window.HEIGHT);
            district.goTo("/", "th");
            assertThat(page).hasURL(Pattern.compile("/record\\?lang=th"));
            assertThat(page.locator("#record-T1")).isVisible();
            assertThat(page.locator("#record-P1")).hasCount(0);
            assertThat(page.locator("#record-deadline")).isVisible();
            assertThat(page.locator("#nav-record .waiting-count")).hasText("11");
            Locator index = page.locator("#record-index-list");
            assertThat(index).not().isVisible();
            page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
            assertThat(page.locator("#record-index-switch")).isInViewport();
            page.locator("#record-index-switch").click();
            assertThat(index).containsText("ยังไม่ส่ง 11");
            page.locator("#to-P5").click();
            assertThat(page).hasURL(Pattern.compile("indicator=P5"));
            assertThat(index).not().isVisible();

            Locator trained = page.locator("#field-P5-households_trained-value input");
            assertThat(trained).hasAttribute("inputmode", "decimal");
            assertThat(page.locator("#field-P5-households_trained-of input"))
                    .hasValue(Pattern.compile("[0-9]+"));
            trained.fill("2");
            handIn(district, "P5");
            assertThat(page.locator("#handed-in-P5")).containsText("2 ");
            assertThat(page.locator("#record-index-switch")).containsText("ยังไม่ส่ง 10 จาก 11");
            page.locator("#take-back-P5").click();
            page.locator("#confirm-take-back-P5").click();
            assertThat(page.locator("#done-P5")).containsText("ถอนการส่ง P5");
            trained.fill("3");
            handIn(district, "P5");
            assertThat(page.locator("#handed-in-P5")).containsText("3 ");
            page.locator("#record-next-missing").click();
            assertThat(page.locator("#record-P6")).isVisible();
            assertThat(Accessibility.fits(page)).isTrue();
            assertThat(Accessibility.violations(page)).isEmpty();

            // The overview is a way of the menu.
            page.locator("#drawer-switch").click();
            page.locator("#nav-ranking").click();
            assertThat(page.locator("#ranking")).isVisible();
            assertThat(district.complaints()).isEmpty();
        }
    }

    /** What is typed counts, although the button is pressed before it is kept. */
    private static void handInWhatWasJustTyped(Window district, String trained) {
        district.page().locator("#field-P5-households_trained-value input").fill(trained);
        district.page().locator("#submit-P5").click();
        assertThat(district.page().locator("#question-P5")).containsText(trained);
        district.page().locator("#confirm-submit-P5").click();
        assertThat(district.page().locator("#done-P5")).containsText("ส่ง P5 แล้ว");
        assertThat(district.page().locator("#done-P5")).isFocused();
        assertThat(district.page().locator("#record-P5")).containsText("รอตรวจ");
        assertThat(district.page().locator("#handed-in-P5")).containsText(trained);
    }

    private static void handIn(Window district, String indicator) {
        district.page().locator("#submit-" + indicator).click();
        district.page().locator("#confirm-submit-" + indicator).click();
        assertThat(district.page().locator("#done-" + indicator))
                .containsText("ส่ง " + indicator + " แล้ว");
    }

    /** Several at once: a document, a picture of a telephone, and what is not taken. */
    private static void sendEvidence(Window district) {
        Page page = district.page();
        byte[] picture =
                Base64.getDecoder()
                        .decode(
                                (String)
                                        page.evaluate(
                                                """
                                                () => {
                                                    const canvas = document.createElement('canvas');
                                                    canvas.width = 4800;
                                                    canvas.height = 100;
                                                    return canvas.toDataURL('image/webp')
                                                        .split(',')[1];
                                                }\
                                                """));
        page.locator("#upload-P5 input[type=file]")
                .setInputFiles(
                        new FilePayload[] {
                            new FilePayload(
                                    "list.pdf", "application/pdf", "%PDF-1.7".getBytes(UTF_8)),
                            new FilePayload("photo.webp", "image/webp", picture),
                            new FilePayload("torn.heic", "image/heic", "no".getBytes(UTF_8)),
                            new FilePayload("notes.txt", "text/plain", "no".getBytes(UTF_8))
                        });
        assertThat(page.locator("#record-P5 .evidence")).containsText("list.pdf");
        assertThat(page.locator("#record-P5 .evidence")).containsText("photo.jpg");
        assertThat(page.locator("#not-taken-P5"))
                .containsText("ไม่ได้รับ torn.heic เบราว์เซอร์นี้");
        assertThat(page.locator("#not-taken-P5")).containsText("ไม่ได้รับ notes.txt แนบได้เฉพาะ");
        assertThat(page.locator("#upload-P5 vaadin-upload-file")).hasCount(0);
        Download sent = page.waitForDownload(() -> page.getByText("photo.jpg").first().click());
        try (InputStream content = sent.createReadStream()) {
            assertThat(ImageIO.read(content).getWidth()).isEqualTo(2_400);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLargePhotographIsMadeSmallerAndWhatDoesNotArriveSaysSoBesideItsName() throws IOException {
        try (Window district = openDistrict("4302")) {
            Page page = district.page();
            district.goTo("/record?round=2565-2&indicator=P1", "th");
            byte[] large = largePhotograph();
            assertThat(large.length).isGreaterThan(RecordingService.MAX_EVIDENCE_BYTES);
            Locator files = page.locator("#upload-P1 input[type=file]");
            files.setInputFiles(new FilePayload("large.jpg", "image/jpeg", large));
            assertThat(page.locator("#record-P1 .evidence")).containsText("large.jpg");
            assertThat(page.locator("#not-taken-P1 li")).hasCount(0);
            Download sent = page.waitForDownload(() -> page.getByText("large.jpg").first().click());
            try (InputStream content = sent.createReadStream()) {
                byte[] smaller = content.readAllBytes();
                assertThat(smaller.length).isLessThan(RecordingService.MAX_EVIDENCE_BYTES);
                assertThat(ImageIO.read(new ByteArrayInputStream(smaller)).getWidth())
                        .isEqualTo(2_400);
            }

            district.provoke("status of 500");
            page.route(
                    "**/VAADIN/dynamic/resource/**",
                    route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
            files.setInputFiles(
                    new FilePayload("list.pdf", "application/pdf", "%PDF-1.7".getBytes(UTF_8)));
            Locator failed = page.locator("#upload-P1 vaadin-upload-file");
            assertThat(failed).containsText("list.pdf");
            assertThat(failed.locator("[part=error]")).hasText("ส่งไฟล์ไม่สำเร็จ โปรดลองอีกครั้ง");
            page.locator("#submit-P1").click();
            assertThat(page.locator("#question-P1")).containsText("list.pdf");
        }
    }

    /** As telephones take them: hardly anything in it repeats itself. */
    private static byte[] largePhotograph() throws IOException {
        BufferedImage picture = new BufferedImage(3_600, 2_700, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            Arrays.setAll(row, _ -> random.nextInt());
            picture.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(content)) {
            writer.setOutput(output);
            ImageWriteParam all = writer.getDefaultWriteParam();
            all.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            all.setCompressionQuality(1);
            writer.write(null, new IIOImage(picture, null, null), all);
        } finally {
            writer.dispose();
        }
        return content.toByteArray();
    }

    private static void record(Window district, String trained) {
        district.goTo("/record?round=2565-2&indicator=P5", "th");
        district.page().locator("#field-P5-households_trained-of input").fill("100");
        district.page().locator("#field-P5-households_trained-value input").fill(trained);
        assertThat(district.page().locator("#preview-P5")).containsText("ถ้าส่งตอนนี้จะได้");
        assertThat(district.page().locator("#kept-P5")).containsText("บันทึกร่างแล้ว");
    }

    /** What is typed meanwhile is sent once the connection is back, without a page made anew. */
    private static void recordWhileTheConnectionIsAway(Window district, String trained) {
        district.goTo("/record?round=2565-2&indicator=P5", "th");
        Locator field = district.page().locator("#field-P5-households_trained-value input");
        assertThat(field).hasValue("77");
        district.provoke("ERR_INTERNET_DISCONNECTED");
        district.context().setOffline(true);
        field.fill(trained);
        assertThat(district.page().locator("vaadin-connection-indicator[reconnecting]"))
                .containsText("กำลังลองใหม่");
        assertThat(district.page().locator("#kept-P5")).not().containsText("บันทึกร่างแล้ว");
        district.context().setOffline(false);
        assertThat(district.page().locator("#preview-P5")).containsText("ถ้าส่งตอนนี้จะได้");
        assertThat(district.page().locator("#kept-P5")).containsText("บันทึกร่างแล้ว");
        district.goTo("/record?round=2565-2&indicator=P5", "th");
        assertThat(field).hasValue(trained);
    }

    @Override
    public Window openAs(Role role) {
        return open(somebody(role));
    }

    private static AccountData somebody(Role role) {
        return new AccountData(
                AccountName.of("flow-" + role.key()),
                "",
                role,
                null,
                role == Role.PLANNER ? UnitId.of("promotion") : null);
    }

    @Override
    public Window openDistrict(String code) {
        return open(
                new AccountData(
                        AccountName.of("flow-" + code),
                        "",
                        Role.DISTRICT,
                        DistrictCode.of(code),
                        null));
    }

    @Override
    public void signInAs(Role role, Window other) {
        signIn(somebody(role), other);
    }

    private static Window open(AccountData data) {
        Window opened = BROWSER.openSignedOut();
        signIn(data, opened);
        return opened;
    }

    private static void signIn(AccountData data, Window other) {
        AccountRepository accounts = BROWSER.application().get(AccountRepository.class);
        if (accounts.find(data.name()).isEmpty()) {
            NewPassword password =
                    new NewPassword(
                            Objects.requireNonNull(
                                    BROWSER.application()
                                            .get(PasswordEncoder.class)
                                            .encode(Administrator.PASSWORD)),
                            false);
            TransactionTemplate transaction = BROWSER.application().get(TransactionTemplate.class);
            RowScope.inProvince(() ->
                    transaction.executeWithoutResult(_ -> accounts.add(data, password, false)));
        }
        other.signIn(data.name().value(), Administrator.PASSWORD);
    }

    @Test
    void aFileWithFaultsIsRefusedWithTheCellsThatAreWrong() {
        window.goTo("/import", "en");

        window.choose(
                "faulty.csv", BestResults.of("4305").replace("T1,spending,100", "T1,spending,abc"));

        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-rejected"));
        assertThat(page.locator("vaadin-upload-file")).containsText("faulty.csv");
        assertThat(page.locator("vaadin-upload-file [part=done-icon]")).not().isVisible();
        assertThat(page.locator("#issues")).containsText("NOT_A_NUMBER");
        assertThat(page.locator("#issues")).containsText("abc");
        assertThat(page.locator("#commit")).hasCount(0);
    }

    @Test
    void theWholeJobCanBeDoneWithTheKeyboardAlone() {
        window.goTo("/?round=2565-1", "th");
        page.keyboard().press("Tab");
        assertThat(window.focused()).isEqualTo("skip-link");
        page.keyboard().press("Enter");
        assertThat(window.focused()).isEqualTo("main");

        window.tabTo("a[href^='district/4308']");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/district/4308"));

        window.tabTo("#nav-import");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/import"));
        window.waitForFileDrop();
        window.tabTo("#file-button");
        page.waitForFileChooser(() -> page.keyboard().press("Enter"))
                .setFiles(Window.payload("keyboard.csv", BestResults.of("4308")));
        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-dry-run"));
        window.tabTo("#commit");
        page.keyboard().press("Enter");
        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-committed"));
        window.tabTo("#to-ranking a");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ranking-4308 .rank-number")).hasText("1");
    }

    @Test
    void whoeverComesSignsInWithTheKeyboardAndOutAgain() {
        window.context().clearCookies();
        page.navigate("/district/4301?round=2565-1");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        assertThat(page.locator("h1")).containsText("เข้าสู่ระบบ");
        assertThat(page.locator("#demonstration-accounts")).hasCount(0);
        window.pressSwitch("#language-switch");
        assertThat(page.locator("h1")).containsText("Sign in");
        window.pressSwitch("#language-switch");
        assertThat(page.locator("h1")).containsText("เข้าสู่ระบบ");

        page.locator("#username").focus();
        page.keyboard().type(Administrator.NAME);
        page.keyboard().press("Tab");
        page.keyboard().type(Administrator.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/district/4301\\?round=2565-1"));
        window.openAccountMenu();
        assertThat(page.locator("#account-role")).hasText("ผู้ดูแลระบบ");
        page.keyboard().press("Escape");
        assertThatTheLossOfTheConnectionIsSaid("ไม่มีการเชื่อมต่อ");
        window.pressSwitch("#language-switch");
        window.openAccountMenu();
        assertThat(page.locator("#account-role")).hasText("Administrator");
        page.keyboard().press("Escape");
        assertThatTheLossOfTheConnectionIsSaid("No connection");
        window.pressSwitch("#language-switch");
        window.tabTo("#account-menu");
        page.keyboard().press("Enter");
        assertThat(page.locator("#account-role")).hasText("ผู้ดูแลระบบ");
        window.tabTo("#sign-out");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
    }

    @Test
    void aSessionWarnsBeforeItEndsSaysWhyItEndedAndGivesBackWhatWasTyped() {
        window.goTo("/account", "en");
        page.locator("#token-label input").fill("Monthly report");
        choose("#token-days", 1);
        String days = page.locator("#token-days [slot=value]").textContent().strip();
        lastFor(100);
        lookAgain();
        assertThat(page.locator("#session-warning")).containsText("signed out in about 2 min");
        lastFor(1_000);
        page.locator("#session-stay").click();
        assertThat(page.locator("#session-warning")).hasCount(0);

        endTheSessionAndSignInAgain();

        assertThat(page).hasURL(Pattern.compile("/account\\?lang=en"));
        assertThat(page.locator("#typed-before")).containsText("Monthly report");
        assertThat(page.locator("#typed-before")).containsText(days);
        page.locator("#typed-back").click();
        assertThat(page.locator("#typed-before")).hasCount(0);
        assertThat(page.locator("#token-label input")).hasValue("Monthly report");
        assertThat(page.locator("#token-days [slot=value]")).hasText(days);
        page.locator("#token-make").click();
        assertThat(page.locator("#tokens")).containsText("Monthly report");
    }

    @Test
    void whatWasChosenAndTickedComesBackAfterASessionToo() {
        window.goTo("/accounts", "en");
        page.locator("#account-name-field input").fill("thabo2");
        page.locator("#account-district-field input").fill("Tha Bo");
        page.locator("[role=option]:visible").first().click();
        endTheSessionAndSignInAgain();

        assertThat(page.locator("#typed-before")).containsText("Tha Bo");
        page.locator("#typed-back").click();
        assertThat(page.locator("#account-name-field input")).hasValue("thabo2");
        assertThat(page.locator("#account-district-field input")).hasValue("Tha Bo");
        page.locator("#account-save").click();
        assertThat(page.locator("#accounts")).containsText("thabo2");
    }

    @Test
    void whatWasTypedAndNotSentSurvivesTheLanguageAndOtherPages() {
        window.goTo("/account", "en");
        page.locator("#token-label input").fill("Half a na");

        window.pressSwitch("#language-switch");

        assertThat(page.locator("h1")).hasText("บัญชีของฉัน");
        assertThat(page.locator("#token-label input")).hasValue("Half a na");
        seeAnotherPageAndComeBack();
        assertThat(page.locator("#typed-before")).containsText("Half a na");
        assertThat(page.locator("#token-label input")).hasValue("");
        page.locator("#typed-back").click();
        assertThat(page.locator("#token-label input")).hasValue("Half a na");
        page.locator("#token-make").click();
        assertThat(page.locator("#tokens")).containsText("Half a na");
        // What was sent is offered no more.
        seeAnotherPageAndComeBack();
        assertThat(page.locator("#tokens")).containsText("Half a na");
        page.waitForTimeout(600);
        assertThat(page.locator("#typed-before")).hasCount(0);
    }

    private void seeAnotherPageAndComeBack() {
        page.locator("vaadin-side-nav-item[path^=register]").first().click();
        assertThat(page).hasURL(Pattern.compile("/register"));
        // Who comes back at once finds it as it was.
        page.waitForTimeout(600);
        page.goBack();
    }

    private void choose(String select, int item) {
        page.locator(select).click();
        page.locator("[role=option]:visible").nth(item).click();
    }

    private void endTheSessionAndSignInAgain() {
        lastFor(0);
        lookAgain();
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        assertThat(page.locator("#session-ended")).containsText("nobody used");
        page.locator("#username").fill(Administrator.NAME);
        page.locator("#password").fill(Administrator.PASSWORD);
        page.locator("#submit").click();
    }

    /** How long every session may be unused from now on, in seconds. */
    private static void lastFor(int seconds) {
        for (Session session : BROWSER.application().server().getManager().findSessions()) {
            session.getSession().setMaxInactiveInterval(Math.max(1, seconds));
        }
        if (seconds == 0) {
            // The server ends them by itself no sooner than it is asked for them.
            LockSupport.parkNanos(1_200_000_000L);
        }
    }

    /** As when somebody comes back to the window. */
    private void lookAgain() {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    /**
     * As the page says it once it knows; taken away, the connection would be asked for. An answer
     * that was still on its way makes the page believe in the connection again: it is lost until it
     * is said.
     */
    private void assertThatTheLossOfTheConnectionIsSaid(String text) {
        page.waitForFunction(
                """
                text => {
                    window.Vaadin.connectionState.state = 'connection-lost';
                    const said = document.querySelector('vaadin-connection-indicator[offline]');
                    return said !== null && said.textContent.includes(text);
                }\
                """,
                text);
        page.evaluate("window.Vaadin.connectionState.state = 'connected'");
    }

    /** Lets a file fall on the drop area, as a mouse does. */
    private void drop(String name, String content) {
        window.waitForFileDrop();
        JSHandle files =
                page.evaluateHandle(
                        """
                        ([name, content]) => {
                            const files = new DataTransfer();
                            files.items.add(new File([content], name, {type: 'text/csv'}));
                            return files;
                        }\
                        """,
                        List.of(name, content));
        page.locator("#file-drop").dispatchEvent("drop", Map.of("dataTransfer", files));
    }

    @Test
    void thaiDigitsStandOnTheAxesOfChartsToo() {
        window.goTo("/weights?round=2565-2", "th");
        assertThat(page.locator("#waterfall svg")).containsText("100");

        window.pressSwitch("#digits-switch");

        assertThat(page.locator("#waterfall svg")).containsText("๑๐๐");
        assertThat(page.locator("#waterfall svg")).not().containsText("100");
    }

    private String ranking() {
        return window.context().request().get("/api/v1/rounds/2565-1/ranking.csv").text();
    }

    private static String rankOne(String district) {
        return "2565-1,1," + district + ",";
    }
}
