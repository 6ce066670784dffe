package districtkpi.db.result;

import java.util.Collection;
import java.util.List;

/**
 * What was read in the place of cells of the imported files. It is stored with its import ({@link
 * NewImport}); nothing is ever changed or deleted.
 */
public interface CellCorrectionRepository {

    /**
     * What was mended in the files of some imports, by import and place.
     *
     * @param imports their ids
     */
    List<StoredCellCorrection> find(Collection<Long> imports);
}
