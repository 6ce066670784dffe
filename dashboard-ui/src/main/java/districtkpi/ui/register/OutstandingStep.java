package districtkpi.ui.register;

import districtkpi.db.register.RegisterEntry;

/** What districts still owe that are shown alone. */
enum OutstandingStep {
    /** Anything: those to chase. */
    ANYTHING,
    /** Not every indicator is handed in. */
    RECORDING,
    /** The province did not receive the printed report. */
    REPORT;

    boolean isOf(RegisterEntry entry) {
        return switch (this) {
            case ANYTHING -> entry.isToChase();
            case RECORDING -> !entry.isRecorded();
            case REPORT -> entry.receipt().isEmpty();
        };
    }
}
