package districtkpi.db.map;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of the boundaries on the map.
 *
 * @param version from 1
 * @param geoJson a collection of polygons, each with the code of its district; absent where the map
 *     went back to tiles
 * @param licence whose the boundaries are and under which terms; empty without any
 * @param by the name of the account; empty where it is not known
 */
public record MapBoundary(
        int version, Optional<String> geoJson, String licence, Instant addedAt, String by) {}
