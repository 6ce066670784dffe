package districtkpi.office.access;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Whether whoever is signed in may do something. Every act of the office asks it first, whoever
 * asked before, so that an act is held to the same rule from a page and from a call.
 */
@Component
public final class Permit {

    private static final ScopedValue<Boolean> PROGRAM = ScopedValue.newInstance();

    private final CurrentAccount current;

    public Permit(CurrentAccount current) {
        this.current = current;
    }

    /**
     * Runs what the program does by itself, such as filling an empty database: it may, as long as
     * nobody is signed in.
     */
    public static void byProgram(Runnable step) {
        ScopedValue.where(PROGRAM, true).run(step);
    }

    /** Whether whoever is signed in may do something. */
    public boolean allows(Permission permission) {
        return allows(permission, _ -> true);
    }

    /** Whether whoever is signed in may do something to a district; a district's to its own. */
    public boolean allows(Permission permission, DistrictCode district) {
        return allows(
                permission, who -> who.district().filter(own -> !own.equals(district)).isEmpty());
    }

    /** Refuses whoever may not. */
    public void require(Permission permission) {
        require(allows(permission));
    }

    /** Refuses somebody who may not do it to what is one's own. */
    public static void require(Permission permission, SignedIn who) {
        require(who.may(permission));
    }

    /** Refuses whoever may not do it to a district. */
    public void require(Permission permission, DistrictCode district) {
        require(allows(permission, district));
    }

    /** Refuses whoever may not do it to an indicator; a planner to those of the own unit. */
    public void require(Permission permission, Indicator indicator) {
        require(allows(permission, who -> who.answersFor(indicator)));
    }

    /** Refuses whatever the program does not do by itself. */
    public void requireProgram() {
        require(PROGRAM.isBound() && current.get().isEmpty());
    }

    private boolean allows(Permission permission, Predicate<SignedIn> own) {
        return current.get()
                .map(who -> who.may(permission) && own.test(who))
                .orElseGet(PROGRAM::isBound);
    }

    private static void require(boolean allowed) {
        Refused.refuseIf(!allowed, Reason.NOT_YOURS);
    }
}
