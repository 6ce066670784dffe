package districtkpi.db.cascade;

import districtkpi.domain.place.DistrictCode;

/**
 * An officer of a district's office.
 *
 * @param version counts the changes
 * @param retired whether the officer gets no sheets any more; those of before stay
 */
public record Officer(
        long id, int version, DistrictCode district, OfficerData data, boolean retired) {}
