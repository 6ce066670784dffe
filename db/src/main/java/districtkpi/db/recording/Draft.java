package districtkpi.db.recording;

import districtkpi.domain.agreement.IndicatorId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands in a field that was not handed in yet.
 *
 * @param text as it was typed, right or wrong
 * @param version counts its changes from 1
 * @param changedBy the name of the account; empty where there was none
 */
public record Draft(
        RecordingField field, String text, int version, Instant changedAt, String changedBy) {

    /**
     * What stands in the fields of an indicator: what is being written, or, where nothing is, what
     * was handed in last, from which corrections start.
     *
     * @param drafts of any indicators
     * @param handedIn what stood in the fields when the indicator was handed in last
     */
    public static Map<RecordingField, String> texts(
            IndicatorId indicator, Collection<Draft> drafts, Map<RecordingField, String> handedIn) {
        Map<RecordingField, String> written =
                drafts.stream()
                        .filter(draft -> draft.field().indicator().equals(indicator))
                        .collect(Collectors.toUnmodifiableMap(Draft::field, Draft::text));
        return written.isEmpty() ? Map.copyOf(handedIn) : written;
    }
}
