package districtkpi.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.movement.Cause;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.scoring.movement.Trend;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.LineChart;
import districtkpi.ui.chart.RankChart;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.testing.UiTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrendsViewIT extends UiTest {

    private final Words words = new Words(new Translations(), Translations.THAI, false);

    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private Analyses analyses;
    @Autowired private Rounds rounds;

    @Test
    void aTabWithNothingToShowSaysSo() {
        open("trends?round=2564-1&tab=rules&lang=th");
        assertThat(textOf("tab-nothing")).contains("ยังไม่มีข้อมูล");
        open("trends?round=2565-2&tab=rules&lang=th");
        assertThat(shows("tab-nothing")).isFalse();
    }

    @Test
    void showsEveryDistrictThroughTheFourRounds() {
        open("trends?round=2565-2&tab=rounds&lang=th");
        assertThat(rows("trend")).hasSize(9);
        for (String round : List.of("2564-1", "2564-2", "2565-1", "2565-2")) {
            board(round)
                    .ranking()
                    .rows()
                    .forEach(row ->
                            row.scorecard()
                                    .total()
                                    .points()
                                    .ifPresent(points ->
                                            assertThat(
                                                            textOf(
                                                                    "trend-"
                                                                            + row.scorecard()
                                                                                    .district()))
                                                    .contains(words.total(points))));
        }
        assertThat(((RankChart) ((Chart) byId("rank-chart")).drawing()).lines()).hasSize(9);
        open("trends?round=2565-2&tab=rules&lang=th");
        assertThat(textOf("rule-changes"))
                .contains("เพิ่มตัวชี้วัด P7")
                .contains("ยกเลิกตัวชี้วัด P7");
    }

    @Test
    void letsTheChosenDistrictsStandOut() {
        open("trends?round=2565-2&districts=4305-4302&tab=rounds&lang=th");
        RankChart chart = (RankChart) ((Chart) byId("rank-chart")).drawing();
        assertThat(chart.lines().stream().filter(RankChart.Line::emphasised)).hasSize(2);
        // Those that moved furthest have a colour too; no two have the same.
        List<String> colours =
                chart.lines().stream()
                        .map(line -> line.series().colour())
                        .filter(colour -> !colour.equals("--line-strong"))
                        .toList();
        assertThat(colours).doesNotHaveDuplicates().hasSizeBetween(2, 4);
        assertThat(chart.breaks().getLast())
                .hasValueSatisfying(text -> assertThat(text).contains("เกณฑ์เปลี่ยน"));
        assertThat(textOf("trend-4305")).contains("เน้นไว้");
        assertThat(shows("trend-chart-4305")).isTrue();
        assertThat(shows("trend-chart-4301")).isFalse();
    }

    @Test
    void noTwoLinesAreAlikeHoweverManyDistrictsThereAre() {
        for (int districts : List.of(9, 30)) {
            Scoreboard before = madeOf(board("2565-1"), districts, 0);
            Scoreboard now = madeOf(board("2565-2"), districts, 4);
            List<Scoreboard> both = List.of(before, now);
            Followed followed =
                    Followed.of(
                            both,
                            RoundBefore.of(both, rounds),
                            Trend.of(List.of(before.ranking(), now.ranking())),
                            PageState.EMPTY);
            DistrictCode last = now.ranking().rows().getLast().scorecard().district();
            TrendDrawings drawings = new TrendDrawings(followed, PageState.EMPTY, words);
            RankChart chart = (RankChart) drawings.ranks(Optional.of(last));

            List<String> marks =
                    chart.option()
                            .get("series")
                            .valueStream()
                            .map(series -> series.get("symbol").asString())
                            .toList();
            assertThat(marks).hasSize(Math.min(12, districts)).doesNotHaveDuplicates();
            assertThat(chart.lines().stream().map(line -> line.series().name()))
                    .doesNotHaveDuplicates()
                    .contains("อำเภอ " + last);
            assertThat(chart.lines().stream().map(line -> line.series().colour()))
                    .filteredOn(colour -> !colour.equals("--line-strong"))
                    .hasSize(3)
                    .doesNotHaveDuplicates();
            // Whoever the title names is drawn, with names at both ends.
            String title = drawings.titleOfRanks().says();
            assertThat(chart.lines().stream().map(line -> line.series().name()))
                    .filteredOn(title::contains)
                    .hasSizeGreaterThanOrEqualTo(2);
            String option = chart.option().toString();
            chart.lines().forEach(line -> assertThat(option).contains(line.series().name()));
        }
    }

    /** A round like another with some number of districts, which have the figures of its own. */
    private static Scoreboard madeOf(Scoreboard board, int count, int turned) {
        List<District> districts =
                IntStream.range(0, count)
                        .mapToObj(i -> DistrictCode.of(String.valueOf(4001 + i)))
                        .map(code ->
                                new District(
                                        code,
                                        new LocalizedText("อำเภอ " + code, "District " + code),
                                        LocalDate.EPOCH,
                                        null))
                        .toList();
        Agreement agreement = board.stored().agreement();
        Scorer scorer = new Scorer(agreement);
        List<Scorecard> scorecards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            District like = board.districts().get((i * (turned + 1)) % board.districts().size());
            scorecards.add(scorer.score(districts.get(i).code(), board.values(like.code())));
        }
        return new Scoreboard(
                board.stored(),
                board.asOf(),
                districts,
                Map.of(),
                List.of(),
                Ranking.of(agreement, scorecards),
                Optional.empty());
    }

    @Test
    void smallPicturesShareAnAxisThatShowsDifferences() {
        open("trends?round=2565-2&tab=rounds&lang=th");
        List<Scale> scales =
                board("2565-2").districts().stream()
                        .map(one -> (Chart) byId("trend-chart-" + one.code()))
                        .map(chart -> ((LineChart) chart.drawing()).scale())
                        .distinct()
                        .toList();
        assertThat(scales).hasSize(1);
        assertThat(scales.getFirst().least()).isPositive();
    }

    @Test
    void followsOneConcept() {
        open("trends?round=2565-2&concept=big_data_use&lang=en");
        assertThat(textOf("trend")).contains("P7").contains("not in this round");
    }

    @Test
    void followsASectionAsTheOldLinksDo() {
        open("trends?round=2565-2&section=team&tab=rounds&lang=th");
        assertThat(textOf("trend")).contains("คะแนนรายทีม (เต็ม 100)").doesNotContain("อันดับ");
        String ofSection = textOf("main");
        for (String round : List.of("2564-1", "2565-2")) {
            board(round)
                    .ranking()
                    .rows()
                    .forEach(row ->
                            row.scorecard()
                                    .section(SectionId.TEAM)
                                    .flatMap(Scorecard.Total::points)
                                    .ifPresent(points ->
                                            assertThat(
                                                            textOf(
                                                                    "trend-"
                                                                            + row.scorecard()
                                                                                    .district()))
                                                    .contains(words.total(points))));
        }
        open("trends?round=2565-2&measure=team&tab=rounds&lang=th");
        assertThat(textOf("main")).isEqualTo(ofSection);
        openScope();
        assertThat(((Select<?>) byId("section-filter")).getValue()).isEqualTo(SectionId.TEAM);
        open("trends?round=2565-2&measure=individual&section=team&tab=rounds&lang=th");
        assertThat(textOf("main")).isEqualTo(ofSection);
        openScope();
        choose("section-filter", SectionId.INDIVIDUAL);
        assertThat(address()).contains("section=individual").doesNotContain("measure");
    }

    @Test
    void aUnitLimitsPointsConceptsAndRuleChanges() {
        open("trends?round=2565-2&unit=information&tab=rounds&lang=th");
        assertThat(textOf("part-remark")).contains("กลุ่มสารสนเทศ");
        Set<ConceptId> offered = concepts();
        Agreement agreement = board("2565-2").stored().agreement();
        assertThat(agreement.indicators())
                .allSatisfy(indicator ->
                        assertThat(offered.contains(indicator.concept()))
                                .isEqualTo(indicator.isAnsweredBy(UnitId.of("information"))));
        Part part = new Part(agreement, null, UnitId.of("information"));
        board("2565-2")
                .ranking()
                .rows()
                .forEach(row ->
                        part.points(row.scorecard())
                                .ifPresent(points ->
                                        assertThat(textOf("trend-" + row.scorecard().district()))
                                                .contains(words.total(points))));
        open("trends?round=2565-2&unit=information&tab=rules&lang=th");
        assertThat(textOf("rule-changes")).contains("P7").doesNotContain("T1");
        open("trends?round=2565-2&unit=coordination&tab=rules&lang=th");
        assertThat(textOf("rule-changes")).doesNotContain("P7");
    }

    @Test
    void aFollowedConceptStaysChosenOutsideOfThePart() {
        open("trends?round=2565-2&concept=big_data_use&section=team&lang=th");
        assertThat(textOf("trend")).contains("P7");
        assertThat(((Select<?>) byId("concept-filter")).getValue())
                .isEqualTo(ConceptId.of("big_data_use"));
    }

    @Test
    void helpsWhereAUnitHasNoIndicatorInTheSection() {
        open("trends?round=2565-2&section=team&unit=promotion&lang=th");
        assertThat(textOf("part-empty")).contains("รายทีม · กลุ่มส่งเสริม");
        assertThat(shows("trend")).isFalse();
        assertThat(shows("why-sentence")).isTrue();
        openScope();
        choose("day-filter", LocalDate.of(2022, 7, 31));
        assertThat(address()).contains("asOf=2022-07-31").contains("unit=promotion");
    }

    @SuppressWarnings("unchecked") // The field holds concepts.
    private static Set<ConceptId> concepts() {
        return ((Select<ConceptId>) byId("concept-filter"))
                .getListDataView()
                .getItems()
                .collect(Collectors.toSet());
    }

    @Test
    void saysWhyTheTotalMoved() {
        open("trends?round=2565-2&district=4305&lang=th");
        TotalMovement movement =
                analyses.movement(DistrictCode.of("4305"), board("2565-1"), board("2565-2"))
                        .orElseThrow();
        assertThat(textOf("why-sentence"))
                .contains(words.total(movement.before()))
                .contains(words.total(movement.after()))
                .contains(words.difference(movement.change()));
        assertThat(textOf("why-all")).contains(words.difference(movement.change()));
        // Those that did not change are named below, folded away.
        long unchanged =
                movement.indicators().stream()
                        .filter(one ->
                                Arrays.stream(Cause.values())
                                        .allMatch(cause ->
                                                cause.in(one.parts()).equals(BigFraction.ZERO)))
                        .peek(one ->
                                assertThat(textOf("why-unchanged"))
                                        .contains(
                                                one.pairing()
                                                        .after()
                                                        .or(one.pairing()::before)
                                                        .orElseThrow()
                                                        .name()
                                                        .th()))
                        .count();
        assertThat(rows("why-table")).hasSize(movement.indicators().size() - (int) unchanged + 1);
        assertThat(textOf("why-rank")).contains("จากคะแนนของอำเภออื่น");
        assertThat(shows("csv-movement")).isTrue();
    }

    @Test
    void followsAMeasureWithinTheRound() {
        open("trends?round=2565-2&district=4305&course=T1.spending&asOf=2022-07-15&lang=en");
        assertThat(rows("course-table")).hasSize(4);
        assertThat(textOf("pace-needed")).contains("days left").contains("percentage points");
        assertThat(textOf("pace-forecast")).contains("No forecast yet");
        open("trends?round=2565-2&district=4305&course=T1.spending&asOf=2022-08-31&lang=en");
        assertThat(rows("course-table")).hasSize(7);
        assertThat(textOf("pace-forecast"))
                .contains("it will be 87.31\u00a0% on the last day, level 4")
                .contains("82.57\u00a0% to 92.05\u00a0%");
        open("trends?round=2565-1&district=4305&course=T1.spending&lang=th");
        assertThat(textOf("pace-forecast")).contains("จึงไม่ต้องคาดการณ์");
    }

    @Test
    void showsACorrectionToWhoeverChoosesNothingAndForecastsOnlyFromDaysWithinTheRound() {
        open("trends?lang=en");
        DistrictCode district = DistrictCode.of("4308");
        TotalMovement movement =
                analyses.movement(district, board("2565-1"), board("2565-2")).orElseThrow();
        assertThat(movement.parts().corrections()).isEqualTo(BigFraction.of(4));
        assertThat(textOf("why-sentence")).contains(words.total(movement.after()));
        assertThat(textOf("why-all")).contains("+4.00");
        open("trends?tab=course&lang=en");
        assertThat(textOf("pace-forecast"))
                .contains("The round ended", "nothing is forecast any more");
        open("trends?asOf=2022-08-31&district=4308&tab=course&lang=en");
        assertThat(textOf("pace-forecast")).contains("95\u00a0% prediction interval");
    }

    @Test
    void aRoundThatIsBeingFilledIsComparedWithTheSameDayOfTheRoundBefore() {
        open("trends?round=2565-1&asOf=2022-01-31&district=4305&tab=rounds&lang=en");
        assertThat(textOf("half-filled")).contains("on the same day of it, 1 August 2021");
        DistrictCode district = DistrictCode.of("4305");
        Scoreboard then = on("2564-2", LocalDate.of(2021, 8, 1));
        Scoreboard now = on("2565-1", LocalDate.of(2022, 1, 31));
        TotalMovement movement = analyses.movement(district, then, now).orElseThrow();
        Words english = new Words(new Translations(), Translations.ENGLISH, false);
        assertThat(textOf("why-sentence"))
                .contains(words.total(movement.before()) + " of 2/2564 on 1 Aug ")
                .contains(words.total(movement.after()));
        assertThat(textOf("trend-4305")).contains(english.difference(movement.change()));
        assertThat(textOf("trend")).contains("Since 2/2564 on 1 Aug");
        Waterfall why = (Waterfall) ((Chart) byId("why-chart")).drawing();
        assertThat(why.steps().getFirst().mark().link())
                .hasValueSatisfying(link -> assertThat(link).contains("asOf=2021-08-01"));
        // Places of a day are no movement: only the district that is told about has a colour.
        RankChart ranks = (RankChart) ((Chart) byId("rank-chart")).drawing();
        assertThat(ranks.lines().stream().map(line -> line.series().colour()))
                .filteredOn(colour -> !colour.equals("--line-strong"))
                .hasSize(1);
    }

    private Scoreboard on(String round, LocalDate day) {
        return scoreboards.find(RoundId.parse(round), day).orElseThrow();
    }

    @Test
    void helpsWhereThereIsOneRoundOnly() {
        open("trends?round=2564-1&lang=th");
        assertThat(textOf("single-round")).contains("รอบเดียว");
        assertThat(textOf("why-none")).contains("ยังไม่มีรอบก่อนหน้า");
        open("trends?round=2564-1&tab=course&lang=th");
        assertThat(shows("course")).isTrue();
    }

    @Test
    void helpsWhereNothingWasReported() {
        open("trends?round=2565-2&asOf=2022-04-02&lang=en");
        assertThat(textOf("half-filled")).contains("had no figures yet on the same day");
        assertThat(shows("why-sentence")).isFalse();
        open("trends?round=2565-2&asOf=2022-04-02&tab=course&lang=en");
        assertThat(shows("course-none")).isTrue();
    }

    @Test
    void saysWhatItDoesNotKnow() {
        open("trends?round=2565-2&districts=9999&concept=no_such_concept&lang=th");
        assertThat(textOf("trends-unknown")).contains("9999").contains("no_such_concept");
        open("trends?round=2565-2&district=9999&lang=th");
        assertThat(textOf("why-unknown")).contains("ไม่มีอำเภอรหัสนี้");
        open("trends?round=2570-1&lang=th");
        assertThat(pageText()).contains("ยังไม่ได้เปิดรอบการประเมินนี้");
    }

    @Test
    void refusesAnAddressThatSaysNothing() {
        open("trends?round=2565-2&measure=Every_thing&lang=th");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
        open("trends?round=2565-2&course=spending&lang=th");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
    }

    @Test
    void aSectionThatNoAgreementHasIsSaid() {
        open("trends?round=2565-2&measure=everything&lang=th");
        assertThat(pageText()).contains("รอบนี้ไม่มีตัวชี้วัดของeverything");
    }

    private Scoreboard board(String round) {
        return scoreboards.find(RoundId.parse(round)).orElseThrow();
    }

    private static List<NativeTableRow> rows(String table) {
        return ((NativeTable) byId(table)).getBody().getRows();
    }
}
