package districtkpi.ui.wiring;

import districtkpi.db.DatabaseRefusedException;
import districtkpi.db.embedded.EmbeddedDatabaseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says why the program does not start, in the two sentences of whoever refused, without a trace.
 */
class StartRefusal implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseRefusedException
                    || cause instanceof EmbeddedDatabaseException) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
            }
        }
        return null;
    }
}
