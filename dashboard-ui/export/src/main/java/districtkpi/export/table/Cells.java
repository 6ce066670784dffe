package districtkpi.export.table;

import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.PlainDecimal;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/** Cells of the forms that several tables have. */
public final class Cells {

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
    public static Cell word(Optional<?> word) {
        return word.<Cell>map(w -> new Cell.Word(w.toString())).orElseGet(Cell.Absent::new);
    }

    /** An exact number where there is one, printed with at most four places. */
    static Cell exact(Optional<BigFraction> number) {
        return number.<Cell>map(n -> new Cell.Decimal(new BigDecimal(PlainDecimal.of(n))))
                .orElseGet(Cell.Absent::new);
    }

    /** A figure as a results file has it. */
    public static Cell value(MeasuredValue value) {
        return switch (value) {
            case MeasuredValue.Ratio ratio -> decimal(ratio.value());
            case MeasuredValue.Percentage percentage ->
                    new Cell.Word(percentage.percent().stripTrailingZeros().toPlainString() + "%");
            case MeasuredValue.Count count -> decimal(count.count());
            case MeasuredValue.Quantity number -> decimal(number.number());
            case MeasuredValue.Done done ->
                    new Cell.Word(done.day().map(Object::toString).orElse("yes"));
            case MeasuredValue.NotDone _ -> new Cell.Word("no");
            case MeasuredValue.Day day -> new Cell.Word(day.day().toString());
            case MeasuredValue.NotApplicable _ -> new Cell.Word("n/a");
        };
    }

    /** What a share is of; nothing for all others. */
    public static Cell of(MeasuredValue value) {
        return value instanceof MeasuredValue.Ratio ratio ? decimal(ratio.of()) : new Cell.Absent();
    }
}
