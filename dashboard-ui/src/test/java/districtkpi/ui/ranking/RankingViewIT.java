package districtkpi.ui.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.certainty.Band;
import districtkpi.scoring.certainty.Certainty;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.scoring.movement.Improvement;
import districtkpi.scoring.weighting.Influence;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.MapChart;
import districtkpi.ui.parts.DistrictField;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.state.PageState;
import districtkpi.ui.testing.UiTest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class RankingViewIT extends UiTest {

    private static final RoundId ROUND = RoundId.parse("2565-1");

    private final Words words = new Words(new Translations(), Translations.THAI, false);

    @Autowired private ScoreboardQuery scoreboards;

    @Test
    void showsTheNineDistrictsInTheirOrder() {
        open("?round=2565-1");
        List<String> shown = rows("ranking").stream().map(row -> cells(row).get(1)).toList();
        List<String> expected =
                scoreboard().ranking().rows().stream()
                        .map(row -> scoreboard().district(row.scorecard().district()).orElseThrow())
                        .map(district -> district.name().th())
                        .toList();
        assertThat(shown).hasSize(9).isEqualTo(expected);
    }

    @Test
    void showsRankTotalsAndDistanceToTheMeanOfEach() {
        open("?round=2565-1&columns=all");
        for (Ranking.Row row : scoreboard().ranking().rows()) {
            String text = textOf("ranking-" + row.scorecard().district());
            row.rank().ifPresent(rank -> assertThat(text).contains("" + rank));
            row.scorecard()
                    .total()
                    .points()
                    .ifPresent(points -> assertThat(text).contains(words.total(points)));
            row.toMean()
                    .ifPresent(distance -> assertThat(text).contains(words.difference(distance)));
            if (!row.scorecard().total().isComplete()) {
                assertThat(text)
                        .contains(words.total(row.scorecard().total().possibleMin()))
                        .contains(words.total(row.scorecard().total().possibleMax()));
            }
        }
        open("?round=2565-1&tab=statistics");
        Ranking.Statistics statistics = scoreboard().ranking().statistics().orElseThrow();
        assertThat(textOf("province-mean")).contains(words.total(statistics.mean()));
        assertThat(textOf("province-median")).contains(words.total(statistics.median()));
        assertThat(textOf("province-spread")).contains(words.total(statistics.spread()));
    }

    @Test
    void writesRowsOnceForAllWhoSeeTheSame() {
        open("?round=2565-1");
        String ranking = written("ranking-4302");
        String levels = written("levels-4302");
        open("district/4301?round=2565-1");
        open("?round=2565-1&tab=levels&district=4302");
        assertThat(written("ranking-4302")).isSameAs(ranking);
        assertThat(written("levels-4302")).isSameAs(levels);
        assertThat(byId("ranking-4302").getElement().getClassList()).contains("looked-at");

        open("?round=2565-1&order=name&lang=en");
        assertThat(written("ranking-4302")).isNotEqualTo(ranking);
        assertThat(byId("ranking-4302").getElement().getClassList()).doesNotContain("looked-at");
    }

    private String written(String row) {
        return byId(row).getElement().getProperty("innerHTML", "");
    }

    @Test
    void saysWhatMovedSinceTheRoundBefore() {
        open("?round=2565-1");
        assertThat(textOf("ranking")).contains("เทียบ 2/2564");
        assertThat(textOf("ranking")).containsPattern("▲ ขึ้น|▼ ลง");
        open("?round=2564-1");
        assertThat(textOf("ranking")).contains("ไม่มีอันดับให้เทียบ");
    }

    @Test
    void showsTheLevelOfEveryDistrictInEveryIndicator() {
        open("?round=2565-1");
        assertThat(rows("levels")).hasSize(9).allMatch(row -> cells(row).size() == 1 + 11);
    }

    @Test
    void whatToCheckBeginsWithABriefWhoseNumbersLeadOn() {
        open("?tab=check&round=2565-1");
        Ranking.Row first = scoreboard().ranking().rows().getFirst();
        String name = scoreboard().district(first.scorecard().district()).orElseThrow().name().th();
        assertThat(textOf("brief"))
                .contains("สรุปสำหรับผู้บริหาร")
                .contains(name)
                .contains(words.total(first.scorecard().total().points().orElseThrow()))
                .contains("ขึ้นมากที่สุด")
                .doesNotContain("โอกาสเพิ่มคะแนน");
        assertThat(html("brief"))
                .contains("district/" + first.scorecard().district() + "?round=2565-1")
                .contains("#certainty-note")
                .doesNotContain(".csv")
                .doesNotContain("plan/")
                .contains("trends?");
        // Fewer results are in than in the round before; and the round is over.
        assertThat(textOf("half-filled")).contains("99.4").contains("100");
        assertThat(textOf("round-over")).contains("31 มีนาคม 2565");
        open("?tab=check&round=2565-1&asOf=2022-03-15&lang=th");
        assertThat(shows("round-over")).isFalse();
        assertThat(textOf("brief")).contains("โอกาสเพิ่มคะแนน");
        open("?tab=check&round=2565-1&lang=en");
        assertThat(textOf("brief")).contains("The director’s brief").contains("Rose most");
    }

    /** By kind, district and indicator; the address holds it, and each kind says how many. */
    @Test
    void whatToCheckIsFilteredByWhatTheAddressSays() {
        open("?tab=check&round=2565-2&lang=en");
        int missing = count("watch-kind-missing");
        int falling = count("watch-kind-falling");
        int edges = count("watch-kind-edge");
        assertThat(edges).isGreaterThan(10);
        assertThat(count("watch-kind-all")).isEqualTo(missing + falling + edges);
        assertThat(textOf("watch-more")).contains("" + (missing + falling + edges));

        open("?tab=check&round=2565-2&lang=en&check=edge");
        assertThat(rowsOfWatch()).hasSize(edges).allMatch(row -> row.contains("threshold"));
        assertThat(shows("watch-more")).isFalse();
        assertThat(byId("watch-kind-edge").getElement().getAttribute("aria-current"))
                .isEqualTo("true");
        String first = Jsoup.parse(html("watch")).select("tbody th").eachText().getFirst();
        open("?tab=check&round=2565-2&lang=en&check=edge&check-indicator=T1");
        int ofT1 = count("watch-kind-edge");
        assertThat(ofT1).isBetween(1, edges - 1);
        assertThat(rowsOfWatch()).hasSize(ofT1).allMatch(row -> row.contains("T1"));
        assertThat(count("watch-kind-falling")).as("a total is of no indicator").isZero();
        open("?tab=check&round=2565-2&lang=en&check=falling&check-indicator=T1");
        assertThat(textOf("watch")).contains("Nothing of this is to be checked", "Show all");
        assertThat(((Anchor) byId("watch-show-all")).getHref())
                .contains("tab=check")
                .doesNotContain("check=", "check-indicator");

        open("?tab=check&round=2565-2&lang=en&check=edge");
        DistrictField field = (DistrictField) byId("watch-district");
        field.setValue(
                field.getListDataView()
                        .getItems()
                        .filter(one -> one.name().en().equals(first))
                        .findFirst()
                        .orElseThrow());
        roundTrip();
        assertThat(address()).contains("check=edge").contains("check-district=");
        assertThat(rowsOfWatch()).isNotEmpty().allMatch(row -> row.startsWith(first));
        open("?tab=check&round=2565-2&check=luck");
        assertThat(shows("watch")).isFalse();
        open("?round=2565-1&lang=th");
    }

    @Test
    void saysThatNothingIsToBeChecked() {
        WatchBlock nothing =
                new WatchBlock(
                        scoreboard(),
                        new CliffWatch(List.of(), List.of()),
                        new Attention(List.of(), List.of()),
                        PageState.EMPTY,
                        words);
        assertThat(text(nothing))
                .contains(words.of("brief.nothing-at-risk"))
                .doesNotContain(words.of("watch.kind"));
    }

    private static int count(String id) {
        return Integer.parseInt(textOf(id).replaceAll(".* ", ""));
    }

    private static List<String> rowsOfWatch() {
        return Jsoup.parse(html("watch")).select("tbody tr").eachText();
    }

    @Test
    void whatToLookAfterCanBeDownloadedAsOfTheDayShown() {
        open("?tab=check&round=2565-1&asOf=2022-02-28");
        assertThat(html("csv-watch"))
                .contains("api/v1/rounds/2565-1/watch.csv?bom=true")
                .contains("asOf=2022-02-28");
    }

    @Test
    void aRoundThatIsBeingFilledIsComparedWithTheSameDayOfTheRoundBefore() {
        open("?tab=check&round=2565-1&asOf=2022-01-31&lang=en");
        // The 123rd day of the round, beside the 123rd day of the round before.
        assertThat(textOf("half-filled")).contains("on the same day of it, 1 August 2021");
        assertThat(textOf("ranking"))
                .contains("Since 2/2564 on the same day, 1 Aug 2021")
                .containsPattern("▲|▼");
        assertThat(textOf("findings")).contains("Who fell most? Since 2/2564 on the same day");
        Ranking then =
                scoreboards
                        .find(RoundId.parse("2564-2"), LocalDate.of(2021, 8, 1))
                        .orElseThrow()
                        .ranking();
        for (Ranking.Row row :
                scoreboards.find(ROUND, LocalDate.of(2022, 1, 31)).orElseThrow().ranking().rows()) {
            // Beside finished rounds it would be drawn as a fall.
            row.scorecard()
                    .total()
                    .points()
                    .ifPresent(points ->
                            assertThat(html("ranking-" + row.scorecard().district()))
                                    .doesNotContain(" → " + words.total(points) + "\""));
            DistrictCode code = row.scorecard().district();
            assertThat(textOf("ranking-" + code))
                    .contains(
                            RankMovement.of(then.row(code).orElseThrow().rank(), row.rank())
                                    .in(
                                            new Words(
                                                    new Translations(),
                                                    Translations.ENGLISH,
                                                    false)));
        }
        open("?round=2565-1&asOf=2022-01-31&lang=en&colour=change");
        assertThat(textOf("map-panel")).doesNotContain("round before");
        open("?tab=progress&round=2565-1&asOf=2022-01-31&lang=en");
        assertThat(shows("improvement")).isTrue();
        assertThat(textOf("same-day")).contains("1 August 2021");
        // What is missing in a round that is filled is no fall.
        open("?tab=check&round=2565-1&asOf=2021-11-30&lang=en");
        List<Ranking> whole =
                List.of(
                        scoreboards.find(RoundId.parse("2564-1")).orElseThrow().ranking(),
                        scoreboards.find(RoundId.parse("2564-2")).orElseThrow().ranking(),
                        scoreboards
                                .find(ROUND, LocalDate.of(2021, 11, 30))
                                .orElseThrow()
                                .ranking());
        assertThat(Attention.of(whole).twiceFalling())
                .as("whole rounds beside it would say so")
                .isNotEmpty();
        assertThat(textOf("watch")).doesNotContain("Fell twice", "falling");
        open("?tab=check&round=2565-1&asOf=2021-11-20&lang=en");
        assertThat(textOf("half-filled"))
                .isEqualTo(
                        "Round 2/2564 had no figures yet on the same day, so there is nothing to"
                                + " compare with.");
        assertThat(textOf("findings")).contains("had no figures yet on the same day");
        assertThat(textOf("ranking"))
                .contains("nothing to compare")
                .doesNotContain("▲", "▼", "unchanged");
        assertThat(textOf("brief"))
                .doesNotContain("Rose most", "Fell most", "no results of an earlier round");

        open("trends?round=2565-1&asOf=2022-01-31&district=4301&lang=en");
        assertThat(textOf("half-filled")).contains("on the same day of it, 1 August 2021");
        // The picture goes from whole rounds to a day.
        assertThat(textOf("half-filled-rounds")).contains("do not compare as they stand");
        assertThat(shows("movement")).isTrue();
        open("trends?round=2565-1&asOf=2021-11-20&district=4301&tab=rounds&lang=en");
        assertThat(textOf("half-filled")).contains("had no figures yet on the same day");
        assertThat(textOf("trend")).contains("not comparable");

        open("?round=2565-1&lang=en");
        assertThat(textOf("ranking")).contains("▲");
    }

    @Test
    void theFirstRoundHasNothingToCompareWithAndSaysSo() {
        open("?round=2564-1&tab=check");
        assertThat(textOf("brief")).contains("ไม่มีผลของรอบก่อน");
        open("?round=2564-1&tab=progress");
        assertThat(textOf("improvement-none")).contains("ยังไม่มีรอบก่อนหน้า");
        assertThat(shows("improvement")).isFalse();
    }

    @Test
    void aRoundWithoutResultsSaysWhatToDo() {
        open("?tab=check&round=2565-1&asOf=2021-10-01");
        assertThat(textOf("brief")).contains("ยังไม่มีผลการดำเนินงาน").contains("นำเข้าข้อมูล");
        assertThat(rows("ranking")).hasSize(9);
    }

    @Test
    void saysHowSureEachRankIs() {
        open("?columns=all&tab=statistics&round=2565-1");
        Certainty certainty = Certainty.of(scoreboard().ranking());
        certainty
                .byWeights(Certainty.NEAR)
                .forEach((district, ranks) ->
                        assertThat(textOf("ranking-" + district))
                                .contains(words.ranks(ranks.best(), ranks.worst())));
        for (Band band : certainty.bands(Certainty.NEAR)) {
            for (DistrictCode district : band.districts()) {
                assertThat(byId("ranking-" + district).getElement().getClassList())
                        .matches(classes -> classes.contains("in-band") != band.isAlone());
            }
        }
        assertThat(textOf("weight-change")).contains("±10\u00a0%").contains("±25\u00a0%");
        assertThat(html("certainty-note")).contains("method/certainty.md");
        open("?columns=all&tab=statistics&round=2565-1&weights=25");
        certainty
                .byWeights(BigFraction.of(1, 4))
                .forEach((district, ranks) ->
                        assertThat(textOf("ranking-" + district))
                                .contains(words.ranks(ranks.best(), ranks.worst())));
    }

    @Test
    void ordersTheImprovementByGainOrByShare() {
        Improvement improvement =
                Improvement.of(
                        scoreboards.findBefore(ROUND, 1).stream()
                                .findFirst()
                                .orElseThrow()
                                .ranking(),
                        scoreboard().ranking());
        open("?tab=progress&round=2565-1");
        assertThat(ids("improvement"))
                .isEqualTo(
                        improvement.byGain().stream()
                                .map(row -> "improvement-" + row.improvement().district())
                                .toList());
        open("?tab=progress&round=2565-1&improved=share");
        assertThat(ids("improvement"))
                .isEqualTo(
                        improvement.byShare().stream()
                                .map(row -> "improvement-" + row.improvement().district())
                                .toList());
        assertThat(html("csv-improvement")).contains("rounds/2565-1/improvement.csv?bom=true");
    }

    @Test
    void showsTheTopThreeOrADistrictWithItsNeighbours() {
        open("?round=2565-1&show=top");
        assertThat(rows("ranking")).hasSizeBetween(3, 4).hasSameSizeAs(rows("levels"));
        open("?round=2565-1&show=neighbours&district=4301");
        assertThat(rows("ranking")).hasSizeBetween(3, 5);
        assertThat(ids("ranking")).contains("ranking-4301");
        open("?round=2565-1&show=neighbours&district=9999");
        assertThat(textOf("show-missing")).contains("โปรดเลือกอำเภอ");
        assertThat(rows("ranking")).hasSize(9);
    }

    @Test
    void sortsTheLevelsByNameOrByAnIndicator() {
        open("?round=2565-1&sort=P1");
        List<BigFraction> levels =
                ids("levels").stream()
                        .map(id -> DistrictCode.of(id.substring("levels-".length())))
                        .map(code -> scoreboard().ranking().row(code).orElseThrow().scorecard())
                        .map(scorecard -> scorecard.line(IndicatorId.of("P1")).score())
                        .flatMap(score ->
                                score instanceof IndicatorScore.WithLevel known
                                        ? Stream.of(known.levelScore())
                                        : Stream.empty())
                        .toList();
        assertThat(levels).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
        open("?round=2565-1&sort=name");
        assertThat(rows("levels").stream().map(row -> cells(row).getFirst()))
                .containsExactly(
                        "ท่าบ่อ",
                        "เฝ้าไร่",
                        "โพธิ์ตาก",
                        "โพนพิสัย",
                        "เมืองหนองคาย",
                        "รัตนวาปี",
                        "ศรีเชียงใหม่",
                        "สระใคร",
                        "สังคม");
        open("?round=2565-1&sort=X99");
        assertThat(ids("levels"))
                .isEqualTo(
                        scoreboard().ranking().rows().stream()
                                .map(row -> "levels-" + row.scorecard().district())
                                .toList());
    }

    @Test
    void endsTheLevelsWithTheMeanAndWhetherAnIndicatorTellsDistrictsApart() {
        open("?round=2565-1");
        Influence influence = Influence.of(scoreboard().ranking());
        for (Influence.OfIndicator one : influence.indicators()) {
            one.meanLevel()
                    .ifPresent(
                            mean -> assertThat(textOf("levels-mean")).contains(words.total(mean)));
        }
        assertThat(textOf("levels-separation")).contains("แยก");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show=some", "weights=11", "improved=luck", "district=1", "sort=1"})
    void anAddressThatCannotBeIsNotFound(String address) {
        open("?round=2565-1&" + address);
        assertThat(shows("ranking")).isFalse();
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
    }

    @Test
    void narrowsToASectionAndSaysSo() {
        open("?round=2565-1");
        openScope();
        Select<SectionId> picker = select("section-filter");
        picker.setValue(SectionId.TEAM);
        roundTrip();
        assertThat(textOf("part-warning")).contains("รายทีม").contains("ไม่ใช่อันดับ");
        assertThat(shows("ranking")).isFalse();
        assertThat(rows("levels")).allMatch(row -> cells(row).size() == 1 + 3);
    }

    @Test
    void narrowsToAResponsibleUnitByAddress() {
        open("?round=2565-1&unit=promotion");
        assertThat(textOf("part-warning")).contains("กลุ่มส่งเสริม");
        assertThat(rows("levels")).allMatch(row -> cells(row).size() == 1 + 5);
        assertThat(rows("part-ranking")).hasSize(9);
    }

    @Test
    void helpsWhereAUnitHasNoIndicatorInTheSection() {
        open("?round=2565-1&section=team&unit=promotion");
        assertThat(textOf("part-empty"))
                .contains("รายทีม · กลุ่มส่งเสริม")
                .contains("แสดงผลทั้งหมด");
        assertThat(html("part-empty")).contains("?round=2565-1\"");
        assertThat(shows("levels")).isFalse();
        openScope();
        choose("unit-filter", UnitId.of("coordination"));
        assertThat(rows("levels")).allMatch(row -> cells(row).size() == 1 + 2);
        open("?round=2565-1&unit=nobody");
        assertThat(textOf("part-empty")).contains("nobody");
    }

    @Test
    void looksBackToADay() {
        open("?round=2565-1&asOf=2021-10-01");
        assertThat(textOf("past-day")).contains("ย้อนหลัง");
        assertThat(textOf("subtitle")).contains("1 ตุลาคม 2564");
        // A day of no figure is chosen all the same, and the field says so.
        openScope();
        assertThat(((Select<?>) byId("day-filter")).getValue())
                .isEqualTo(LocalDate.of(2021, 10, 1));
    }

    @Test
    void beginsWithTheFourAnswersThatADirectorAsksFor() {
        open("?round=2565-1");
        assertThat(textOf("findings"))
                .contains("อันดับ 1 มั่นคงหรือไม่")
                .contains("ใครลงมากที่สุด")
                .contains("อะไรรอข้อมูล")
                .contains("ผ่านแบบคาบเส้น");
        assertThat(html("findings")).contains("compare?").contains("tab=check");
        open("?round=2565-1&asOf=2022-01-15");
        assertThat(textOf("findings")).contains("เทียบ 2/2564 วันเดียวกัน 16 ก.ค.");
        open("?round=2564-1");
        assertThat(textOf("findings")).contains("ยังไม่มีรอบก่อนให้เทียบ");
        open("?round=2565-1&asOf=2021-10-01");
        assertThat(textOf("findings")).contains("รอบนี้ยังไม่มีผลการดำเนินงาน");
    }

    @Test
    void mapsEveryDistrictWithTheNumberThatItsColourSays() {
        open("?round=2565-1&lang=th");
        MapChart map = (MapChart) ((Chart) byId("map")).drawing();
        for (Ranking.Row row : scoreboard().ranking().rows()) {
            MapChart.Area area =
                    map.areas().stream()
                            .filter(one -> one.code().equals(row.scorecard().district().value()))
                            .findFirst()
                            .orElseThrow();
            assertThat(area.number())
                    .isEqualTo(words.total(row.scorecard().total().points().orElseThrow()));
            assertThat(area.link()).contains("district=" + row.scorecard().district());
        }
        assertThat(map.shapes().path("features")).hasSize(9);
        open("?round=2565-1&colour=P1&lang=th");
        assertThat(((MapChart) ((Chart) byId("map")).drawing()).areas())
                .allMatch(area -> area.number().isEmpty() || area.number().startsWith("ระดับ"));
        open("?round=2564-1&colour=change&lang=th");
        // There is no round before to have changed since.
        assertThat(((Select<?>) byId("map-colour")).getValue())
                .isEqualTo(new RankingNavigation.MapColour.Total());
    }

    @Test
    void showsADistrictInShortBesideTheRanking() {
        open("?round=2565-1");
        assertThat(shows("district-panel")).isFalse();
        open("?round=2565-1&district=4302");
        assertThat(textOf("district-panel")).contains("ท่าบ่อ").contains("T1").contains("P8");
        assertThat(html("district-panel")).contains("district/4302?").contains("plan/4302?");
        assertThat(html("close-panel")).doesNotContain("district=");
    }

    @Test
    void sortsTheRankingByNameOrByChange() {
        open("?round=2565-1&order=name");
        assertThat(rows("ranking").stream().map(row -> cells(row).get(1)))
                .startsWith("ท่าบ่อ", "เฝ้าไร่");
        open("?round=2565-1&order=change");
        assertThat(cells(rows("ranking").getFirst()).get(2)).contains("▲");
        assertThat(cells(rows("ranking").getLast()).get(2)).doesNotContain("▲");
    }

    @Test
    void presentsFiveSlidesThatTheArrowKeysTurn() {
        open("presentation?round=2565-2&lang=en");
        assertThat(textOf("main")).contains("Ranking").contains("86.00");
        assertThat(shows("map")).isTrue();
        open("presentation?round=2565-2&slide=movers&lang=en");
        assertThat(textOf("main")).contains("Sangkhom").contains("(from 7 to 2)");
        open("presentation?round=2565-2&slide=risks&lang=en");
        assertThat(textOf("main")).contains("Rattanawapi waits for P6, P8, T3");
        open("presentation?round=2565-2&slide=gains&lang=en");
        assertThat(textOf("main")).contains("The round is over");
        open("presentation?round=2565-2&slide=gains&asOf=2022-08-31&lang=en");
        assertThat(textOf("main")).contains("level").contains("→");
        open("presentation?round=2565-2&slide=decisions&lang=en");
        assertThat(textOf("main")).contains("Ask for missing figures").contains("Publish");
        fireShortcut(Key.ARROW_LEFT);
        roundTrip();
        assertThat(address()).contains("slide=gains");
    }

    @Test
    void leadsToTheDistrict() {
        open("?round=2565-1");
        assertThat(byId("ranking-4301").getElement().getOuterHTML())
                .contains("district/4301?round=2565-1");
    }

    @Test
    void saysThatARoundWasNotOpened() {
        open("?round=2570-1");
        assertThat(pageText()).contains("ยังไม่ได้เปิดรอบการประเมินนี้");
    }

    private static String html(String id) {
        return byId(id).getElement().getOuterHTML();
    }

    private static List<String> ids(String table) {
        return rows(table).stream().map(row -> row.getId().orElse("")).toList();
    }

    private Scoreboard scoreboard() {
        return scoreboards.find(ROUND).orElseThrow();
    }

    private static List<com.vaadin.flow.component.html.NativeTableRow> rows(String table) {
        return ((NativeTable) byId(table)).getBody().getRows();
    }

    @SuppressWarnings("unchecked") // What a select holds is known from its id.
    private static <T> Select<T> select(String id) {
        return (Select<T>) byId(id);
    }
}
