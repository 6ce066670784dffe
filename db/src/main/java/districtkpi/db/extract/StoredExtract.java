package districtkpi.db.extract;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An extract that was taken in; see {@link NewExtract} for the parts. */
public record StoredExtract(
        long id,
        long importId,
        RoundId round,
        String source,
        LocalDate asOf,
        @Nullable DistrictCode district,
        String description,
        String descriptionSha256,
        int leftOut) {

    public Optional<DistrictCode> ofDistrict() {
        return Optional.ofNullable(district);
    }
}
