package districtkpi.importer.source;

import districtkpi.domain.place.DistrictCode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of a sheet by their districts. */
record SheetRows(SheetColumns columns, Map<DistrictCode, DistrictRows> rowsOf) {

    boolean has(DistrictCode district) {
        DistrictRows rows = rowsOf.get(district);
        return rows != null && rows.count() > 0;
    }

    /** Of all districts. */
    int count() {
        return rowsOf.values().stream().mapToInt(DistrictRows::count).sum();
    }

    /** The districts that have rows. */
    Set<DistrictCode> districts() {
        return rowsOf.keySet().stream().filter(this::has).collect(Collectors.toSet());
    }
}
