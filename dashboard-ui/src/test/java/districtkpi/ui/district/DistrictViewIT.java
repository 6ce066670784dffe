package districtkpi.ui.district;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.Distance;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.weighting.PointSplit;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.testing.UiTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
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
                String id = line.score().indicator().id().value();
                assertThat(shows(id)).as("%s before it is opened", id).isFalse();
                unfold(id);
                explains(line.score(), textOf(id));
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
            case IndicatorScore.NotApplicable(Indicator _, Optional<String> note) ->
                    assertThat(text).contains("ไม่นำมาประเมิน").contains(note.orElseThrow());
        }
    }

    @Test
    void tracesEveryFigureToItsFileRow() {
        District district = scoreboard().districts().getFirst();
        open("district/" + district.code() + "?round=2565-1");
        assertThat(scoreboard().measurements()).containsKey(district.code());
        scoreboard()
                .stored()
                .agreement()
                .indicators()
                .forEach(indicator -> unfold(indicator.id().value()));
        scoreboard()
                .measurements()
                .getOrDefault(district.code(), Map.of())
                .forEach((key, figure) -> {
                    String table = textOf("figures-" + key.indicator());
                    assertThat(table)
                            .contains(figure.origin().file())
                            .contains("แถวที่ " + words.number(figure.origin().line()));
                });
        assertThat(byId("figures-T1").getElement().getOuterHTML()).contains("import=");
        open("district/" + district.code() + "?round=2565-1&tab=sources");
        String all = textOf("figures");
        scoreboard()
                .measurements()
                .getOrDefault(district.code(), Map.of())
                .values()
                .forEach(figure ->
                        assertThat(all).contains("แถวที่ " + words.number(figure.origin().line())));
    }

    @Test
    void saysOfEachIndicatorInOneRowWhatItsCardSaysInFull() {
        for (District district : scoreboard().districts()) {
            open("district/" + district.code() + "?round=2565-1");
            BigFraction notEarned = BigFraction.ZERO;
            for (CombinedLine line :
                    CombinedLine.of(scoreboard().stored().agreement(), row(district).scorecard())) {
                IndicatorScore score = line.line().score();
                String said = textOf("indicator-" + line.indicator().id());
                PointSplit points = PointSplit.of(line);
                notEarned = notEarned.add(points.lost()).add(points.open());
                assertThat(said).contains(line.indicator().id().value());
                if (score instanceof IndicatorScore.NotApplicable) {
                    continue;
                }
                assertThat(said).contains(words.total(points.lost()));
                if (points.open().compareTo(BigFraction.ZERO) > 0) {
                    assertThat(said).contains("รอข้อมูล " + words.total(points.open()));
                }
                if (score instanceof IndicatorScore.WithLevel known) {
                    assertThat(said).contains(words.level(known.levelScore()));
                    MeasureWords measures = new MeasureWords(words, line.indicator());
                    known.explanation()
                            .next()
                            .ifPresent(next ->
                                    assertThat(said)
                                            .contains(
                                                    measures.distance(next.missing().getFirst())));
                }
            }
            assertThat(row(district).scorecard().total().points().orElseThrow().add(notEarned))
                    .as("all points are of the total of 100")
                    .isEqualTo(BigFraction.of(100));
        }
    }

    @Test
    void severalRowsStayOpenAndCloseAgain() {
        open("district/4305?round=2565-1");
        unfold("T1");
        unfold("P1");
        assertThat(List.of(shows("T1"), shows("P1"))).containsOnly(true);
        assertThat(byId("below-T1-button").getElement().getAttribute("aria-expanded"))
                .isEqualTo("true");
        turn("T1");
        assertThat(byId("below-T1").getElement().hasAttribute("hidden")).isTrue();
        assertThat(byId("below-P1").getElement().hasAttribute("hidden")).isFalse();
        open("district/4302?round=2565-1");
        assertThat(shows("P1")).as("of another district").isFalse();
    }

    @Test
    void saysAtOnceWhatItIsAndWhyItMoved() {
        open("district/4305?round=2565-2&lang=en");
        assertThat(textOf("summary-rank")).contains("7", "down 3", "tied");
        assertThat(textOf("summary-total")).contains("63.00", "−9.00", "Since 1/2565");
        assertThat(textOf("summary-possible")).contains("63.00–65.00");
        assertThat(textOf("why-small-title"))
                .isEqualTo("Phon Phisai fell 3 ranks, mostly by T1 (−8.00)");
        Waterfall why = (Waterfall) ((Chart) byId("why-small")).drawing();
        assertThat(why.steps().getFirst().mark().value()).isEqualByComparingTo("72");
        assertThat(why.steps().getLast().mark().value()).isEqualByComparingTo("63");
        assertThat(byId("to-ahead").getElement().getAttribute("href")).contains("district/4");
        assertThat(byId("to-behind").getElement().getAttribute("href")).contains("district/4");
        open("district/4305?round=2564-1&lang=en");
        assertThat(textOf("strip")).contains("Phon Phisai");
    }

    @Test
    void aRoundThatIsBeingFilledIsComparedWithTheSameDayOfTheRoundBefore() {
        open("district/4305?round=2565-1&asOf=2022-01-31&lang=en");
        Ranking.Row then = row("2564-2", LocalDate.of(2021, 8, 1));
        Ranking.Row now = row("2565-1", LocalDate.of(2022, 1, 31));
        BigFraction change = points(now).subtract(points(then));
        assertThat(textOf("why-remark")).contains("on the same day of it, 1 August 2021");
        assertThat(textOf("summary-total"))
                .contains(words.difference(change))
                .contains("Since 2/2564 on the same day, 1 Aug 2021");
        Waterfall why = (Waterfall) ((Chart) byId("why-small")).drawing();
        assertThat(why.steps().getFirst().name()).startsWith("2/2564 on 1 Aug");
        assertThat(why.steps().getFirst().mark().link())
                .hasValueSatisfying(link -> assertThat(link).contains("asOf=2021-08-01"));
        assertThat(textOf("indicators")).contains("Since 2/2564 on 1 Aug");
        open("district/4305?round=2565-1&asOf=2022-01-31&lang=en&tab=trend");
        assertThat(textOf("trend-remark")).contains("on the same day of it, 1 August 2021");
        assertThat(textOf("district-rounds")).contains(words.difference(change));
        assertThat(textOf("why-all")).contains(words.difference(change));
        // Where the round before had nothing yet on the same day, every page says so.
        for (String page : List.of("district/4305?", "district/4305?tab=trend&", "indicator/T1?")) {
            open(page + "round=2565-2&asOf=2022-04-02&lang=en");
            assertThat(pageText()).as(page).contains("had no figures yet on the same day");
        }
    }

    private Ranking.Row row(String round, LocalDate day) {
        return scoreboards
                .find(RoundId.parse(round), day)
                .orElseThrow()
                .ranking()
                .row(DistrictCode.of("4305"))
                .orElseThrow();
    }

    private static BigFraction points(Ranking.Row row) {
        return row.scorecard().total().points().orElseThrow();
    }

    @Test
    void everyTabHasAnAddress() {
        open("district/4305?round=2565-2&lang=en&tab=trend");
        assertThat(textOf("district-rounds")).contains("2/2565", "63.00", "down 3");
        assertThat(textOf("why-sentence")).contains("Phon Phisai has 63.00 points");
        assertThat(shows("why-table")).isTrue();
        assertThat(shows("indicators")).as("Not made before it is asked for").isFalse();
        open("district/4305?round=2565-2&lang=en&tab=plan");
        assertThat(shows("moves")).isTrue();
        open("district/4305?round=2565-2&lang=en&tab=sources");
        assertThat(shows("to-receipt")).isTrue();
        assertThat(byId("tab-sources").getElement().getAttribute("aria-current")).isEqualTo("true");
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
        unfold("T1");
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
