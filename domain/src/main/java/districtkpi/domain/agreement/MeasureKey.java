package districtkpi.domain.agreement;

import java.util.Comparator;

/** A measure of an indicator; together the two names are unique within an agreement. */
public record MeasureKey(IndicatorId indicator, MeasureId measure)
        implements Comparable<MeasureKey> {

    private static final Comparator<MeasureKey> ORDER =
            Comparator.comparing(MeasureKey::indicator).thenComparing(MeasureKey::measure);

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
