package districtkpi.db.publication;

import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;

/** What was measured as a short English text, exact, for records and files. */
public final class FigureText {

    private FigureText() {}

    /**
     * Such as {@code 46 of 50}, {@code 82.5 %}, {@code done on 2022-03-04}, {@code n/a: reason}.
     */
    public static String of(MeasuredValue value) {
        return switch (value) {
            case MeasuredValue.Ratio(BigDecimal part, BigDecimal of) ->
                    part.toPlainString() + " of " + of.toPlainString();
            case MeasuredValue.Percentage(BigDecimal percent) -> percent.toPlainString() + " %";
            case MeasuredValue.Count(BigDecimal count) -> count.toPlainString();
            case MeasuredValue.Quantity(BigDecimal number) -> number.toPlainString();
            case MeasuredValue.Done done -> done.day().map(day -> "done on " + day).orElse("done");
            case MeasuredValue.NotDone() -> "not done";
            case MeasuredValue.Day day -> "on " + day.day();
            case MeasuredValue.NotApplicable(String note) -> "n/a: " + note;
        };
    }
}
