package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.result.MeasuredValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
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
                        Optional.of(BigFraction.of(4)), Optional.of(BigFraction.of(33, 10)));
        assertThat(sheet.sum()).contains(BigFraction.of(73, 10));
        assertThat(sheet.average()).contains(BigFraction.of(73, 20));
        assertThat(OutOfFive.of(scorecard.lines().getFirst())).contains(BigFraction.of(8, 5));
        assertThat(
                        scorecard.lines().stream()
                                .flatMap(line -> OutOfFive.of(line).stream())
                                .reduce(BigFraction.ZERO, BigFraction::add))
                .isEqualTo(sheet.sum().orElseThrow());
    }

    @Test
    void addsUpByTheSharesWhereTheyDiffer() throws IOException {
        List<SectionTerms> sections =
                agreement.sections().stream()
                        .map(terms ->
                                Agreements.section(
                                        terms.section(),
                                        terms.section().equals(SectionId.TEAM) ? "70" : "30",
                                        terms.indicators()))
                        .toList();
        Agreement unequal =
                Agreements.agreement(
                        agreement.belowLevelOne().value(), sections.toArray(SectionTerms[]::new));
        Scorecard scorecard =
                new Scorer(unequal).score(WorkedDistrict.CODE, WorkedDistrict.values(unequal));
        OutOfFive sheet = OutOfFive.of(unequal, scorecard);

        assertThat(OutOfFive.of(agreement, scorecard).sharesAreEqual()).isTrue();
        assertThat(sheet.sharesAreEqual()).isFalse();
        assertThat(sheet.sections())
                .extracting(OutOfFive.SectionSum::byShare)
                .containsExactly(
                        Optional.of(BigFraction.of(28, 10)), Optional.of(BigFraction.of(99, 100)));
        assertThat(sheet.average()).contains(BigFraction.of(379, 100));
        assertThat(
                        sheet.sections().stream()
                                .flatMap(section -> section.byShare().stream())
                                .reduce(BigFraction.ZERO, BigFraction::add))
                .as("What stands in the last row is the sum of those above it")
                .isEqualTo(sheet.average().orElseThrow());
    }

    @Test
    void givesTheShareOfASectionThatDoesNotApplyToTheOther() throws IOException {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>(WorkedDistrict.values(agreement));
        values.replaceAll((key, value) ->
                agreement.sectionOf(key.indicator()).equals(SectionId.TEAM)
                        ? new MeasuredValue.NotApplicable("none")
                        : value);
        OutOfFive sheet = OutOfFive.of(agreement, score(values));

        assertThat(sheet.sharesAreEqual())
                .as("A plain sum would stand far behind those of other districts")
                .isFalse();
        assertThat(sheet.sections().getLast().share()).isEqualTo(BigFraction.of(100));
        assertThat(sheet.sections().getLast().byShare()).isEqualTo(sheet.average());
        assertThat(sheet.average()).contains(BigFraction.of(33, 10));
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
        team.keySet()
                .removeIf(key -> agreement.sectionOf(key.indicator()).equals(SectionId.INDIVIDUAL));
        OutOfFive sheet = OutOfFive.of(agreement, score(team));

        assertThat(sheet.sections().getLast().sum()).isEmpty();
        assertThat(sheet.sum()).contains(BigFraction.of(4));
        assertThat(sheet.average()).contains(BigFraction.of(2));
    }

    private Scorecard score(Map<MeasureKey, MeasuredValue> values) {
        return new Scorer(agreement).score(WorkedDistrict.CODE, values);
    }
}
