package districtkpi.domain.place;

import districtkpi.domain.LocalizedText;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A district with the name that it had during a span of days.
 *
 * <p>A code can be given to another district later (the eight districts that became Bueng Kan had
 * codes of Nong Khai), hence the validity.
 *
 * @param name without the word "district" (อำเภอ)
 * @param validFrom first day, inclusive
 * @param validTo last day, inclusive; null while it is still valid
 */
public record District(
        DistrictCode code, LocalizedText name, LocalDate validFrom, @Nullable LocalDate validTo) {

    public District {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("District " + code + " ends before it starts");
        }
    }

    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(validTo);
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
