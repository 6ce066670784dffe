package districtkpi.db.result;

import districtkpi.domain.place.DistrictCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was put in the place of a cell of a file that is about to be committed; see {@link
 * StoredCellCorrection} for the parts.
 */
public record NewCellCorrection(
        String sheet,
        int line,
        int column,
        String heading,
        String before,
        String after,
        @Nullable DistrictCode district,
        Instant correctedAt) {}
