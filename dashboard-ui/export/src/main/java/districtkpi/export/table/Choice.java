package districtkpi.export.table;

import java.util.Set;

/** What can be chosen of a table. */
public enum Choice {
    DISTRICT,
    SECTION,
    INDICATOR,
    UNIT,
    CONCEPT,
    STATUS,
    /** Several districts side by side, in an order. */
    DISTRICTS,
    MEASURE,
    /** Other weights, thresholds and shares than those that were agreed. */
    DRAFT;

    /** What restricts a table to some of its indicators. */
    static final Set<Choice> PARTS = Set.of(SECTION, INDICATOR, UNIT, CONCEPT);

    /** What restricts a table to some of its districts and indicators. */
    static final Set<Choice> DISTRICT_AND_PARTS =
            Set.of(DISTRICT, SECTION, INDICATOR, UNIT, CONCEPT);
}
