package districtkpi.db.result;

import districtkpi.db.account.AccountName;
import districtkpi.domain.place.DistrictCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read in the place of a cell of an imported file, which itself stays as it came.
 *
 * @param sheet of a workbook; empty for a text, and for results in a workbook that has one sheet
 * @param line of the file, or of the sheet, on which the row starts
 * @param column its place in the row, from 1
 * @param heading of the column
 * @param before what the file says
 * @param after what was read instead
 * @param district whose row it is; absent where no figure came of the row alone
 * @param account of who did it
 */
public record StoredCellCorrection(
        long importId,
        String sheet,
        int line,
        int column,
        String heading,
        String before,
        String after,
        @Nullable DistrictCode district,
        Instant correctedAt,
        @Nullable AccountName account) {

    public Optional<DistrictCode> ofDistrict() {
        return Optional.ofNullable(district);
    }

    /** Absent where there was no sign-in. */
    public Optional<AccountName> correctedBy() {
        return Optional.ofNullable(account);
    }
}
