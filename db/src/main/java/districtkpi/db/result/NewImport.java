package districtkpi.db.result;

import districtkpi.domain.agreement.RoundId;
import java.util.List;
import java.util.Set;

/**
 * Figures about to be committed; see {@link StoredImport} for the parts.
 *
 * @param cellCorrections what was put in the place of cells of the file
 * @param cellCorrectionsSha256 stands for them; empty for none
 */
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
        boolean demonstration,
        List<NewCellCorrection> cellCorrections,
        String cellCorrectionsSha256) {

    public NewImport {
        rounds = Set.copyOf(rounds);
        cellCorrections = List.copyOf(cellCorrections);
    }

    /** Of a file that was read as it came. */
    public NewImport(
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
        this(
                kind,
                file,
                content,
                sha256,
                rounds,
                rows,
                created,
                changed,
                unchanged,
                warnings,
                demonstration,
                List.of(),
                "");
    }
}
