package districtkpi.db.result;

import districtkpi.domain.agreement.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * Which imports are asked for.
 *
 * @param kind only these; absent: all
 * @param round only those with results of it; absent: of any
 */
public record ImportFilter(@Nullable ImportKind kind, @Nullable RoundId round) {

    /** All imports. */
    public static final ImportFilter ALL = new ImportFilter(null, null);
}
