package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.result.MeasuredValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class OutOfFiveTest {

    private final Agreement agreement = Agreements.round2565No1();

    @Test
    void addsUpTheWorkedDistrictOfTheMethodDocument() throws IOException {
        Scorecard scorecard = score(WorkedDistrict.values(agreement));
        OutOfFive sheet = OutOfFive.of(agreement, scorecard);

        assertThat(sheet.weight()).isEqualByComparingTo(BigDecimal.valueOf(200));
        assertThat(sheet.sections())
                .extracting(OutOfFive.SectionSum::sum)
                .containsExactly(
                        Optional.of(new BigFraction(4)), Optional.of(new BigFraction(33, 10)));
        assertThat(sheet.sum()).contains(new BigFraction(73, 10));
        assertThat(sheet.average()).contains(new BigFraction(73, 20));
        assertThat(OutOfFive.of(scorecard.lines().getFirst())).contains(new BigFraction(8, 5));
        assertThat(
                        scorecard.lines().stream()
                                .flatMap(line -> OutOfFive.of(line).stream())
                                .reduce(BigFraction.ZERO, BigFraction::add))
                .isEqualTo(sheet.sum().orElseThrow());
    }

    @Test
    void givesNoNumberWhereNothingHasALevel() {
        OutOfFive sheet = OutOfFive.of(agreement, score(Map.of()));

        assertThat(sheet.sum()).isEmpty();
        assertThat(sheet.average()).isEmpty();
        assertThat(sheet.sections()).allMatch(section -> section.sum().isEmpty());
    }

    @Test
    void countsASectionWithoutALevelAsNothingYet() throws IOException {
        Map<MeasureKey, MeasuredValue> team = new HashMap<>(WorkedDistrict.values(agreement));
        team.keySet().removeIf(key -> agreement.sectionOf(key.indicator()) == Section.INDIVIDUAL);
        OutOfFive sheet = OutOfFive.of(agreement, score(team));

        assertThat(sheet.sections().getLast().sum()).isEmpty();
        assertThat(sheet.sum()).contains(new BigFraction(4));
        assertThat(sheet.average()).contains(new BigFraction(2));
    }

    private Scorecard score(Map<MeasureKey, MeasuredValue> values) {
        return new Scorer(agreement).score(WorkedDistrict.CODE, values);
    }
}
