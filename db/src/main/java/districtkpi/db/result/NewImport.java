package districtkpi.db.result;

import districtkpi.domain.agreement.RoundId;
import java.util.Set;

/** Figures about to be committed; see {@link StoredImport} for the parts. */
public record NewImport(
        ImportKind kind,
        String file,
        byte[] content,
        String sha256,
        Set<RoundId> rounds,
        int rows,
        int created,
        int changed,
        int unchanged,
        int warnings,
        boolean demonstration) {

    public NewImport {
        rounds = Set.copyOf(rounds);
    }
}
