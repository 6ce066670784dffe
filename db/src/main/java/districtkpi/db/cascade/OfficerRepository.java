package districtkpi.db.cascade;

import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Optional;

/** The officers of districts. They are never deleted. */
public interface OfficerRepository {

    /** All of a district, retired or not, in the order in which they came. */
    List<Officer> find(DistrictCode district);

    Optional<Officer> find(long id);

    /**
     * Waits for others who write for an officer, and holds the officer until the caller's
     * transaction ends.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such officer
     */
    Officer lock(long id);

    /**
     * Adds an officer who serves.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one with that post and name serves
     *     there
     */
    Officer add(DistrictCode district, OfficerData data);

    /**
     * Renames an officer, or lets one retire or come back.
     *
     * @param version that was seen
     * @throws org.springframework.dao.DuplicateKeyException if another one with that post and name
     *     serves there
     * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed
     *     the officer meanwhile
     */
    Officer change(long id, int version, OfficerData data, boolean retired);
}
