package districtkpi.db.result;

import districtkpi.domain.result.Measurement;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was read in the place of cells of the imported files. It is stored with its import ({@link
 * NewImport}); nothing is ever changed or deleted.
 */
public interface CellCorrectionRepository {

    /** Stores what was mended in the file of an import that was just added, in its transaction. */
    void add(long importId, List<NewCellCorrection> corrections);

    /**
     * What was mended in the files of some imports, by import and place.
     *
     * @param imports their ids
     */
    List<StoredCellCorrection> find(Collection<Long> imports);

    /**
     * What was mended in the rows that figures came from: of a results file in the row of each, of
     * an extract in all rows of the figure's district. Figures of files that were read as they came
     * cost nothing.
     *
     * @return by figure; those without are left out
     */
    Map<Measurement, List<StoredCellCorrection>> findBehind(Collection<Measurement> figures);
}
