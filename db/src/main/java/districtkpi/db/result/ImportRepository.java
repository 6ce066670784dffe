package districtkpi.db.result;

import districtkpi.domain.agreement.RoundId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
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
     * Takes an import back, under the locks of its rounds, and withdraws the measurements that no
     * other import in force says. Must run in a transaction of the caller.
     *
     * @param reason may be empty
     * @throws org.springframework.dao.DuplicateKeyException if the import was undone already
     */
    UndoneImport undo(long importId, String reason);

    /**
     * The newest import in force after another one, of a round that both have, that may have
     * confirmed figures of the other one without a record of it: such were not kept at first.
     */
    Optional<StoredImport> findUnrecordedAfter(long importId);
}
