package districtkpi.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.cascade.SheetRepository;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.scope.RowScope;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.Ranking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The forms as Chromium prints them, read back from their PDFs, which are kept. */
class PrintedFormsIT {

    private static final Path FORMS = Path.of("target", "forms");
    private static final RoundId ROUND = RoundId.parse("2565-2");
    private static final String PUBLISHED = "?round=2565-2&revision=1";
    private static final String UPRIGHT = "210×297";
    private static final String ACROSS = "297×210";

    @RegisterExtension static final InBrowser BROWSER = InBrowser.demonstration();

    private final Words paper = new Words(new Translations(), Translations.THAI, true);
    private final Window window = BROWSER.open();

    @Test
    void theAgreementIsSignedBeforeAnAnnexWithEveryLevelWordForWord() throws IOException {
        try (PrintedForm form =
                print("agreement", "/forms/agreement" + PUBLISHED + "&district=4305")) {
            List<String> pages = form.texts();
            isPrintedAsAForm(form, UPRIGHT, "/receipt/4305");
            assertThat(pages.getFirst())
                    .contains(plain("ผู้รับการประเมิน"), plain("พัฒนาการอำเภอโพนพิสัย"));
            String all = String.join("", pages);
            for (Indicator indicator : indicators()) {
                assertThat(all).contains(plain(indicator.name().th()));
                for (Level level : indicator.levels()) {
                    assertThat(all).contains(plain(level.text().th()));
                }
            }
            // A table that goes on has its headings again.
            assertThat(pages.size()).isGreaterThan(3);
            for (String page : pages.subList(1, pages.size() - 1)) {
                assertThat(page)
                        .contains(plain("ตัวชี้วัดและค่าเป้าหมาย"), plain("หน่วยงานรับผิดชอบ"));
            }
        }
    }

    @Test
    void theEvaluationSheetOfADistrictAddsUp() throws IOException {
        Ranking.Row row = scoreboard().ranking().row(district("4305").code()).orElseThrow();
        OutOfFive sums = OutOfFive.of(scoreboard().stored().agreement(), row.scorecard());
        try (PrintedForm form = print("evaluation", "/forms/evaluation/4305" + PUBLISHED)) {
            List<String> pages = form.texts();
            isPrintedAsAForm(form, ACROSS, "/receipt/4305");
            String all = String.join("", pages);
            assertThat(all)
                    .contains(
                            plain("รวมทุกส่วน") + "๒๐๐" + paper.weighted(sums.sum().orElseThrow()))
                    .contains(
                            plain("คะแนนเฉลี่ยรวม(เต็ม๕.๐๐)")
                                    + paper.weighted(sums.average().orElseThrow()));
            for (Indicator indicator : indicators()) {
                assertThat(all).contains(plain(indicator.name().th()));
            }
            assertThat(pages.size()).isGreaterThan(1);
            assertThat(pages.get(1)).contains(plain("คะแนนตามระดับค่าเป้าหมาย"));
        }
    }

    @Test
    void theSummaryHasAllDistricts() throws IOException {
        try (PrintedForm form = print("summary", "/forms/summary" + PUBLISHED)) {
            isPrintedAsAForm(form, ACROSS, "/publication");
            List<String> pages = form.texts();
            for (Ranking.Row row : scoreboard().ranking().rows()) {
                assertThat(pages.getFirst())
                        .contains(paper.total(row.scorecard().total().points().orElseThrow()));
            }
            String rest = String.join("", pages.subList(1, pages.size()));
            for (District district : scoreboard().districts()) {
                assertThat(rest).contains(plain("อำเภอ" + district.name().th()));
            }
        }
    }

