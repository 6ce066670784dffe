package districtkpi.importer.agreement;

import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Reads the plain figures of fixtures; what real files may contain is the results' business. */
final class FigureText {

    private FigureText() {}

    /**
     * A figure from its two cells.
     *
     * @param of empty where there is none
     * @param note the reason where the value is {@code n/a}
     */
    static MeasuredValue read(MeasureKind kind, String value, String of, String note) {
        if (value.equals("n/a")) {
            return new MeasuredValue.NotApplicable(note);
        }
        return switch (kind) {
            case SHARE, GROWTH, REDUCTION ->
                    value.endsWith("%")
                            ? new MeasuredValue.Percentage(new BigDecimal(value.replace("%", "")))
                            : new MeasuredValue.Ratio(new BigDecimal(value), new BigDecimal(of));
            case COUNT -> new MeasuredValue.Count(new BigDecimal(value));
            case NUMBER -> new MeasuredValue.Quantity(new BigDecimal(value));
            case DONE ->
                    switch (value) {
                        case "yes" -> new MeasuredValue.Done(null);
                        case "no" -> new MeasuredValue.NotDone();
                        default -> new MeasuredValue.Done(LocalDate.parse(value));
                    };
            case DATE -> new MeasuredValue.Day(LocalDate.parse(value));
        };
    }
}
