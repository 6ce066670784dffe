package districtkpi.db.extract;

import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one district give for one measure.
 *
 * @param rows that the measure is about, at least one
 * @param counted those of them that count for the value
 * @param number the value; absent where it is a day or where there is nothing to add
 * @param day the value where it is a day; absent where no row has one
 * @param ofNumber what the value is compared with
 * @param first where the first row is that the measure is about
 */
public record DistrictFigure(
        DistrictCode district,
        MeasureId measure,
        long rows,
        long counted,
        @Nullable BigDecimal number,
        @Nullable LocalDate day,
        @Nullable BigDecimal ofNumber,
        Position first) {

    public Optional<BigDecimal> value() {
        return Optional.ofNullable(number);
    }

    public Optional<LocalDate> onDay() {
        return Optional.ofNullable(day);
    }

    public Optional<BigDecimal> of() {
        return Optional.ofNullable(ofNumber);
    }
}
