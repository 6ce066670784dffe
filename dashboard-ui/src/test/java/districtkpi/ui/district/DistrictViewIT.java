package districtkpi.ui.district;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.scoring.Distance;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.testing.UiTest;
import districtkpi.ui.words.MeasureWords;
import districtkpi.ui.words.Translations;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DistrictViewIT extends UiTest {

    private static final RoundId ROUND = RoundId.parse("2565-1");

    private final Words words = new Words(new Translations(), Translations.THAI, false);

    @Autowired private ScoreboardQuery scoreboards;

    @Test
    void looksBackToADay() {
        open("district/4301?round=2565-2");
        openScope();
        choose("day-filter", LocalDate.of(2022, 7, 31));
        assertThat(address()).startsWith("district/4301?").contains("asOf=2022-07-31");
        assertThat(textOf("past-day")).contains("ย้อนหลัง");
        open("district/4301?round=2565-2");
    }

    @Test
    void showsWhatEveryIndicatorReachedWhyAndWhatComesNext() {
        for (District district : scoreboard().districts()) {
            open("district/" + district.code() + "?round=2565-1");
            assertThat(pageText()).contains("อำเภอ" + district.name().th());
            for (Scorecard.Line line : row(district).scorecard().lines()) {
                explains(line.score(), textOf(line.score().indicator().id().value()));
            }
        }
    }

    private void explains(IndicatorScore score, String text) {
        Indicator indicator = score.indicator();
        assertThat(text).contains(indicator.name().th());
        switch (score) {
            case IndicatorScore.WithLevel level -> {
                if (level.level() > 0) {
                    assertThat(text).contains(indicator.level(level.level()).text().th());
                }
                level.explanation()
                        .next()
                        .ifPresent(next -> {
                            assertThat(text).contains(next.level().text().th());
                            MeasureWords measures = new MeasureWords(words, indicator);
                            for (Distance distance : next.missing()) {
                                assertThat(text).contains(measures.distance(distance));
                            }
                        });
            }
            case IndicatorScore.NoResult _ -> assertThat(text).contains("ยังไม่มีรายงานผล");
            case IndicatorScore.NotApplicable(Indicator _, String note) ->
                    assertThat(text).contains("ไม่นำมาประเมิน").contains(note);
        }
    }

    @Test
    void tracesEveryFigureToItsFileRow() {
        District district = scoreboard().districts().getFirst();
        open("district/" + district.code() + "?round=2565-1");
        assertThat(scoreboard().measurements()).containsKey(district.code());
        scoreboard()
                .measurements()
                .getOrDefault(district.code(), Map.of())
                .forEach((key, figure) -> {
                    String table = textOf("figures-" + key.indicator());
                    assertThat(table)
                            .contains(figure.origin().file())
                            .contains("บรรทัดที่ " + words.number(figure.origin().line()));
                });
        assertThat(byId("figures-T1").getElement().getOuterHTML()).contains("import=");
    }

    @Test
    void showsTotalsAndRank() {
        Ranking.Row first = scoreboard().ranking().rows().getFirst();
        open("district/" + first.scorecard().district() + "?round=2565-1");
        assertThat(textOf("summary-rank")).contains("1").contains("จาก 9 อำเภอ");
        assertThat(textOf("summary-total"))
                .contains(words.total(first.scorecard().total().points().orElseThrow()));
    }

    @Test
    void readsInEnglishWithTheThaiWordsBeside() {
        Indicator spending =
                scoreboard().stored().agreement().indicators().findFirst().orElseThrow();
        open("district/4301?round=2565-1&lang=en");
        assertThat(pageText()).contains("Mueang Nong Khai District");
        assertThat(textOf("T1")).contains(spending.name().en());
    }

    @Test
    void knowsNoOtherDistrict() {
        open("district/4399?round=2565-1");
        assertThat(pageText()).contains("ไม่พบอำเภอ");
        open("district/abc");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
    }

    private Scoreboard scoreboard() {
        return scoreboards.find(ROUND).orElseThrow();
    }

    private Ranking.Row row(District district) {
        return scoreboard().ranking().row(district.code()).orElseThrow();
    }
}
