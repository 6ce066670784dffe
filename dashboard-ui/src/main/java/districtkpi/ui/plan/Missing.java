package districtkpi.ui.plan;

import districtkpi.office.words.Words;
import districtkpi.scoring.plan.MissingAssumption;

/** What a plan assumes of figures that nobody reported, as the address says it. */
enum Missing {
    SKIP(MissingAssumption.LEFT_OUT),
    ASSUME(MissingAssumption.AT_LOWEST),
    ASSUME_BEST(MissingAssumption.AT_HIGHEST);

    private final MissingAssumption assumption;

    Missing(MissingAssumption assumption) {
        this.assumption = assumption;
    }

    MissingAssumption assumption() {
        return assumption;
    }

    String label(Words words) {
        return switch (this) {
            case SKIP -> words.of("plan.missing.skip");
            case ASSUME -> words.of("plan.missing.assume");
            case ASSUME_BEST -> words.of("plan.missing.assume-best");
        };
    }
}
