package districtkpi.domain.agreement;

import static districtkpi.domain.testing.IndicatorBuilder.indicator;
import static districtkpi.domain.testing.MeasureBuilder.measure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    private static final Stage FIRST = stage("2021-12-31", "10", "20");
    private static final Stage SECOND = stage("2022-01-31", "30", "40");

    private final Indicator growing = growing().stages(FIRST, SECOND).build();

    private static IndicatorBuilder growing() {
        return indicator("X")
                .measures(
                        measure("m", MeasureKind.COUNT).build(),
                        measure("done", MeasureKind.DONE).build())
                .levels("done", "m >= 50", "m >= 60");
    }

    private static Stage stage(String until, String... targets) {
        return new Stage(
                LocalDate.parse(until), Arrays.stream(targets).map(BigDecimal::new).toList());
    }

    private static Agreement agreement(Indicator indicator) {
        return AgreementBuilder.agreement("2565-1")
                .section(SectionId.TEAM, "100", indicator)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-10-01, 10, 20",
        "2021-12-31, 10, 20",
        "2022-01-01, 30, 40",
        "2022-01-31, 30, 40",
        "2022-02-01, 50, 60"
    })
    void theTargetsOfTheDayHold(LocalDate day, String two, String three) {
        Indicator then = agreement(growing).on(day).indicators().findFirst().orElseThrow();

        assertThat(then.levels())
                .extracting(Level::conditions)
                .isEqualTo(
                        growing()
                                .levels("done", "m >= " + two, "m >= " + three)
                                .build()
                                .levels()
                                .stream()
                                .map(Level::conditions)
                                .toList());
        assertThat(then.stages()).isEqualTo(growing.stageOn(day).stream().toList());
    }

    @Test
    void anAgreementWithoutStagesIsTheSameOnEveryDay() {
        Agreement agreement = agreement(growing().build());

        assertThat(agreement.on(LocalDate.of(2021, 12, 1))).isSameAs(agreement);
    }

    @Test
    void whatHoldsForADistrictHoldsOnADayToo() {
        DistrictCode district = DistrictCode.of("4301");
        Indicator own =
                IndicatorBuilder.like(growing)
                        .districts(
                                new DistrictTerms(
                                        district,
                                        List.of(),
                                        List.of(),
                                        Optional.of(BigDecimal.TEN),
                                        true))
                        .build();

        Indicator then = own.on(FIRST.until()).in(district);
        assertThat(then.weight()).isEqualByComparingTo("10");
        assertThat(then.levels()).isEqualTo(growing.on(FIRST.until()).levels());
        assertThat(then).isEqualTo(own.in(district).on(FIRST.until()));
    }

    @Test
    void stagesFollowEachOtherAndFitTheLevels() {
        assertRefused(growing().stages(SECOND, FIRST), "stages follow each other");
        assertRefused(growing().stages(FIRST, FIRST), "stages follow each other");
        assertRefused(growing().stages(stage("2021-12-31", "10")), "Terms of 2021-12-31");
        assertThatIllegalArgumentException().isThrownBy(() -> stage("2021-12-31"));
        assertRefused(
                growing()
                        .stages(FIRST)
                        .districts(
                                new DistrictTerms(
                                        DistrictCode.of("4301"),
                                        List.of(BigDecimal.ONE, BigDecimal.TEN),
                                        List.of(),
                                        Optional.empty(),
                                        true)),
                "has stages, and targets of districts");
    }

    private static void assertRefused(IndicatorBuilder indicator, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(indicator::build)
                .withMessageContaining(because);
    }
}
