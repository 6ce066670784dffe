package districtkpi.db.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who acts now, for services that record it or that depend on it. Safe for use by several threads.
 */
@FunctionalInterface
public interface CurrentAccount {

    /** The program itself: nobody signed in. */
    CurrentAccount NOBODY = Optional::empty;

    /** Absent where the program acts by itself, as at its first start. */
    Optional<SignedIn> get();

    /** What is stored of who acts; absent where the program acts by itself. */
    default @Nullable Long accountId() {
        return get().map(SignedIn::accountId).orElse(null);
    }
}
