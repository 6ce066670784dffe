package districtkpi.db.result;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The imports and their measurements; nothing is ever changed or deleted. */
public interface ImportRepository {

    /** The newest imports first. */
    default List<StoredImport> findNewest(int limit) {
        return findNewest(Long.MAX_VALUE, limit);
    }

    /**
     * The newest imports before another one first, which leads from page to page whatever comes in
     * meanwhile.
     *
     * @param before only imports with a smaller id
     */
    List<StoredImport> findNewest(long before, int limit);

    Optional<StoredImport> find(long id);

    /** The import of exactly these bytes, if there was one. */
    Optional<StoredImport> findBySha256(String sha256);

    /** The original bytes of an imported file. */
    Optional<byte[]> content(long id);

    /**
     * Makes other imports of the same round wait until the caller's transaction ends, so that what
     * is compared stays true until it is stored. Must run in a transaction of the caller.
     */
    void lock(RoundId round);

    /**
     * Stores an import with its file and its measurements. Must run in a transaction of the caller.
     *
     * @return the id of the import
     */
    long add(NewImport newImport, List<NewMeasurement> measurements);

    /**
     * The measurements that count on a day: of each measure of each district the newest {@code
     * asOf} not after that day, and for the same {@code asOf} the later import.
     */
    List<Measurement> findCounting(RoundId round, LocalDate day);

    /**
     * The measurements that count on a day, of the districts of one province.
     *
     * @param provinceCode two digits
     */
    List<Measurement> findCounting(RoundId round, String provinceCode, LocalDate day);

    /** All measurements of a round in the order in which they were stored. */
    List<Measurement> findAll(RoundId round);

    /** The days that the measurements of a round describe, newest first, each once. */
    List<LocalDate> findDays(RoundId round);

    /** All measurements of one district in a round, in the order in which they were stored. */
    List<Measurement> findAll(RoundId round, DistrictCode district);

    /**
     * What was first reported for the day that counts: of each measure of the district the newest
     * {@code asOf} not after a day, and for the same {@code asOf} the earliest import. Where
     * nothing was corrected it is what {@link #findCounting} gives.
     */
    List<Measurement> findFirstReported(RoundId round, DistrictCode district, LocalDate day);
}
