package districtkpi.db.scope;

import districtkpi.db.account.SignedIn;
import districtkpi.domain.place.DistrictCode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whose rows the database shows.
 *
 * @param province whether every district's
 * @param district else the code of the one; empty for nobody's: accounts, agreements, places and
 *     what was published are there all the same
 * @see "Decision record 0038: row-level security"
 */
public record RowScope(boolean province, String district) {

    private static final RowScope PROVINCE = new RowScope(true, "");
    private static final RowScope NOBODY = new RowScope(false, "");

    private static final ScopedValue<RowScope> WORKING_FOR = ScopedValue.newInstance();

    /**
     * That of whoever acts, unless the running step works {@linkplain #inProvince for the
     * province}; nobody's where nobody acts.
     */
    static RowScope of(Optional<SignedIn> current) {
        if (WORKING_FOR.isBound()) {
            return WORKING_FOR.get();
        }
        return current.map(who -> who.district().map(RowScope::of).orElse(PROVINCE)).orElse(NOBODY);
    }

    private static RowScope of(DistrictCode district) {
        return new RowScope(false, district.value());
    }

    /**
     * Runs a step that needs every district's rows, whoever asked for it: what the program does by
     * itself, or what ranks a round anew. The step sees to it by itself that whoever acts may have
     * it done, and begins its transaction inside.
     */
    public static <T> T inProvince(Supplier<T> step) {
        return ScopedValue.where(WORKING_FOR, PROVINCE).call(step::get);
    }

    /** Runs such a step that gives nothing back. */
    public static void inProvince(Runnable step) {
        ScopedValue.where(WORKING_FOR, PROVINCE).run(step);
    }
}
