package districtkpi.ui.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.BigDecimalField;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.weighting.Breakdown;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.testing.UiTest;
import districtkpi.ui.words.Translations;
import districtkpi.ui.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WeightsViewIT extends UiTest {

    private final Words words = new Words(new Translations(), Translations.THAI, false);

    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private Rounds rounds;

    @Test
    void breaksThePointsOfTheProvinceDown() {
        open("weights?round=2565-2&lang=th");
        Breakdown breakdown = Breakdown.of(board("2565-2").ranking()).orElseThrow();
        assertThat(textOf("earned")).contains(words.total(breakdown.total().earned()));
        assertThat(textOf("lost")).contains(words.total(breakdown.total().lost()));
        assertThat(textOf("open")).contains(words.total(breakdown.total().open()));
        assertThat(rows("breakdown-indicators")).hasSize(11);
        assertThat(rows("breakdown-sections")).hasSize(2);
        assertThat(rows("influence-table")).hasSize(11);
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
                        .only(agreement, ids(agreement, Section.TEAM))
                        .orElseThrow();
        BigFraction earned = breakdown.total().earned();
        assertThat(textOf("earned"))
                .contains(words.total(earned))
                .contains(words.weight(earned.multiply(2)) + " % ของคะแนนส่วนที่เลือก");
        assertThat(textOf("breakdown")).contains("มีคะแนนให้ทำได้ 50.00 จาก 100");
        assertThat(rows("breakdown-indicators"))
                .hasSize(ids(agreement, Section.TEAM).size())
                .allMatch(row -> cells(row).getFirst().startsWith("T"));
        assertThat(rows("breakdown-sections")).hasSize(1);
        assertThat(rows("influence-table")).hasSize(ids(agreement, Section.TEAM).size());
        Waterfall waterfall = (Waterfall) ((Chart) byId("waterfall")).drawing();
        assertThat(waterfall.steps().getFirst().mark().value()).isEqualByComparingTo("50");
        assertThat(textOf("part-remark")).contains("เฉพาะรายทีม").contains("การทดลอง");
        // The laboratory stays whole: both sections have to total 100.
        assertThat(shows("weight-P1")).isTrue();
    }

    @Test
    void keepsTheChoicesOfPartDayAndDistrict() {
        open("weights?round=2565-2&lang=th");
        openScope();
        choose("unit-filter", UnitId.of("promotion"));
        choose("section-filter", Section.TEAM);
        assertThat(textOf("part-empty")).contains("รายทีม · กลุ่มส่งเสริม");
        assertThat(shows("breakdown")).isFalse();
        choose("section-filter", Section.INDIVIDUAL);
        choose("day-filter", LocalDate.of(2022, 7, 31));
        ((BigDecimalField) byId("weight-T1")).setValue(BigDecimal.valueOf(60));
        roundTrip();
        assertThat(address())
                .startsWith("weights?")
                .contains("section=individual")
                .contains("unit=promotion")
                .contains("asOf=2022-07-31")
                .contains("draft=T1");
    }

    private static Set<IndicatorId> ids(Agreement agreement, Section section) {
        return agreement
                .indicators()
                .map(Indicator::id)
                .filter(id -> agreement.sectionOf(id) == section)
                .collect(Collectors.toSet());
    }

    @Test
    void reproducesTheAgreedResultOfEveryRoundWithTheAgreedRules() {
        assertThat(rounds.opened()).hasSizeGreaterThanOrEqualTo(4);
        for (RoundId round : rounds.opened()) {
            Scoreboard board = scoreboards.find(round).orElseThrow();
            DraftedAgreement drafted = Draft.NONE.applyTo(board.stored().agreement());
            assertThat(drafted).isInstanceOf(DraftedAgreement.Scorable.class);
            assertThat(board.rankingUnder(((DraftedAgreement.Scorable) drafted).agreement()))
                    .isEqualTo(board.ranking());
            open("weights?round=" + round + "&lang=th");
            assertThat(textOf("lab-summary-" + round)).contains("ตรงกับข้อตกลงทุกประการ");
        }
    }

    @Test
    void keepsASectionAtOneHundredWhenAWeightIsTyped() {
        open("weights?round=2565-2&lang=th");
        ((BigDecimalField) byId("weight-T1")).setValue(BigDecimal.valueOf(60));
        roundTrip();
        assertThat(textOf("lab-sum-team")).contains("100 จาก 100");
        assertThat(((BigDecimalField) byId("weight-T1")).getValue()).isEqualByComparingTo("60");
        assertThat(((BigDecimalField) byId("weight-T2")).getValue()).isEqualByComparingTo("26.67");
        assertThat(textOf("lab-summary-2565-2")).contains("อันดับเปลี่ยน");
        ((Button) byId("more-T2")).click();
        roundTrip();
        assertThat(((BigDecimalField) byId("weight-T1")).getValue()).isEqualByComparingTo("60");
        assertThat(((BigDecimalField) byId("weight-T2")).getValue()).isEqualByComparingTo("27.67");
        assertThat(((BigDecimalField) byId("weight-T3")).getValue()).isEqualByComparingTo("12.33");
    }

    @Test
    void givesTheSectionsOtherSharesThatTotalOneHundred() {
        open("weights?round=2565-2&lang=th");
        choose("weight-share-team", BigDecimal.valueOf(60));
        assertThat(address()).contains("draft=;;team:60,individual:40");
        assertThat(textOf("lab-sum-shares")).contains("รวม 100 จาก 100");
        assertThat(percent("weight-share-individual")).isEqualByComparingTo("40");
        Agreement agreement = board("2565-2").stored().agreement();
        var drafted =
                (DraftedAgreement.Scorable)
                        Draft.parse(";;team:60,individual:40").applyTo(agreement);
        Ranking.Row row =
                board("2565-2")
                        .rankingUnder(drafted.agreement())
                        .row(DistrictCode.of("4305"))
                        .orElseThrow();
        assertThat(textOf("lab-effect-2565-2-4305"))
                .contains(words.total(row.scorecard().total().points().orElseThrow()));
        assertThat(byId("lab-download").getElement().getAttribute("href"))
                .contains("draft.yaml?draft=%3B%3Bteam%3A60%2Cindividual%3A40");
        // What was set before makes room again: of two shares none could change otherwise.
        ((Button) byId("less-share-individual")).click();
        roundTrip();
        assertThat(address()).contains("draft=;;team:61,individual:39");
        choose("weight-share-individual", BigDecimal.valueOf(50));
        assertThat(address()).doesNotContain("draft");
        assertThat(textOf("lab-summary-2565-2")).contains("ตรงกับข้อตกลงทุกประการ");
    }

    @Test
    void keepsALockedShare() {
        open("weights?round=2565-2&lang=th");
        choose("lock-share-team", true);
        assertThat(address()).contains("lockedShares=team");
        choose("weight-share-individual", BigDecimal.valueOf(40));
        assertThat(textOf("lab-message")).contains("ปลดล็อก");
        choose("lock-share-team", false);
        assertThat(address()).doesNotContain("lockedShares");
        choose("weight-share-team", BigDecimal.valueOf(101));
        assertThat(textOf("lab-message")).contains("0 ถึง 100");
    }

    @Test
    void bringsSharesOfALinkToOneHundred() {
        open("weights?round=2565-2&draft=T1:50,T2:30;;team:80&lang=en");
        assertThat(textOf("lab-problems-2565-2")).contains("130");
        ((Button) byId("spread-shares")).click();
        roundTrip();
        assertThat(address()).contains("draft=T1:50,T2:30;;team:61.54,individual:38.46");
        assertThat(shows("lab-effect-2565-2")).isTrue();
    }

    private static BigDecimal percent(String id) {
        return ((BigDecimalField) byId(id)).getValue();
    }

    @Test
    void saysWhyAWeightCannotBe() {
        open("weights?round=2565-2&lang=th");
        ((BigDecimalField) byId("weight-T1")).setValue(BigDecimal.valueOf(120));
        assertThat(textOf("lab-message")).contains("ไม่เกิน 100");
    }

    @Test
    void triesThresholdsAlsoOnEarlierRounds() {
        open("weights?round=2565-2&draft=;T1.l1.spending:1&past=all&indicator=T1&lang=en");
        assertThat(((BigDecimalField) byId("threshold-T1-l1-spending")).getValue())
                .isEqualByComparingTo("1");
        assertThat(shows("lab-effect-2564-1")).isTrue();
        assertThat(textOf("lab-summary-2565-2")).contains("districts change their rank");
    }

    @Test
    void saysWhatADraftLacks() {
        open("weights?round=2565-2&draft=T1:50&lang=en");
        assertThat(textOf("lab-problems-2565-2")).contains("110");
        assertThat(shows("lab-download")).isFalse();
        ((Button) byId("spread-team")).click();
        roundTrip();
        assertThat(textOf("lab-sum-team")).contains("100 of 100");
    }

    @Test
    void refusesAnAddressThatSaysNothing() {
        open("weights?round=2565-2&draft=T1&lang=th");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
    }

    @Test
    void helpsWhereNothingWasReported() {
        open("weights?round=2565-2&asOf=2022-04-02&lang=en");
        assertThat(textOf("breakdown-none")).contains("no result");
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
