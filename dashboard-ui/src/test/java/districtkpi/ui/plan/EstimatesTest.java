package districtkpi.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.LevelKey;
import java.math.BigDecimal;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatesTest {

    @Test
    void readsWhatTheAddressSays() {
        assertThat(Estimates.parse("P1.3:5_T2.4:2.50").efforts())
                .isEqualTo(
                        Map.of(
                                level("P1", 3), new BigDecimal("5"),
                                level("T2", 4), new BigDecimal("2.50")));
    }

    @Test
    void tellsAnIndicatorWithAnUnderscoreFromTwoEstimates() {
        assertThat(Estimates.parse("T_1.1:2_T_2.5:0").efforts())
                .containsOnlyKeys(level("T_1", 1), level("T_2", 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1.3:5_T2.4:2.5", "T_1.1:0", "P1.1:1_P1.2:100_P1.5:999999.99"})
    void writesWhatItReads(String text) {
        assertThat(Estimates.parse(text)).hasToString(text);
    }

    @Test
    void writesOneFormOnly() {
        assertThat(Estimates.parse("T2.4:2.50_P1.3:100")).hasToString("P1.3:100_T2.4:2.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P1",
                "P1.3",
                "P1.3:",
                "P1.11:1",
                "P1.0:1",
                "P1.3:-1",
                "P1.3:1e3",
                "P1.3:1.234",
                "P1.3:1_",
                "_P1.3:1",
                "P1.3:1-P1.4:2",
                "P1.3:1_P1.3:2",
                "1P.3:1",
                "P1.3:1234567"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> Estimates.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.01", "999999", "1E+2"})
    void takesWhatTheAddressCanSay(String number) {
        assertThat(Estimates.isPossible(new BigDecimal(number))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.001", "1000000"})
    void takesNothingElse(String number) {
        assertThat(Estimates.isPossible(new BigDecimal(number))).isFalse();
    }

    @Test
    void weighsExactly() {
        assertThat(Estimates.parse("P1.3:0.35").basis())
                .isEqualTo(
                        new EffortBasis.PlannersEstimate(
                                Map.of(level("P1", 3), BigFraction.of(7, 20)), Map.of()));
    }

    private static LevelKey level(String indicator, int level) {
        return new LevelKey(IndicatorId.of(indicator), level);
    }
}
