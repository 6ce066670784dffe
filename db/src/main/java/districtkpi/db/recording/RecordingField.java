package districtkpi.db.recording;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a district's form.
 *
 * @param measureId what a value, or what it is compared with, is of; absent for what is said of the
 *     whole indicator
 */
public record RecordingField(IndicatorId indicator, @Nullable MeasureId measureId, Kind kind) {

    /** What is written into it. */
    public enum Kind {
        VALUE,
        OF,
        AS_OF,
        NOTE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RecordingField {
        boolean ofMeasure = kind == Kind.VALUE || kind == Kind.OF;
        if (ofMeasure != (measureId != null)) {
            throw new IllegalArgumentException(
                    "A value, and what it is compared with, is of a measure; nothing else is");
        }
    }

    public static RecordingField value(IndicatorId indicator, MeasureId measure) {
        return new RecordingField(indicator, measure, Kind.VALUE);
    }

    public static RecordingField of(IndicatorId indicator, MeasureId measure) {
        return new RecordingField(indicator, measure, Kind.OF);
    }

    public static RecordingField asOf(IndicatorId indicator) {
        return new RecordingField(indicator, null, Kind.AS_OF);
    }

    public static RecordingField note(IndicatorId indicator) {
        return new RecordingField(indicator, null, Kind.NOTE);
    }

    public Optional<MeasureId> measure() {
        return Optional.ofNullable(measureId);
    }

    /** The form in the database, unique within the indicator, such as {@code spending.value}. */
    public String key() {
        return measure().map(id -> id + "." + kind.key()).orElseGet(kind::key);
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static RecordingField parse(IndicatorId indicator, String key) {
        int dot = key.indexOf('.');
        Kind kind = Kind.valueOf(key.substring(dot + 1).toUpperCase(Locale.ROOT));
        return new RecordingField(
                indicator, dot < 0 ? null : MeasureId.of(key.substring(0, dot)), kind);
    }
}
