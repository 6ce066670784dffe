package districtkpi.ui.api;

import districtkpi.scoring.PlainDecimal;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.math3.fraction.BigFraction;

/** Cells of the forms that several tables have. */
final class Cells {

    private Cells() {}

    /** A number as it is kept, without zeros at its end. */
    static Cell decimal(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return new Cell.Decimal(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
    }

    static Cell whole(OptionalInt number) {
        return number.isPresent()
                ? new Cell.Decimal(BigDecimal.valueOf(number.getAsInt()))
                : new Cell.Absent();
    }

    /** A word where there is one. */
    static Cell word(Optional<?> word) {
        return word.<Cell>map(w -> new Cell.Word(w.toString())).orElseGet(Cell.Absent::new);
    }

    /** An exact number where there is one, printed with at most four places. */
    static Cell exact(Optional<BigFraction> number) {
        return number.<Cell>map(n -> new Cell.Decimal(new BigDecimal(PlainDecimal.of(n))))
                .orElseGet(Cell.Absent::new);
    }
}
