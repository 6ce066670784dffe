package districtkpi.db.extract;

import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;

/** How many rows a measure is about, of one district on one sheet. */
public record RowCount(Key key, int rows) {

    /**
     * What is counted.
     *
     * @param sheet its number
     */
    public record Key(DistrictCode district, MeasureId measure, int sheet) {}
}
