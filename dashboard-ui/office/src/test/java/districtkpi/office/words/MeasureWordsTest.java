package districtkpi.office.words;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.scoring.Distance;
import districtkpi.scoring.Distance.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MeasureWordsTest {

    private final Translations translations = new Translations();

    @Test
    void saysWhatAnAmountLacks() {
        Distance distance =
                new Distance.Amount(
                        MeasureId.of("activities_achieved"),
                        Direction.MORE,
                        BigDecimal.valueOf(3),
                        BigDecimal.valueOf(96));
        assertThat(thai("T2").distance(distance))
                .isEqualTo("ขาดอีก 3 กิจกรรม/โครงการ (ให้ได้ 96 กิจกรรม/โครงการ)");
        assertThat(english("T2").distance(distance)).isEqualTo("3 more (to reach 96 activities)");
    }

    @Test
    void saysWhatIsTooMuch() {
        Distance distance =
                new Distance.Amount(
                        MeasureId.of("overdue_debt"),
                        Direction.LESS,
                        new BigDecimal("12400.50"),
                        new BigDecimal("950000.00"));
        assertThat(thai("P4").distance(distance))
                .isEqualTo("ต้องลดลงอีก 12,400.50 บาท (ให้เหลือ 950,000 บาท)");
    }

    @Test
    void saysPercentagePointsAndWhetherMoreIsNeeded() {
        Distance strict =
                new Distance.PercentagePoints(
                        MeasureId.of("activities_achieved"), Direction.MORE, BigDecimal.ZERO, true);
        assertThat(english("T2").distance(strict)).isEqualTo("more than 0 percentage points more");
    }

    @Test
    void saysWhatRemainsOfSteps() {
        MeasureId step = MeasureId.of("debt_plan");
        MeasureWords words = english("P4");
        assertThat(words.distance(new Distance.StepToDo(step))).isEqualTo("still to be done:");
        assertThat(words.distance(new Distance.FigureMissing(step))).isEqualTo("no figure yet:");
        assertThat(words.distance(new Distance.OutOfReach(step))).isEqualTo("out of reach:");
        assertThat(words.distance(new Distance.DueBy(step, LocalDate.of(2022, 3, 4))))
                .isEqualTo("no figure yet, counts up to 4 March 2022 (2565 BE):");
    }

    @Test
    void readsConditionsAsTheProgramDoes() {
        assertThat(condition("T1", 4)).isEqualTo("เงินงบประมาณที่เบิกจ่าย ≥ 85\u00a0%");
        assertThat(condition("T2", 5)).endsWith("> 95\u00a0%");
        assertThat(condition("P8", 1)).endsWith("< 7\u00a0%");
        assertThat(condition("P7", 4)).endsWith("≥ 2 ช่องทาง");
        assertThat(condition("T3", 5)).endsWith("ภายใน 4 มีนาคม 2565");
        assertThat(condition("T3", 1)).endsWith(": ดำเนินการแล้ว");
    }

    @Test
    void showsValuesInTheirUnits() {
        Measure spending = measure("T1", "spending");
        MeasuredValue ratio =
                new MeasuredValue.Ratio(new BigDecimal("69999"), new BigDecimal("100000"));
        assertThat(thai("T1").value(spending, ratio)).isEqualTo("69,999 บาท");
        assertThat(thai("T1").comparedWith(spending, ratio)).contains("100,000 บาท");
        assertThat(thai("T1").percent(spending, ratio)).contains("69.999\u00a0%");
    }

    @Test
    void showsReductionsAsTheyAreCompared() {
        Measure debt = measure("P4", "overdue_debt");
        assertThat(
                        thai("P4")
                                .percent(
                                        debt,
                                        new MeasuredValue.Ratio(
                                                BigDecimal.valueOf(95), BigDecimal.valueOf(100))))
                .contains("5.00\u00a0%");
    }

    @Test
    void tellsDoneFromNotDoneAndFromNotApplicable() {
        Measure step = measure("P4", "debt_plan");
        MeasureWords words = thai("P4");
        assertThat(words.value(step, new MeasuredValue.Done(null))).isEqualTo("ดำเนินการแล้ว");
        assertThat(words.value(step, new MeasuredValue.Done(LocalDate.of(2022, 1, 14))))
                .isEqualTo("ดำเนินการแล้ว เมื่อ 14 มกราคม 2565");
        assertThat(words.value(step, new MeasuredValue.NotDone())).isEqualTo("ยังไม่ดำเนินการ");
        assertThat(words.value(step, new MeasuredValue.NotApplicable("no debt")))
                .isEqualTo("ไม่นำมาประเมิน");
        assertThat(words.percent(step, new MeasuredValue.NotDone())).isEmpty();
    }

    private String condition(String indicator, int level) {
        Level terms = indicator(indicator).level(level);
        return thai(indicator).condition(terms.conditions().getFirst());
    }

    private MeasureWords thai(String indicator) {
        return new MeasureWords(
                new Words(translations, Translations.THAI, false), indicator(indicator));
    }

    private MeasureWords english(String indicator) {
        return new MeasureWords(
                new Words(translations, Translations.ENGLISH, false), indicator(indicator));
    }

    private static Indicator indicator(String id) {
        return SignedAgreement.get().indicator(IndicatorId.of(id)).orElseThrow();
    }

    private static Measure measure(String indicator, String measure) {
        return indicator(indicator).measure(MeasureId.of(measure)).orElseThrow();
    }
}
