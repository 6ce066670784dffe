package districtkpi.importer.source;

import java.util.Locale;

/** What stands in the cells of a column, and in which form it is kept. */
public enum ColumnType {
    /** A district by code or name. Kept as its code, beside the cells. */
    DISTRICT,
    /** Eight digits, the first four of which are the district. Kept as text. */
    VILLAGE_CODE,
    /** Kept clean: without invisible characters, with plain spaces. */
    TEXT,
    /** An exact number. */
    NUMBER,
    /** A whole number. */
    COUNT,
    /** A number with or without a percent sign; the number is kept. */
    PERCENT,
    /** A day, kept as in ISO 8601. */
    DAY,
    /** A month, kept as its first day. */
    MONTH,
    /** One or two quarters of a fiscal year: {@code 1} to {@code 4}, {@code 1-2}, {@code 3-4}. */
    QUARTER,
    /** A fiscal year of the Buddhist era, four digits. */
    FISCAL_YEAR,
    /** The first or the second time in a fiscal year: {@code 1} or {@code 2}. */
    TIME_OF_YEAR,
    /** One of the options of the column, kept as its key. */
    CHOICE,
    /** Yes or no. */
    FLAG;

    /** The form used in descriptions. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isNumber() {
        return this == NUMBER || this == COUNT || this == PERCENT;
    }

    /** Whether it is so much or so many, and so may be part of a sum. */
    boolean isAmount() {
        return this == NUMBER || this == COUNT;
    }

    public boolean isDay() {
        return this == DAY || this == MONTH;
    }
}
