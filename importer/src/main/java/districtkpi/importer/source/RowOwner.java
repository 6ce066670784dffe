package districtkpi.importer.source;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import java.util.Optional;

/** Whose a row is, as far as a cell says so. */
sealed interface RowOwner {

    record Of(DistrictCode district) implements RowOwner {}

    /**
     * Nobody: it is the sum of other rows.
     *
     * @param district that it is the total of, as far as it says so
     */
    record Total(Optional<DistrictCode> district) implements RowOwner {}

    record Province() implements RowOwner {}

    record Nobody() implements RowOwner {}

    record Unknown(Optional<LocalizedText> suggestion) implements RowOwner {}
}
