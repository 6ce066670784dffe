package districtkpi.db.extract;

import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Optional;

/**
 * A row of an extract and what it counted for.
 *
 * @param sheet empty for a text
 * @param cells in the order of the columns that were asked for
 * @param values measures for whose value it counts
 * @param ofs measures for what whose value is compared with it counts
 */
public record ExtractedRow(
        String sheet,
        int line,
        DistrictCode district,
        List<Optional<String>> cells,
        List<MeasureId> values,
        List<MeasureId> ofs) {

    public ExtractedRow {
        cells = List.copyOf(cells);
        values = List.copyOf(values);
        ofs = List.copyOf(ofs);
    }
}
