package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.Issue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found in an agreement file.
 *
 * @param agreement present exactly if no issue is an error
 * @param document the text of the file; empty if it is not a text
 * @param issues by line
 * @param roundLine the line on which the round stands; 0 where none could be read
 * @param measureLines the line on which each measure stands
 * @param districtLines the line on which each district first stands that has terms of its own
 * @param indicators in the file, faulty ones too
 * @param faulty indicators with an error of their own
 */
public record AgreementReading(
        Optional<Agreement> agreement,
        String document,
        List<Issue> issues,
        int roundLine,
        Map<MeasureKey, Integer> measureLines,
        Map<DistrictCode, Integer> districtLines,
        int indicators,
        int faulty) {

    public AgreementReading {
        issues = List.copyOf(issues);
        measureLines = Map.copyOf(measureLines);
        districtLines = Map.copyOf(districtLines);
    }
}
