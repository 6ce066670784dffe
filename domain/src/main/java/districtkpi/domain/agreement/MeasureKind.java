package districtkpi.domain.agreement;

import java.util.Locale;

/** How a measure is stated and what is compared with a threshold. */
public enum MeasureKind {
    /** value ÷ of × 100. */
    SHARE,
    /** (value − of) ÷ of × 100. */
    GROWTH,
    /** (of − value) ÷ of × 100. */
    REDUCTION,
    /** The value itself, a whole number from 0. */
    COUNT,
    /** The value itself, with the decimals of its unit; it may be negative. */
    NUMBER,
    /** Yes or no, or the day on which it was done. */
    DONE,
    /** A day. */
    DATE;

    /** True where a value is compared with another one ({@code of}), giving a percentage. */
    public boolean isRatio() {
        return switch (this) {
            case SHARE, GROWTH, REDUCTION -> true;
            case COUNT, NUMBER, DONE, DATE -> false;
        };
    }

    /** True where the measure is compared with a numeric threshold. */
    public boolean isNumeric() {
        return isRatio() || this == COUNT || this == NUMBER;
    }

    /** The form used in files and the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static MeasureKind parse(String key) {
        for (MeasureKind kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Not a kind of measure: " + key);
    }
}
