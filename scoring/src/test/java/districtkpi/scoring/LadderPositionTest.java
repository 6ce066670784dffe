package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class LadderPositionTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");

    private final Scorer scorer = new Scorer(Agreements.round2565No1());

    @Test
    void aNumberStandsBetweenTheThresholdOfItsLevelAndThatOfTheNext() {
        LadderPosition standing = standing("T1", "spending=81.25%");

        assertThat(threshold(standing)).isEqualByComparingTo("85");
        assertThat(standing.part()).contains(BigFraction.of(1, 4));
        assertThat(standing("T1", "spending=80%").part()).contains(BigFraction.ZERO);
    }

    @Test
    void ofSeveralMeasuresTheOneThatIsLackingDecides() {
        LadderPosition standing =
                standing("P3", "activities_recorded=86/100; villages_reported=9/10");

        assertThat(standing.condition().measure().value()).isEqualTo("villages_reported");
        assertThat(threshold(standing)).isEqualByComparingTo("95");
        assertThat(standing.part()).contains(BigFraction.ZERO);
    }

    @Test
    void atTheTopAndBelowTheLadderNothingLiesBetween() {
        LadderPosition top = standing("T1", "spending=95%");
        LadderPosition below = standing("T1", "spending=10%");

        assertThat(threshold(top)).isEqualByComparingTo("90");
        assertThat(top.part()).isEmpty();
        assertThat(threshold(below)).isEqualByComparingTo("70");
        assertThat(below.part()).isEmpty();
    }

    @Test
    void aStepHasNoPart() {
        LadderPosition standing = standing("P2", "centre_database=yes");

        assertThat(standing.condition()).isInstanceOf(Condition.Done.class);
        assertThat(standing.condition().measure().value()).isEqualTo("support_plan");
        assertThat(standing.part()).isEmpty();
    }

    private static BigDecimal threshold(LadderPosition standing) {
        return ((Condition.Comparison) standing.condition()).threshold();
    }

    private LadderPosition standing(String indicator, String figures) {
        Map<MeasureKey, MeasuredValue> values = Figures.of(scorer.agreement(), indicator, figures);
        return LadderPosition.of(
                (IndicatorScore.WithLevel)
                        scorer.score(DISTRICT, values).line(IndicatorId.of(indicator)).score(),
                values);
    }
}
