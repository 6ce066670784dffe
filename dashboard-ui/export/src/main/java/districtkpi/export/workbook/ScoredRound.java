package districtkpi.export.workbook;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Ranking;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a workbook is made from: figures, and the ranking that the program made of them.
 *
 * @param districts in the order of the workbook; each has a row in the ranking
 * @param values what is known of each district
 */
public record ScoredRound(
        Agreement agreement,
        List<District> districts,
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values,
        Ranking ranking) {

    public ScoredRound {
        districts = List.copyOf(districts);
        values = Map.copyOf(values);
    }

    /** A district with its figures and its place. */
    record Place(District district, Map<MeasureKey, MeasuredValue> values, Ranking.Row row) {}

    List<Place> places() {
        Map<DistrictCode, Ranking.Row> rows =
                ranking.rows().stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.scorecard().district(), Function.identity()));
        return districts.stream()
                .map(district ->
                        new Place(
                                district,
                                values.getOrDefault(district.code(), Map.of()),
                                Objects.requireNonNull(rows.get(district.code()))))
                .toList();
    }

    List<Indicator> indicators() {
        return agreement.indicators().toList();
    }

    /** The indicators as they hold for a district, in the same order. */
    List<Indicator> indicators(DistrictCode district) {
        return agreement.in(district).indicators().toList();
    }

    /** The district, where an indicator has rows for it alone; empty where those of all hold. */
    static Optional<DistrictCode> owner(DistrictCode district, Indicator indicator) {
        return indicator.terms(district).map(DistrictTerms::district);
    }

    /** The districts of the workbook for which something was agreed otherwise, in its order. */
    List<DistrictCode> districtsWithTerms() {
        Set<DistrictCode> known = agreement.districtsWithTerms();
        return districts.stream().map(District::code).filter(known::contains).toList();
    }
}
