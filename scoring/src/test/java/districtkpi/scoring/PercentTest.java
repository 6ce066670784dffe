package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest(name = "{0} of {1} is {2}/{3} percent")
    @CsvSource({
        "SHARE, 2/3, 200, 3",
        "SHARE, 0/7, 0, 1",
        "SHARE, 82.5%, 165, 2",
        "GROWTH, 110995/100000, 2199, 200",
        "GROWTH, 0/5, -100, 1",
        "GROWTH, -3%, -3, 1",
        "REDUCTION, 950100/1000000, 499, 100",
        "REDUCTION, 4/3, -100, 3",
        "REDUCTION, 5%, 5, 1",
        "SHARE, 1E+3/4E+3, 25, 1"
    })
    void isExact(MeasureKind kind, String value, int numerator, int denominator) {
        assertThat(Percent.of(kind, Figures.value(kind, value)))
                .contains(BigFraction.of(numerator, denominator));
    }

    @Test
    void isAbsentWhereAValueIsNone() {
        assertThat(Percent.of(MeasureKind.COUNT, new MeasuredValue.Count(BigDecimal.ONE)))
                .isEmpty();
        assertThat(Percent.of(MeasureKind.DONE, new MeasuredValue.Done(null))).isEmpty();
        assertThat(Percent.of(MeasureKind.DONE, new MeasuredValue.NotDone())).isEmpty();
        assertThat(Percent.of(MeasureKind.DATE, new MeasuredValue.Day(LocalDate.EPOCH))).isEmpty();
        assertThat(Percent.of(MeasureKind.SHARE, new MeasuredValue.NotApplicable("none")))
                .isEmpty();
    }
}
