package districtkpi.ui.weights;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.scoring.weighting.Draft;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightChangeTest {

    private static final Agreement AGREEMENT = SignedAgreement.get();
    private static final IndicatorId T1 = IndicatorId.of("T1");
    private static final IndicatorId T2 = IndicatorId.of("T2");
    private static final IndicatorId T3 = IndicatorId.of("T3");

    @Test
    void theOthersMakeRoomInProportion() {
        assertThat(change(Set.of(), T1, "70"))
                .isEqualTo(new WeightChange.Made(Draft.parse("T1:70,T2:20,T3:10"), Set.of(T1)));
    }

    @Test
    void whatIsLockedStays() {
        assertThat(change(Set.of(T2), T1, "50"))
                .isEqualTo(new WeightChange.Made(Draft.parse("T1:50,T3:10"), Set.of(T1, T2)));
    }

    @Test
    void nothingChangesWhereNothingCanMakeRoom() {
        assertThat(change(Set.of(T2, T3), T1, "50")).isInstanceOf(WeightChange.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100.01", "33.333"})
    void refusesWhatIsNoWeight(String weight) {
        assertThat(change(Set.of(), T1, weight)).isInstanceOf(WeightChange.Refused.class);
    }

    private static WeightChange change(
            Set<IndicatorId> locked, IndicatorId indicator, String weight) {
        return WeightChange.of(AGREEMENT, Draft.NONE, locked, indicator, new BigDecimal(weight));
    }
}
