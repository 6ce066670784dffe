package districtkpi.ui.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.weighting.Breakdown;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.testing.UiTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WeightsViewIT extends UiTest {

    private final Words words = new Words(new Translations(), Translations.THAI, false);

    @Autowired private ScoreboardQuery scoreboards;

    @Test
    void breaksThePointsOfTheProvinceDown() {
        open("weights?round=2565-2&lang=th");
        Breakdown breakdown = Breakdown.of(board("2565-2").ranking()).orElseThrow();
        assertThat(textOf("earned")).contains(words.total(breakdown.total().earned()));
        assertThat(textOf("lost")).contains(words.total(breakdown.total().lost()));
        assertThat(textOf("open")).contains(words.total(breakdown.total().open()));
        assertThat(rows("breakdown-indicators")).hasSize(11);
        assertThat(shows("influence-table")).isFalse();
        open("weights?round=2565-2&tab=sections&lang=th");
        assertThat(rows("breakdown-sections")).hasSize(2);
        open("weights?round=2565-2&tab=units&lang=th");
        assertThat(rows("breakdown-units")).hasSize(4);
        open("weights?round=2565-2&tab=influence&lang=th");
        assertThat(rows("influence-table")).hasSize(11);
        assertThat(shows("waterfall")).isTrue();
    }

    @Test
    void breaksThePointsOfADistrictDown() {
        open("weights?round=2565-2&district=4305&lang=en");
        Scoreboard board = board("2565-2");
        assertThat(textOf("earned"))
                .contains(
                        words.total(
                                board.ranking()
                                        .row(DistrictCode.of("4305"))
                                        .orElseThrow()
                                        .scorecard()
                                        .total()
                                        .points()
                                        .orElseThrow()));
        open("weights?round=2565-2&district=9999&lang=th");
        assertThat(textOf("breakdown-none")).contains("ไม่มีอำเภอรหัสนี้");
    }

    @Test
    void breaksThePointsOfAPartDown() {
        open("weights?round=2565-2&section=team&lang=th");
        Agreement agreement = board("2565-2").stored().agreement();
        Breakdown breakdown =
                Breakdown.of(board("2565-2").ranking())
                        .orElseThrow()
                        .only(agreement, ids(agreement, SectionId.TEAM))
                        .orElseThrow();
        BigFraction earned = breakdown.total().earned();
        assertThat(textOf("earned"))
                .contains(words.total(earned))
                .contains(words.share(earned.multiply(2)) + "\u00a0% ของคะแนนส่วนที่เลือก");
        assertThat(textOf("breakdown")).contains("มีคะแนนให้ทำได้ 50.00 จาก 100");
        assertThat(rows("breakdown-indicators"))
                .hasSize(ids(agreement, SectionId.TEAM).size())
                .allMatch(row -> cells(row).getFirst().startsWith("T"));
        Waterfall waterfall = (Waterfall) ((Chart) byId("waterfall")).drawing();
        assertThat(waterfall.steps().getFirst().mark().value()).isEqualByComparingTo("50");
        assertThat(textOf("part-remark")).contains("เฉพาะรายทีม");
        open("weights?round=2565-2&section=team&tab=sections&lang=th");
        assertThat(rows("breakdown-sections")).hasSize(1);
        open("weights?round=2565-2&section=team&tab=influence&lang=th");
        assertThat(rows("influence-table")).hasSize(ids(agreement, SectionId.TEAM).size());
        // The laboratory stays whole: both sections have to total 100.
        open("laboratory?round=2565-2&section=team&lang=th");
        assertThat(shows("weight-P1")).isTrue();
    }

    @Test
    void drawsLossesOnAnAxisThatStartsNearThePointsEarned() {
        open("weights?round=2565-2&lang=en");
        Waterfall waterfall = (Waterfall) ((Chart) byId("waterfall")).drawing();
        BigDecimal earned = waterfall.steps().getLast().mark().value();
        BigDecimal start = Objects.requireNonNull(waterfall.scale().least());
        assertThat(start).isPositive().isLessThan(earned);
        assertThat(earned.subtract(start)).isLessThan(BigDecimal.valueOf(20));
        assertThat(waterfall.scale().name()).contains("from " + start.toPlainString());
        List<Waterfall.Step> losses = waterfall.steps().subList(1, waterfall.steps().size() - 1);
        // What is known to be lost, and then what is open.
        for (String colour : List.of("--loss", "--hatch")) {
            assertThat(losses.stream().filter(step -> step.colour().equals(colour)))
                    .extracting(step -> step.from().subtract(step.mark().value()))
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
        assertThat(waterfall.steps()).allMatch(step -> !step.label().isEmpty());
        assertThat(losses).allMatch(step -> step.label().matches("(lost|open) [0-9.]+"));
    }

    @Test
    void leadsOldAddressesOfTheLaboratoryOnToItsPage() {
        open("weights?round=2565-2&district=4305&draft=T1:60,T2:26.67,T3:13.33&past=all&lang=th");
        assertThat(address())
                .startsWith("laboratory?")
                .contains("draft=T1:60,T2:26.67,T3:13.33")
                .contains("past=all")
                .doesNotContain("district");
        assertThat(shows("lab-summary-2565-2")).isTrue();
    }

    @Test
    void keepsTheChoicesOfPartDayAndDistrict() {
        open("weights?round=2565-2&lang=th");
        openScope();
        choose("unit-filter", UnitId.of("promotion"));
        choose("section-filter", SectionId.TEAM);
        assertThat(textOf("part-empty")).contains("รายทีม · กลุ่มส่งเสริม");
        assertThat(shows("breakdown")).isFalse();
        choose("section-filter", SectionId.INDIVIDUAL);
        choose("day-filter", LocalDate.of(2022, 7, 31));
        choose("weights-district", board("2565-2").district(DistrictCode.of("4305")).orElseThrow());
        assertThat(address())
                .startsWith("weights?")
                .contains("section=individual")
                .contains("unit=promotion")
                .contains("asOf=2022-07-31")
                .contains("district=4305");
    }

    private static Set<IndicatorId> ids(Agreement agreement, SectionId section) {
        return agreement
                .indicators()
                .map(Indicator::id)
                .filter(id -> agreement.sectionOf(id).equals(section))
                .collect(Collectors.toSet());
    }

    @Test
    void refusesAnAddressThatSaysNothing() {
        open("weights?round=2565-2&draft=T1&lang=th");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
        open("weights?round=2565-2&tab=all&lang=th");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
    }

    @Test
    void helpsWhereNothingWasReported() {
        open("weights?round=2565-2&asOf=2022-04-02&lang=en");
        assertThat(textOf("breakdown-none")).contains("no result");
        open("weights?round=2565-2&asOf=2022-04-02&tab=influence&lang=en");
        assertThat(textOf("influence-none")).contains("fewer than two");
        open("weights?round=2570-1&lang=en");
        assertThat(pageText()).contains("has not been opened");
    }

    private Scoreboard board(String round) {
        return scoreboards.find(RoundId.parse(round)).orElseThrow();
    }

    private static List<NativeTableRow> rows(String table) {
        return ((NativeTable) byId(table)).getBody().getRows();
    }
}
