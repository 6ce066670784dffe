package districtkpi.ui.plan;

import districtkpi.office.words.Words;

/** The bases that effort can be measured by, in the order in which they are offered. */
enum Effort {
    /** Steps of the ladders that are still missing. */
    UNITS,
    /** How many other districts are not there yet. */
    OTHERS,
    /** Days at the district's own pace so far. */
    PACE,
    /** What the planner thinks. */
    OWN;

    String label(Words words) {
        return switch (this) {
            case UNITS -> words.of("plan.effort.units");
            case OTHERS -> words.of("plan.effort.others");
            case PACE -> words.of("plan.effort.pace");
            case OWN -> words.of("plan.effort.own");
        };
    }

    /** What one of it is. */
    String unit(Words words) {
        return switch (this) {
            case UNITS -> words.of("plan.effort.units.unit");
            case OTHERS -> words.of("plan.effort.others.unit");
            case PACE -> words.of("plan.effort.pace.unit");
            case OWN -> words.of("plan.effort.own.unit");
        };
    }

    String explanation(Words words) {
        return switch (this) {
            case UNITS -> words.of("plan.effort.units.text");
            case OTHERS -> words.of("plan.effort.others.text");
            case PACE -> words.of("plan.effort.pace.text");
            case OWN -> words.of("plan.effort.own.text");
        };
    }
}
