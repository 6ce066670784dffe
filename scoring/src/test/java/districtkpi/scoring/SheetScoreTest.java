package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Sheets of officers in the worked district: T1 has level 4, P1 level 3, P6 level 0. */
class SheetScoreTest {

    private final Agreement agreement = Agreements.round2565No1();
    private final SequencedMap<IndicatorId, BigDecimal> weights = new LinkedHashMap<>();

    @Test
    void multipliesEachWeightWithTheLevelOfTheDistrict() throws IOException {
        weight("P6", "33.34");
        weight("T1", "33.33");
        weight("P1", "33.33");
        SheetScore sheet = SheetScore.of(weights, score(WorkedDistrict.values(agreement)));

        assertThat(sheet.lines())
                .extracting(line -> line.product().orElseThrow())
                .containsExactly(
                        BigFraction.ZERO,
                        BigFraction.of(13332, 10000),
                        BigFraction.of(9999, 10000));
        assertThat(sheet.sum()).contains(BigFraction.of(23331, 10000));
        assertThat(sheet.scoredWeight()).isEqualTo(BigFraction.of(100));
    }

    @Test
    void countsWhatHasNoResultAsNothingYetAndSaysHowMuchThatIs() throws IOException {
        weight("T1", "40");
        weight("P1", "60");
        Map<MeasureKey, MeasuredValue> known = new HashMap<>(WorkedDistrict.values(agreement));
        known.keySet().removeIf(key -> key.indicator().equals(IndicatorId.of("P1")));
        SheetScore sheet = SheetScore.of(weights, score(known));

        assertThat(sheet.lines().getLast().product()).isEmpty();
        assertThat(sheet.sum()).contains(BigFraction.of(8, 5));
        assertThat(sheet.scoredWeight()).isEqualTo(BigFraction.of(40));
        assertThat(SheetScore.of(weights, score(Map.of())).sum()).isEmpty();
    }

    @Test
    void spreadsTheWeightOfWhatDoesNotApply() throws IOException {
        weight("T1", "40");
        weight("P1", "60");
        Map<MeasureKey, MeasuredValue> known = new HashMap<>(WorkedDistrict.values(agreement));
        known.replaceAll((key, value) ->
                key.indicator().equals(IndicatorId.of("P1"))
                        ? new MeasuredValue.NotApplicable("none here")
                        : value);
        SheetScore sheet = SheetScore.of(weights, score(known));

        assertThat(sheet.lines())
                .extracting(SheetScore.Line::effectiveWeight)
                .containsExactly(Optional.of(BigFraction.of(100)), Optional.empty());
        assertThat(sheet.sum()).contains(BigFraction.of(4));
    }

    @Test
    void hasNoScoreForWhatTheAgreementDropped() throws IOException {
        weight("T1", "40");
        weight("X9", "60");
        SheetScore sheet = SheetScore.of(weights, score(WorkedDistrict.values(agreement)));

        assertThat(sheet.lines().getLast().score()).isEmpty();
        assertThat(sheet.sum()).contains(BigFraction.of(8, 5));
    }

    private void weight(String indicator, String percent) {
        weights.put(IndicatorId.of(indicator), new BigDecimal(percent));
    }

    private Scorecard score(Map<MeasureKey, MeasuredValue> values) {
        return new Scorer(agreement).score(DistrictCode.of("4301"), values);
    }
}
