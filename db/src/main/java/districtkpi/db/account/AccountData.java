package districtkpi.db.account;

import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of an account.
 *
 * @param post the name of the post, such as นักวิชาการพัฒนาชุมชน; may be empty
 * @param districtCode of a district's account, and of no other
 * @param unitId the responsible unit of a planner's account, and of no other
 */
public record AccountData(
        AccountName name,
        String post,
        Role role,
        @Nullable DistrictCode districtCode,
        @Nullable UnitId unitId) {

    private static final int MAX_POST_LENGTH = 120;

    public AccountData {
        post = post.strip();
        if (post.codePointCount(0, post.length()) > MAX_POST_LENGTH
                || post.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A post is one line of at most 120 letters");
        }
        if ((role == Role.DISTRICT) != (districtCode != null)) {
            throw new IllegalArgumentException(
                    "A district's account, and no other, has a district");
        }
        if ((role == Role.PLANNER) != (unitId != null)) {
            throw new IllegalArgumentException("A planner's account, and no other, has a unit");
        }
    }

    /** For a role that is about the whole province. */
    public static AccountData of(AccountName name, String post, Role role) {
        return new AccountData(name, post, role, null, null);
    }

    public Optional<DistrictCode> district() {
        return Optional.ofNullable(districtCode);
    }

    public Optional<UnitId> unit() {
        return Optional.ofNullable(unitId);
    }
}
