package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainDecimalTest {

    @ParameterizedTest(name = "{0}/{1} is {2}")
    @CsvSource({
        "73, 1, 73.0",
        "200, 3, 66.6667",
        "100, 3, 33.3333",
        "365, 100, 3.65",
        "0, 1, 0.0",
        "100, 1, 100.0",
        "1, 20000, 0.0001",
        "1, 20001, 0.0",
        "-1, 20001, 0.0",
        "-1, 20000, -0.0001",
        "-9, 2, -4.5",
        "1000000, 1, 1000000.0"
    })
    void hasOneToFourPlaces(int numerator, int denominator, String text) {
        assertThat(PlainDecimal.of(BigFraction.of(numerator, denominator))).isEqualTo(text);
    }

    @Test
    void writesHugeNumbersOut() {
        assertThat(PlainDecimal.of(BigFraction.of(BigInteger.TEN.pow(30))))
                .isEqualTo("1000000000000000000000000000000.0");
    }
}
