package districtkpi.domain.agreement;

import java.util.Comparator;

/** A measure of an indicator; together the two names are unique within an agreement. */
public record MeasureKey(IndicatorId indicator, MeasureId measure)
        implements Comparable<MeasureKey> {

    private static final Comparator<MeasureKey> ORDER =
            Comparator.comparing(MeasureKey::indicator).thenComparing(MeasureKey::measure);

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is not of the form {@code
     *     P1.households_developed}
     */
    public static MeasureKey parse(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            throw new IllegalArgumentException(
                    "A measure is written as indicator and measure, such as"
                            + " P1.households_developed: "
                            + text);
        }
        return new MeasureKey(
                IndicatorId.of(text.substring(0, point)), MeasureId.of(text.substring(point + 1)));
    }

    @Override
    public int compareTo(MeasureKey other) {
        return ORDER.compare(this, other);
    }

    /** The form of the wide file's column, such as {@code P1.households_developed}. */
    @Override
    public String toString() {
        return indicator + "." + measure;
    }
}
