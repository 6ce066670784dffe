package districtkpi.ui.forms;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.publication.Publication;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.StoredSettings;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.testing.UiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FormViewsIT extends UiTest {

    private static final RoundId ROUND = RoundId.parse("2565-2");

    private final Words paper = new Words(new Translations(), Translations.THAI, true);

    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private PublicationRepository publications;
    @Autowired private StoredSettings settings;

    @Test
    void everyFormIsALinkAwayFromWhereOneLooksForIt() {
        open("agreement?round=2565-2");
        assertThat(shows("to-agreement-form")).isTrue();
        open("?round=2565-2&revision=1");
        assertThat(byId("to-summary-form").getElement().getAttribute("href"))
                .isEqualTo("forms/summary?round=2565-2&revision=1");
        open("district/4305?round=2565-2&revision=1&tab=sources");
        assertThat(byId("to-evaluation-form").getElement().getAttribute("href"))
                .isEqualTo("forms/evaluation/4305?round=2565-2&revision=1");
        assertThat(byId("to-agreement-form").getElement().getAttribute("href"))
                .isEqualTo("forms/agreement?round=2565-2&district=4305&revision=1");
        open("receipt/4305?round=2565-2&revision=1");
        assertThat(shows("to-evaluation-form")).isTrue();
    }

    @Test
    void whatIsNotPublishedIsADraftWithoutACode() {
        for (String form : List.of("forms/evaluation/4305", "forms/summary")) {
            open(form + "?round=2565-2");
            assertThat(textOf("form-warning")).contains("ร่าง — ยังไม่ประกาศ");
            assertThat(formMarkup()).doesNotContain("<svg");
        }
        open("forms/agreement?round=2565-2");
        assertThat(textOf("form-warning")).contains("ยังไม่ประกาศผล").doesNotContain("ร่าง");
        assertThat(formMarkup()).doesNotContain("<svg");
    }

    @Test
    void whatIsPublishedNamesItsRevisionAndLeadsToItsReceipt() {
        Publication published = publications.find(ROUND, 1).orElseThrow();
        open("forms/evaluation/4305?round=2565-2&revision=1");
        assertThat(textOf("form-proof"))
                .contains("ฉบับประกาศที่ ๑")
                .contains(published.shortSha256())
                .contains("/receipt/4305?round=2565-2&revision=1");
        assertThat(formMarkup()).contains("<svg");
        assertThat(textOf("form-warning")).isEqualTo("ข้อมูลสาธิต — ไม่ใช่ผลจริง");
        open("forms/summary?round=2565-2&revision=1");
        assertThat(textOf("form-proof")).contains("/publication?round=2565-2&revision=1");
        open("forms/agreement?round=2565-2&district=4305&revision=1");
        assertThat(textOf("form-proof")).contains("/receipt/4305?round=2565-2&revision=1");
    }

    @Test
    void thePaperNamesTheDayThatTheScreenNames() {
        for (String day : List.of("", "&asOf=2022-08-15")) {
            open("district/4305?round=2565-2&lang=th" + day);
            String screen =
                    textOf("subtitle").replaceFirst("(?s).*?(\\d+ [ก-๙]+ \\d{4})\\D*$", "$1");
            assertThat(screen).matches("\\d+ [ก-๙]+ \\d{4}");
            open("forms/evaluation/4305?round=2565-2" + day);
            assertThat(textOf("form-warning")).contains(paper.digits(screen));
        }
    }

    @Test
    void whereTheCodeLeadsToThisMachineAloneTheScreenSaysSo() {
        open("forms/evaluation/4305?round=2565-2&revision=1&lang=en");
        assertThat(textOf("form-reach"))
                .contains("this machine alone: http://127.0.0.1", "Settings");
        assertThat(textOf("form")).doesNotContain("this machine alone");
        open("forms/evaluation/4305?round=2565-2&lang=en");
        assertThat(shows("form-reach")).as("No code, no warning").isFalse();
        settings.change(
                Setting.ADDRESS, settings.state(Setting.ADDRESS).version(), "http://kpi:8080");
        open("forms/summary?round=2565-2&revision=1&lang=en");
        assertThat(textOf("form-reach")).contains("this network alone: http://kpi:8080/");
        settings.change(
                Setting.ADDRESS,
                settings.state(Setting.ADDRESS).version(),
                "https://kpi.example.go.th");
        open("forms/evaluation/4305?round=2565-2&revision=1&lang=en");
        assertThat(shows("form-reach")).isFalse();
        settings.reset(Setting.ADDRESS, settings.state(Setting.ADDRESS).version());
    }

    @Test
    void thePaperIsThaiWithThaiDigitsWhateverTheScreenSpeaks() {
        open("forms/evaluation/4305?round=2565-2&revision=1&lang=en");
        assertThat(pageText()).contains("In the print dialog");
        assertThat(textOf("form"))
                .contains("แบบประเมินผลสัมฤทธิ์ของงาน")
                .contains("พัฒนาการอำเภอโพนพิสัย")
                .contains("ปีงบประมาณ พ.ศ. ๒๕๖๕")
                .doesNotContain("BE)");
        assertThat(byId("form").getElement().getAttribute("lang")).isEqualTo("th");
        open("forms/evaluation/4305?round=2565-2&revision=1&lang=th");
    }

    @Test
    void everyIndicatorHasItsScoreOrTheReasonThatThereIsNone() {
        Scoreboard scoreboard = scoreboards.find(ROUND).orElseThrow();
        boolean missing = false;
        for (Ranking.Row row : scoreboard.ranking().rows()) {
            open("forms/evaluation/" + row.scorecard().district() + "?round=2565-2");
            for (Scorecard.Line line : row.scorecard().lines()) {
                List<String> cells = cells(byId("form-" + line.score().indicator().id()));
                String score = cells.get(cells.size() - 3);
                String weight = cells.get(cells.size() - 2);
                switch (line.score()) {
                    case IndicatorScore.WithLevel known -> {
                        assertThat(score).startsWith(paper.total(known.levelScore()));
                        assertThat(cells.getLast())
                                .isEqualTo(paper.weighted(OutOfFive.of(line).orElseThrow()));
                    }
                    case IndicatorScore.NoResult _ -> {
                        assertThat(score).isEqualTo("ยังไม่มีผล");
                        assertThat(weight).isNotEqualTo("–");
                        assertThat(cells.getLast()).isEqualTo("–");
                        missing = true;
                    }
                    case IndicatorScore.NotApplicable _ -> {
                        assertThat(score).isEqualTo("ไม่นำมาประเมิน");
                        assertThat(weight).isEqualTo("–");
                        assertThat(cells.getLast()).isEqualTo("–");
                    }
                }
            }
            OutOfFive sums = OutOfFive.of(scoreboard.stored().agreement(), row.scorecard());
            assertThat(cells(byId("form-sum")).subList(1, 3))
                    .containsExactly("๒๐๐", sums.sum().map(paper::weighted).orElse("–"));
            assertThat(cells(byId("form-average")).getLast())
                    .isEqualTo(sums.average().map(paper::weighted).orElse("–"));
        }
        assertThat(missing).as("The demonstration has something missing").isTrue();
    }

    @Test
    void theSummaryHasEveryDistrictByRankAndAFewOnEachSheet() {
        Scoreboard scoreboard = scoreboards.find(ROUND).orElseThrow();
        open("forms/summary?round=2565-2");
        for (Ranking.Row row : scoreboard.ranking().rows()) {
            DistrictCode code = row.scorecard().district();
            assertThat(cells(byId("form-overview-" + code)))
                    .contains(
                            paper.total(row.scorecard().total().points().orElseThrow()),
                            paper.number(row.rank().orElseThrow()));
        }
        assertThat(textOf("form-details-4301")).contains("อำเภอโพนพิสัย");
        assertThat(shows("form-details-4307")).isTrue();
        assertThat(textOf("form-details-4315")).contains("อำเภอโพธิ์ตาก");
    }

    @Test
    void theAnnexHasEveryLevelWordForWord() {
        open("forms/agreement?round=2565-1");
        String annex = textOf("form-annex");
        scoreboards
                .find(RoundId.parse("2565-1"))
                .orElseThrow()
                .stored()
                .agreement()
                .indicators()
                .forEach(indicator -> {
                    assertThat(annex).contains(indicator.name().th());
                    assertThat(indicator.levels())
                            .allSatisfy(level -> assertThat(annex).contains(level.text().th()));
                });
    }

    @Test
    void anUnknownDistrictHasNoForm() {
        open("forms/agreement?round=2565-2&district=4399");
        assertThat(pageText()).contains("ไม่พบอำเภอ");
        open("forms/evaluation/4399?round=2565-2");
        assertThat(pageText()).contains("ไม่พบอำเภอ");
    }

    private static String formMarkup() {
        return byId("form").getElement().getOuterHTML();
    }
}
