package districtkpi.db.map;

import java.util.Optional;

/** The boundaries on the map; versions are never changed or deleted. */
public interface MapBoundaryRepository {

    /** The newest version; absent before the first. */
    Optional<MapBoundary> findNewest();

    /**
     * Adds a version, within the caller's transaction.
     *
     * @param version one more than the newest
     * @param geoJson absent to go back to tiles
     * @param licence in one line of at most 200 characters; empty without boundaries
     * @throws org.springframework.dao.DuplicateKeyException if there is such a version meanwhile
     */
    void add(int version, Optional<String> geoJson, String licence);
}
