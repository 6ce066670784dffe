package districtkpi.db.account;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: an account as it was when it was signed in with.
 *
 * @param version of the account; once it has another one, this one has to sign in again
 * @param permissions those of the role, or fewer where a token gives fewer
 */
public record SignedIn(
        long accountId,
        int version,
        AccountName name,
        Role role,
        @Nullable DistrictCode districtCode,
        @Nullable UnitId unitId,
        Set<Permission> permissions) {

    public SignedIn {
        permissions = Set.copyOf(permissions);
    }

    /** With everything that the role may do. */
    public static SignedIn of(Account account) {
        return new SignedIn(
                account.id(),
                account.version(),
                account.name(),
                account.role(),
                account.data().districtCode(),
                account.data().unitId(),
                account.role().permissions());
    }

    /** With no more than a token gives. */
    public static SignedIn of(Account account, TokenScope scope) {
        Set<Permission> permissions = new HashSet<>(account.role().permissions());
        permissions.retainAll(scope.permissions());
        return new SignedIn(
                account.id(),
                account.version(),
                account.name(),
                account.role(),
                account.data().districtCode(),
                account.data().unitId(),
                permissions);
    }

    /** Present for a district's account, and for no other. */
    public Optional<DistrictCode> district() {
        return Optional.ofNullable(districtCode);
    }

    /** Present for a planner's account, and for no other. */
    public Optional<UnitId> unit() {
        return Optional.ofNullable(unitId);
    }

    /**
     * Whether the results of an indicator are theirs to judge: a planner's are those of the unit.
     */
    public boolean answersFor(Indicator indicator) {
        return unitId == null || indicator.isAnsweredBy(unitId);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