    @Test
    void theSheetOfAnOfficerLeadsToItself() throws IOException {
        String officer = SampleSheet.handOver(BROWSER.application());
        long id = Long.parseLong(officer.substring(0, officer.indexOf('?')));
        SheetRepository sheets = BROWSER.application().get(SheetRepository.class);
        OfficerSheet sheet = RowScope.inProvince(() -> sheets.findAll(ROUND, id)).getFirst();
        try (PrintedForm form = print("officer", "/forms/officer/" + officer + "&revision=1")) {
            isPrintedAs(form, ACROSS, "แบบฉบับที่ ๑ · รหัสตรวจสอบ " + sheet.shortSha256());
            assertThat(form.code(form.pages() - 1))
                    .contains(
                            BROWSER.application().address()
                                    + "/cascade/officer/"
                                    + id
                                    + "?round=2565-2&sheet=1");
            String all = String.join("", form.texts());
            assertThat(all)
                    .contains(
                            plain("พัฒนาการอำเภอท่าบ่อ"),
                            plain(sheet.officer().post()),
                            plain(sheet.officer().name()),
                            plain("ฉบับประกาศที่ ๑"),
                            plain("เป้าหมายเฉพาะ: ครัวเรือนเป้าหมายทุกครัวเรือนในตำบล"),
                            "๓๓.๓๔");
            for (String indicator : List.of("T1", "P1", "P4", "P8")) {
                for (Level level : indicator(indicator).levels()) {
                    assertThat(all).contains(plain(level.text().th()));
                }
            }
        }
    }

    @Test
    void aDraftSaysSoOnEachPageAndHasNoCode() throws IOException {
        try (PrintedForm form = print("evaluation-draft", "/forms/evaluation/4305?round=2565-2")) {
            assertThat(form.texts())
                    .allSatisfy(page ->
                            assertThat(page)
                                    .contains(plain("ร่าง — ยังไม่ประกาศ"), plain("ข้อมูลสาธิต")));
            assertThat(form.code(form.pages() - 1)).isEmpty();
        }
    }

    /** What holds for every form that was published. */
    private static void isPrintedAsAForm(PrintedForm form, String size, String receipt)
            throws IOException {
        String digest =
                BROWSER.application()
                        .get(PublicationRepository.class)
                        .find(ROUND, 1)
                        .orElseThrow()
                        .shortSha256();
        isPrintedAs(form, size, "ฉบับประกาศที่ ๑ · รหัสตรวจสอบ " + digest);
        assertThat(form.code(form.pages() - 1))
                .contains(BROWSER.application().address() + receipt + PUBLISHED);
    }

    /**
     * What holds for every form.
     *
     * @param source on each page
     */
    private static void isPrintedAs(PrintedForm form, String size, String source)
            throws IOException {
        Words paper = new Words(new Translations(), Translations.THAI, true);
        List<String> pages = form.texts();
        assertThat(form.sizes()).containsExactly(size);
        for (int page = 0; page < pages.size(); page++) {
            assertThat(pages.get(page))
                    .contains(
                            plain(
                                    "หน้า "
                                            + paper.number(page + 1L)
                                            + " จาก "
                                            + paper.number(pages.size())),
                            plain(source),
                            plain("ข้อมูลสาธิต — ไม่ใช่ผลจริง"))
                    .doesNotContain(plain("ร่าง — ยังไม่ประกาศ"));
        }
        assertThat(form.fonts())
                .isNotEmpty()
                .allMatch(font -> font.matches("[A-Z]{6}\\+Sarabun.*"));
        List<PrintedForm.Stack> stacks = form.stacks();
        assertThat(stacks).hasSizeGreaterThan(100);
        assertThat(stacks.stream().map(PrintedForm.Stack::text))
                .contains("ที" + PrintedForm.MOVED, "น" + PrintedForm.MOVED);
        assertThat(stacks.stream().filter(stack -> !stack.sitsRight()).map(PrintedForm.Stack::text))
                .as("Marks that run into their letter or one another")
                .isEmpty();
    }

    /** Prints from a screen in English: the paper is Thai all the same. */
    private PrintedForm print(String name, String address) {
        window.goTo(address, "en");
        Page page = window.page();
        page.evaluate("document.fonts.ready.then(() => true)");
        return PrintedForm.read(
                page.pdf(
                        new Page.PdfOptions()
                                .setPreferCSSPageSize(true)
                                .setPath(FORMS.resolve(name + ".pdf"))));
    }

    private static Scoreboard scoreboard() {
        return BROWSER.application()
                .get(PublicationRepository.class)
                .findScoreboard(ROUND, 1)
                .orElseThrow();
    }

    private static List<Indicator> indicators() {
        return scoreboard().stored().agreement().indicators().toList();
    }

    private static Indicator indicator(String id) {
        return scoreboard().stored().agreement().indicator(IndicatorId.of(id)).orElseThrow();
    }

    private static District district(String code) {
        return scoreboard().districts().stream()
                .filter(district -> district.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String plain(String text) {
        return PrintedForm.plain(text);
    }
}
