package districtkpi.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.scoring.comparison.Similarity;
import districtkpi.ui.chart.BarChart;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.DotChart;
import districtkpi.ui.chart.Series;
import districtkpi.ui.testing.UiTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CompareViewIT extends UiTest {

    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final List<DistrictCode> THREE =
            List.of(DistrictCode.of("4302"), DistrictCode.of("4301"), DistrictCode.of("4305"));

    private final Words words = new Words(new Translations(), Translations.THAI, false);

    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private Analyses analyses;

    @Test
    void laysTheChosenDistrictsSideBySideInTheirOrder() {
        open("compare?round=2565-1&districts=4302-4301-4305");
        Comparison comparison = analyses.comparison(scoreboard(), THREE);

        assertThat(rows("comparison"))
                .hasSize(2 + comparison.sections().size() + comparison.indicators().size())
                // Whom to learn from is empty where there is nothing to learn.
                .allMatch(row -> Set.of(5, 6).contains(cells(row).size()));
        for (Comparison.IndicatorRow row : comparison.indicators()) {
            String text = textOf("comparison-" + row.indicator().id());
            assertThat(text).contains(row.indicator().name().th());
            for (int i = 0; i < THREE.size(); i++) {
                Comparison.Cell cell = row.cells().get(i);
                cell.points().ifPresent(points -> assertThat(text).contains(words.total(points)));
                cell.toMean()
                        .ifPresent(by ->
                                assertThat(text).contains("เทียบจังหวัด " + words.difference(by)));
                if (i > 0
                        && cell.points().isPresent()
                        && row.cells().getFirst().points().isPresent()) {
                    assertThat(text).contains("เทียบอำเภอหลัก " + words.difference(cell.toFirst()));
                }
            }
        }
        assertThat(textOf("comparison-total"))
                .contains(words.difference(comparison.toFirst(1).orElseThrow()));
        assertThat(html("comparison")).contains("district/4305");
        assertThat(html("compare-totals")).contains("district/4305").contains("plan/4302");
        for (int i = 0; i < THREE.size(); i++) {
            String row = textOf("compare-totals-" + THREE.get(i));
            assertThat(row)
                    .contains(
                            words.total(
                                    comparison
                                            .districts()
                                            .get(i)
                                            .scorecard()
                                            .total()
                                            .points()
                                            .orElseThrow()));
            for (Comparison.SectionRow section : comparison.sections()) {
                assertThat(row)
                        .contains(words.total(section.totals().get(i).points().orElseThrow()));
            }
        }
    }

    @Test
    void saysNoDifferenceToAResultThatIsNotThere() {
        boolean found = false;
        for (DistrictCode first : codes()) {
            for (Comparison.IndicatorRow one :
                    analyses.comparison(scoreboard(), others(first)).indicators()) {
                if (one.cells().getFirst().points().isEmpty()
                        && one.cells().getLast().points().isPresent()) {
                    open(
                            "compare?round=2565-1&lang=th&districts="
                                    + first
                                    + "-"
                                    + others(first).getLast());
                    assertThat(textOf("comparison-" + one.indicator().id()))
                            .doesNotContain("เทียบอำเภอหลัก")
                            .contains("เทียบจังหวัด");
                    found = true;
                }
            }
        }
        assertThat(found).as("The round has a result that is missing").isTrue();
    }

    private List<DistrictCode> codes() {
        return scoreboard().districts().stream().map(district -> district.code()).toList();
    }

    /** A district, and one that has every result. */
    private List<DistrictCode> others(DistrictCode first) {
        DistrictCode complete =
                scoreboard().ranking().rows().stream()
                        .map(Ranking.Row::scorecard)
                        .filter(scorecard -> scorecard.total().isComplete())
                        .map(Scorecard::district)
                        .filter(code -> !code.equals(first))
                        .findFirst()
                        .orElseThrow();
        return List.of(first, complete);
    }

    @Test
    void drawsTheDifferencesToTheProvinceThatTheTableHas() {
        open("compare?round=2565-1&districts=4302-4301-4305&tab=province");
        BarChart chart = (BarChart) ((Chart) byId("compare-chart")).drawing();
        assertThat(chart.categories()).hasSize(11);
        assertThat(chart.bars()).hasSize(3);
        assertThat(chart.bars())
                .allSatisfy(bar ->
                        assertThat(bar.marks().getFirst())
                                .hasValueSatisfying(mark ->
                                        assertThat(mark.link().orElseThrow())
                                                .contains("district/")
                                                .contains("#indicator-T1")));
    }

    @Test
    void drawsEveryDistrictOnTheStripOfEachIndicator() {
        open("compare?round=2565-1&districts=4302-4301-4305");
        DotChart chart = (DotChart) ((Chart) byId("compare-strips")).drawing();
        assertThat(chart.rows()).hasSize(11).first().asString().startsWith("T1 ");
        assertThat(chart.chosen()).hasSize(3).extracting(Series::colour).doesNotHaveDuplicates();
        List<Comparison.IndicatorRow> rows = analyses.comparison(scoreboard(), THREE).indicators();
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            for (int i = 0; i < THREE.size(); i++) {
                assertThat(chart.chosen().get(i).marks().get(row).isPresent())
                        .isEqualTo(rows.get(row).cells().get(i).points().isPresent());
            }
            long drawn =
                    chart.chosen().stream().flatMap(one -> one.marks().get(at).stream()).count()
                            + chart.others().get(row).size();
            assertThat(drawn)
                    .as("With a level in %s", rows.get(row).indicator().id())
                    .isEqualTo(
                            scoreboard().ranking().rows().stream()
                                    .flatMap(one -> one.scorecard().lines().stream())
                                    .map(Scorecard.Line::score)
                                    .filter(IndicatorScore.WithLevel.class::isInstance)
                                    .filter(score ->
                                            score.indicator()
                                                    .id()
                                                    .equals(rows.get(at).indicator().id()))
                                    .count());
        }
    }

    @Test
    void saysBesideAnIndicatorThatFallsShortWhomToLearnFrom() {
        open("compare?round=2565-1&districts=4301-4305&lang=th");
        DistrictCode learner = DistrictCode.of("4301");
        boolean found = false;
        for (Comparison.IndicatorRow row : analyses.comparison(scoreboard(), THREE).indicators()) {
            var examples =
                    analyses.examples(
                            scoreboard(),
                            scoreboards.findBefore(ROUND, 1).stream().findFirst(),
                            learner,
                            row.indicator().id());
            if (examples.isPresent() && !examples.get().reached().isEmpty()) {
                var first = examples.get().reached().getFirst();
                assertThat(textOf("comparison-" + row.indicator().id()))
                        .contains(name(first.district()) + " (ระดับ " + first.level() + ")");
                found = true;
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void findsDistrictsByNameAndByCode() {
        assertThat(found("4305")).containsExactly("4305");
        assertThat(found("thA b")).containsExactly("4302");
        assertThat(found("ท่าบ่อ")).containsExactly("4302");
        assertThat(found("43")).hasSize(9);
    }

    private List<String> found(String typed) {
        return scoreboard().districts().stream()
                .filter(district -> DistrictPicker.matches(district, typed))
                .map(district -> district.code().value())
                .toList();
    }

    @Test
    void limitsTheRowsToASectionAndAddsThemUp() {
        open("compare?round=2565-1&districts=4302-4301-4305&section=team");
        Comparison comparison = analyses.comparison(scoreboard(), THREE);
        List<Comparison.IndicatorRow> team =
                comparison.indicators().stream()
                        .filter(row -> row.indicator().id().value().startsWith("T"))
                        .toList();

        assertThat(rows("comparison"))
                .extracting(row -> row.getId().orElse(""))
                .containsExactly(
                        "comparison-rank",
                        "comparison-total",
                        "comparison-part",
                        "comparison-team",
                        "comparison-T1",
                        "comparison-T2",
                        "comparison-T3");
        for (int i = 0; i < THREE.size(); i++) {
            int column = i;
            assertThat(textOf("comparison-part"))
                    .contains(
                            words.total(
                                    sum(
                                            team.stream()
                                                    .flatMap(row ->
                                                            row
                                                                    .cells()
                                                                    .get(column)
                                                                    .points()
                                                                    .stream()))))
                    .contains("จากที่ทำได้ 50.00");
        }
        assertThat(textOf("comparison-part"))
                .contains(
                        "เทียบอำเภอหลัก "
                                + words.difference(
                                        sum(
                                                team.stream()
                                                        .map(row ->
                                                                row.cells().get(2).toFirst()))));
        assertThat(textOf("part-remark")).contains("เฉพาะรายทีม");
        DotChart strips = (DotChart) ((Chart) byId("compare-strips")).drawing();
        assertThat(strips.rows()).hasSize(3);
        // Whoever goes on comparing keeps the section.
        assertThat(html("compare-totals")).contains("districts=4305-4302-4301&amp;section=team");
        open("compare?round=2565-1&districts=4302-4301-4305&section=team&tab=province");
        BarChart chart = (BarChart) ((Chart) byId("compare-chart")).drawing();
        assertThat(chart.categories()).containsExactly("T1", "T2", "T3");
        assertThat(textOf("strengths")).doesNotContain("P1");
        open("compare?round=2565-1&districts=4302-4301-4305&section=team&tab=learn");
        assertThat(shows("examples-P1")).isFalse();
        assertThat(html("similar")).contains("section=team");
    }

    @Test
    void aUnitHasItsIndicatorsAndNoWholeSection() {
        open("compare?round=2565-1&districts=4302-4301&unit=coordination");
        assertThat(rows("comparison"))
                .extracting(row -> row.getId().orElse(""))
                .containsExactly(
                        "comparison-rank",
                        "comparison-total",
                        "comparison-part",
                        "comparison-T1",
                        "comparison-T3");
        open("compare?round=2565-1&districts=4302-4301&section=team&unit=promotion");
        assertThat(textOf("part-empty")).contains("รายทีม · กลุ่มส่งเสริม");
        assertThat(html("part-empty")).contains("districts=4302-4301");
        assertThat(shows("comparison")).isFalse();
    }

    @Test
    void choosesThePartAndTheDayWithEverythingElseKept() {
        open("compare?round=2565-2&districts=4302-4301");
        openScope();
        choose("section-filter", SectionId.INDIVIDUAL);
        choose("unit-filter", UnitId.of("information"));
        choose("day-filter", LocalDate.of(2022, 7, 31));
        assertThat(address())
                .startsWith("compare?")
                .contains("districts=4302-4301")
                .contains("section=individual")
                .contains("unit=information")
                .contains("asOf=2022-07-31");
        assertThat(textOf("past-day")).contains("ย้อนหลัง");
    }

    private static BigFraction sum(Stream<BigFraction> numbers) {
        return numbers.reduce(BigFraction.ZERO, BigFraction::add);
    }

    @Test
    void suggestsWhereToStart() {
        open("compare?round=2565-1");
        List<DistrictCode> order =
                scoreboard().ranking().rows().stream()
                        .map(row -> row.scorecard().district())
                        .toList();
        assertThat(html("compare-suggestions"))
                .contains("districts=" + order.get(0) + "-" + order.get(1));
        assertThat(shows("comparison")).isFalse();
    }

    @Test
    void offersTheMostSimilarDistricts() {
        open("compare?round=2565-1&districts=4301&tab=learn");
        DistrictCode nearest = nearest();
        assertThat(html("similar-suggested")).contains("districts=4301-" + nearest);
        assertThat(textOf("similar-" + nearest))
                .contains(scoreboard().district(nearest).orElseThrow().name().th());
        assertThat(rows("similar")).hasSizeBetween(2, 6);
        assertThat(textOf("compare-one")).contains("อำเภอเดียว");
    }

    private DistrictCode nearest() {
        return analyses.similarity(scoreboard()).peers(DistrictCode.of("4301")).stream()
                .map(Similarity.Peer::district)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsWhoReachedTheNextLevelAndFromWhere() {
        open("compare?round=2565-1&districts=4301-4305&learner=4305");
        DistrictCode learner = DistrictCode.of("4305");
        scoreboard()
                .stored()
                .agreement()
                .indicators()
                .forEach(indicator ->
                        analyses.examples(
                                        scoreboard(),
                                        scoreboards.findBefore(ROUND, 1).stream().findFirst(),
                                        learner,
                                        indicator.id())
                                .ifPresentOrElse(
                                        examples -> {
                                            String text = textOf("examples-" + indicator.id());
                                            assertThat(text).contains("ระดับ " + examples.level());
                                            examples.reached().stream()
                                                    .limit(3)
                                                    .forEach(example ->
                                                            assertThat(text)
                                                                    .contains(
                                                                            name(
                                                                                    example
                                                                                            .district())));
                                        },
                                        () ->
                                                assertThat(shows("examples-" + indicator.id()))
                                                        .isFalse()));
        assertThat(textOf("examples")).contains("รอบที่ 2 ปีงบประมาณ พ.ศ. 2564");
    }

    @Test
    void saysWhatAFirstRoundCannotTell() {
        open("compare?round=2564-1&districts=4301-4302&tab=learn");
        assertThat(pageText()).contains("ไม่มีรอบก่อนหน้าในระบบ");
    }

    @Test
    void ordersStrengthsAndWeaknessesOfEach() {
        open("compare?round=2565-1&districts=4301-4302&tab=province");
        var best =
                analyses.strengths(scoreboard(), DistrictCode.of("4302"))
                        .orElseThrow()
                        .indicators()
                        .getFirst();
        assertThat(textOf("strengths-4302"))
                .contains(best.indicator().name().th())
                .contains(words.difference(best.difference()));
    }

    @Test
    void putsWhoIsPickedBehindThoseChosenBefore() {
        open("compare?round=2565-1&districts=4305");
        @SuppressWarnings("unchecked") // The picker holds districts.
        MultiSelectComboBox<District> picker =
                (MultiSelectComboBox<District>) byId("districts-picker");
        picker.setValue(district("4301"), district("4305"));
        roundTrip();
        assertThat(address())
                .startsWith("compare")
                .contains("districts=4305-4301")
                .contains("round=2565-1");
    }

    @Test
    void helpsWithTooManyAndUnknownDistricts() {
        open("compare?round=2565-1&districts=4301-4302-4305-4307-4308-4314");
        assertThat(textOf("compare-too-many")).contains("ไม่เกิน 5 อำเภอ").contains("6");
        assertThat(html("compare-too-many")).contains("districts=4301-4302-4305-4307-4308\"");
        open("compare?round=2565-1&districts=4301-4399");
        assertThat(textOf("compare-unknown")).contains("4399");
        assertThat(rows("comparison")).allMatch(row -> Set.of(3, 4).contains(cells(row).size()));
        open("compare?districts=43");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
    }

    @Test
    void helpsBeforeAnybodyReported() {
        open("compare?round=2565-1&asOf=2021-10-01&districts=4301-4302");
        assertThat(textOf("compare-empty")).contains("ยังไม่มีผลการดำเนินงาน");
        assertThat(rows("comparison")).isNotEmpty();
        open("compare?round=2565-1&asOf=2021-10-01&districts=4301-4302&tab=province");
        assertThat(shows("compare-chart")).isFalse();
        open("compare?round=2565-1&asOf=2021-10-01");
        assertThat(textOf("compare-suggestions")).contains("เมื่อมีผลการดำเนินงาน");
    }

    @Test
    void readsInEnglish() {
        open("compare?round=2565-1&districts=4301-4302&lang=en");
        assertThat(pageText()).contains("Side by side").contains("Strengths").contains("vs first");
        assertThat(html("csv-comparison"))
                .contains("comparison.csv?bom=true&amp;districts=4301-4302");
        open("compare?round=2565-1&lang=th");
    }

    private Scoreboard scoreboard() {
        return scoreboards.find(ROUND).orElseThrow();
    }

    private District district(String code) {
        return scoreboard().district(DistrictCode.of(code)).orElseThrow();
    }

    private String name(DistrictCode code) {
        return scoreboard().district(code).orElseThrow().name().th();
    }

    private static String html(String id) {
        return byId(id).getElement().getOuterHTML();
    }

    private static List<NativeTableRow> rows(String table) {
        return ((NativeTable) byId(table)).getBody().getRows();
    }
}
