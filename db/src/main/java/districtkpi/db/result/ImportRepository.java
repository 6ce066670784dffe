package districtkpi.db.result;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The imports and their measurements; nothing is ever changed or deleted. An import can be undone,
 * though, and what only it says counts no longer: wherever measurements are asked for, these are
 * left out.
 */
public interface ImportRepository {

    /** The newest imports first. */
    default List<StoredImport> findNewest(int limit) {
        return findNewest(ImportFilter.ALL, Long.MAX_VALUE, limit);
    }

    /**
     * The newest imports before another one first, which leads from page to page whatever comes in
     * meanwhile.
     *
     * @param filter which are asked for
     * @param before only imports with a smaller id
     */
    List<StoredImport> findNewest(ImportFilter filter, long before, int limit);

    Optional<StoredImport> find(long id);

    /** The import in force of exactly these bytes, read as they came; there is one at the most. */
    default Optional<StoredImport> findBySha256(String sha256) {
        return findBySha256(sha256, "");
    }

    /**
     * The import in force of exactly these bytes with the same cells mended; there is one at the
     * most.
     *
     * @param cellCorrectionsSha256 what stands for what was mended; empty for nothing
     */
    Optional<StoredImport> findBySha256(String sha256, String cellCorrectionsSha256);

    /** Whether exactly these bytes were ever imported, even if that was undone. */
    boolean wasImported(String sha256);

    /** The original bytes of an imported file. */
    Optional<byte[]> content(long id);

    /**
     * Writes the original bytes of an imported file, piece by piece.
     *
     * @return false, with nothing written, if there is no such import
     */
    boolean writeContent(long id, OutputStream target) throws IOException;

    /**
     * Stores the bytes of a file, piece by piece, unless the same bytes are stored already; {@link
     * #add} then takes an import of them without. Must run in a transaction of the caller.
     *
     * @param sha256 of the bytes
     * @throws IllegalArgumentException if that is not their digest
     */
    void addContent(String sha256, InputStream content) throws IOException;

    /**
     * Makes other imports of the same round wait until the caller's transaction ends, so that what
     * is compared stays true until it is stored. Must run in a transaction of the caller.
     */
    void lock(RoundId round);

    /**
     * Stores an import with its file and its measurements. Must run in a transaction of the caller.
     * The bytes of the file are not looked at if those of its digest are stored already.
     *
     * @return the id of the import
     */
    long add(NewImport newImport, List<NewMeasurement> measurements);

    /**
     * Records what an import that was just added says without storing it again. Must run in the
     * same transaction.
     */
    void confirm(long importId, List<NewConfirmation> confirmations);

    /**
     * Takes an import back, under the locks of its rounds, and withdraws the measurements that no
     * other import in force says. Must run in a transaction of the caller.
     *
     * @param reason may be empty
     * @return the id of the undo
     * @throws org.springframework.dao.DuplicateKeyException if the import was undone already
     */
    long undo(long importId, String reason);

    /**
     * All that an import says, by line: what it brought and what it confirmed, each with the row of
     * its own file. Nothing for an import that is undone.
     */
    List<Measurement> findSaid(long importId);

    /**
     * The newest import in force after another one, of a round that both have, that may have
     * confirmed figures of the other one without a record of it: such were not kept at first.
     */
    Optional<StoredImport> findUnrecordedAfter(long importId);

    /**
     * The measurements that count on a day: of each measure of each district the newest {@code
     * asOf} not after that day, and for the same {@code asOf} the later import.
     */
    List<Measurement> findCounting(RoundId round, LocalDate day);

    /** What {@link #findCounting} gives by the number that each measurement is stored under. */
    Map<Long, Measurement> findCountingById(RoundId round, LocalDate day);

    /** What {@link #findCounting} would give if an import were undone. */
    List<Measurement> findCountingWithout(long importId, RoundId round, LocalDate day);

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

    /**
     * Freezes measurements for a publication, each with the row that says it now. Must run in a
     * transaction of the caller.
     *
     * @param measurements by the number that each is stored under
     */
    void freeze(long publicationId, Map<Long, Measurement> measurements);

    /** The measurements of a publication, in the order of districts and measures. */
    List<Measurement> findFrozen(long publicationId);
}
