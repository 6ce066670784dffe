package districtkpi.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictTest {

    private static final LocalDate FIRST = LocalDate.of(2011, 3, 23);
    private static final LocalDate LAST = LocalDate.of(2020, 9, 30);
    private static final LocalizedText NAME = new LocalizedText("เมืองหนองคาย", "Mueang Nong Khai");

    @Test
    void isValidFromItsFirstDayToItsLast() {
        District district = new District(DistrictCode.of("4301"), NAME, FIRST, LAST);

        assertThat(district.isValidOn(FIRST.minusDays(1))).isFalse();
        assertThat(district.isValidOn(FIRST)).isTrue();
        assertThat(district.isValidOn(LAST)).isTrue();
        assertThat(district.isValidOn(LAST.plusDays(1))).isFalse();
        assertThat(district.lastDay()).contains(LAST);
    }

    @Test
    void withoutALastDayItIsStillValid() {
        District district = new District(DistrictCode.of("4301"), NAME, FIRST, null);

        assertThat(district.isValidOn(LocalDate.of(9999, 1, 1))).isTrue();
        assertThat(district.lastDay()).isEmpty();
    }

    @Test
    void mayLastOneDayButNotEndBeforeItStarts() {
        assertThat(new District(DistrictCode.of("4301"), NAME, FIRST, FIRST).isValidOn(FIRST))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new District(DistrictCode.of("4301"), NAME, FIRST, FIRST.minusDays(1)))
                .withMessage("District 4301 ends before it starts");
    }

    @Test
    void codesSortAsNumbersDoAndNameTheirProvince() {
        assertThat(Stream.of("4317", "4301", "3801").map(DistrictCode::of).sorted())
                .isEqualTo(List.of("3801", "4301", "4317").stream().map(DistrictCode::of).toList());
        assertThat(DistrictCode.of("4301").provinceCode()).isEqualTo("43");
        assertThat(DistrictCode.of("4301")).hasToString("4301");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "430", "43011", "43 1", "๔๓๐๑", "43a1", "4301\n"})
    void aCodeIsFourAsciiDigits(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DistrictCode.of(text));
    }
}
