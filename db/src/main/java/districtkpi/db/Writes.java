package districtkpi.db;

import districtkpi.db.scope.Moments;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Select;

/** Ends what was answered before a statement that may have written outside of a transaction. */
final class Writes implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient Moments moments;

    Writes(Moments moments) {
        this.moments = moments;
    }

    @Override
    public void end(ExecuteContext context) {
        if (!(context.query() instanceof Select)) {
            moments.written();
        }
    }
}
