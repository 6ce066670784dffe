package districtkpi.domain.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MeasuredValueTest {

    @Test
    void aRatioIsNotNegativeAndNeverToNothing() {
        assertThat(new MeasuredValue.Ratio(BigDecimal.ZERO, new BigDecimal("0.01")).value())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredValue.Ratio(new BigDecimal("-0.01"), BigDecimal.ONE))
                .withMessage("A value is not negative: -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredValue.Ratio(BigDecimal.ONE, new BigDecimal("0.00")))
                .withMessage("A value is compared with more than 0: 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredValue.Ratio(BigDecimal.ONE, BigDecimal.ONE.negate()));
    }

    @Test
    void aCountIsWholeHoweverItIsWritten() {
        assertThat(new MeasuredValue.Count(new BigDecimal("2.00")).count())
                .isEqualByComparingTo("2");
        assertThat(new MeasuredValue.Count(new BigDecimal("1E+3")).count())
                .isEqualByComparingTo("1000");
        assertThat(new MeasuredValue.Count(BigDecimal.ZERO).count()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredValue.Count(new BigDecimal("1.5")))
                .withMessage("A count is a whole number from 0: 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredValue.Count(new BigDecimal("-1")));
    }

    @Test
    void aStepIsDoneWithOrWithoutItsDay() {
        LocalDate day = LocalDate.of(2022, 1, 31);

        assertThat(new MeasuredValue.Done(day).day()).contains(day);
        assertThat(new MeasuredValue.Done(null).day()).isEmpty();
    }

    @Test
    void notApplicableNeedsAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredValue.NotApplicable(" "))
                .withMessage("Not applicable needs a reason");
    }
}
