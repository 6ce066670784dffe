package districtkpi.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.MeasureBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DistrictTermsTest {

    private static final DistrictCode HERE = DistrictCode.of("4301");
    private static final DistrictCode ELSEWHERE = DistrictCode.of("4302");

    /** Steps, a number and a day, as agreements mix them. */
    private static IndicatorBuilder mixed() {
        return IndicatorBuilder.indicator("P5")
                .measures(
                        MeasureBuilder.measure("plan", MeasureKind.DONE).build(),
                        MeasureBuilder.measure("trained", MeasureKind.COUNT).build(),
                        MeasureBuilder.measure("sent", MeasureKind.DATE).build())
                .levels(
                        "plan",
                        "trained >= 85",
                        "plan; trained >= 95",
                        "trained >= 100; sent by 2022-03-04");
    }

    private static DistrictTerms terms(String... targets) {
        return new DistrictTerms(
                HERE,
                Stream.of(targets).map(BigDecimal::new).toList(),
                List.of(),
                Optional.empty(),
                true);
    }

    @Test
    void numbersAndDaysStandInThePlaceOfThoseOfTheLevels() {
        Indicator own =
                mixed().districts(
                                new DistrictTerms(
                                        HERE,
                                        List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN),
                                        List.of(LocalDate.of(2022, 3, 11)),
                                        Optional.of(BigDecimal.TEN),
                                        true))
                        .build();

        assertThat(own.in(HERE).levels())
                .extracting(Level::conditions)
                .isEqualTo(
                        mixed()
                                .levels(
                                        "plan",
                                        "trained >= 1",
                                        "plan; trained >= 2",
                                        "trained >= 10; sent by 2022-03-11")
                                .build()
                                .levels()
                                .stream()
                                .map(Level::conditions)
                                .toList());
        assertThat(own.in(HERE).weight()).isEqualTo(BigDecimal.TEN);
        assertThat(own.in(ELSEWHERE)).isSameAs(own);
        assertThat(own.hasOwnLevels(HERE)).isTrue();
        assertThat(own.hasOwnLevels(ELSEWHERE)).isFalse();
        assertThat(own.levelsDiffer()).isTrue();
    }

    @Test
    void thereIsOneForEachLevelThatAsksForOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mixed().districts(terms("1", "2")).build())
                .withMessage("Terms of 4301: [1, 2] for levels that ask for [1, 1, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        mixed().levels("trained >= 1; trained < 9", "trained >= 2")
                                .districts(terms("1", "2"))
                                .build())
                .withMessage("Terms of 4301: [1, 2] for levels that ask for [2, 1]");
    }

    @Test
    void aDistrictHasThemOnceAndTheySaySomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> mixed().districts(terms("1", "2", "3"), terms("1", "2", "4")).build())
                .withMessage("Indicator P5 has two terms for one district");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms())
                .withMessage("Nothing differs in 4301");
    }
}
