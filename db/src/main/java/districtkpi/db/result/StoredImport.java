package districtkpi.db.result;

import districtkpi.db.account.AccountName;
import districtkpi.domain.agreement.RoundId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Figures that were committed, with the file that they came in.
 *
 * @param kind by which way they came in
 * @param file for what was recorded online, the one that was made of it
 * @param rounds that it has results of
 * @param rows data rows of the file
 * @param created figures that were not known before
 * @param changed figures that differ from those known before
 * @param unchanged figures that were known already
 * @param demonstration true for made-up results
 * @param undo where it was taken back
 * @param account of who brought it in
 * @param mendedCells cells of the file in whose place something else was read
 */
public record StoredImport(
        long id,
        ImportKind kind,
        String file,
        String sha256,
        Instant committedAt,
        SortedSet<RoundId> rounds,
        int rows,
        int created,
        int changed,
        int unchanged,
        int warnings,
        boolean demonstration,
        @Nullable StoredUndo undo,
        @Nullable AccountName account,
        int mendedCells) {

    /** Absent where the program took it in by itself, or before there was a sign-in. */
    public Optional<AccountName> broughtBy() {
        return Optional.ofNullable(account);
    }

    /** Absent while the import is in force. */
    public Optional<StoredUndo> undone() {
        return Optional.ofNullable(undo);
    }
}
