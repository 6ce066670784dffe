package districtkpi.db.result;

import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A measured value as the columns of a row; the database checks that they fit each other. */
record ValueColumns(
        String kind,
        @Nullable BigDecimal value,
        @Nullable BigDecimal of,
        @Nullable BigDecimal percent,
        @Nullable LocalDate day,
        @Nullable String reason) {

    private static final String RATIO = "ratio";
    private static final String PERCENTAGE = "percentage";
    private static final String COUNT = "count";
    private static final String QUANTITY = "quantity";
    private static final String DONE = "done";
    private static final String NOT_DONE = "not_done";
    private static final String DAY = "day";
    private static final String NOT_APPLICABLE = "not_applicable";

    static ValueColumns of(MeasuredValue measured) {
        return switch (measured) {
            case MeasuredValue.Ratio(BigDecimal value, BigDecimal of) ->
                    new ValueColumns(RATIO, value, of, null, null, null);
            case MeasuredValue.Percentage(BigDecimal percent) ->
                    new ValueColumns(PERCENTAGE, null, null, percent, null, null);
            case MeasuredValue.Count(BigDecimal count) ->
                    new ValueColumns(COUNT, count, null, null, null, null);
            case MeasuredValue.Quantity(BigDecimal number) ->
                    new ValueColumns(QUANTITY, number, null, null, null, null);
            case MeasuredValue.Done(LocalDate on) ->
                    new ValueColumns(DONE, null, null, null, on, null);
            case MeasuredValue.NotDone() ->
                    new ValueColumns(NOT_DONE, null, null, null, null, null);
            case MeasuredValue.Day(LocalDate day) ->
                    new ValueColumns(DAY, null, null, null, day, null);
            case MeasuredValue.NotApplicable(String note) ->
                    new ValueColumns(NOT_APPLICABLE, null, null, null, null, note);
        };
    }

    MeasuredValue toValue() {
        return switch (kind) {
            case RATIO -> new MeasuredValue.Ratio(given(value), given(of));
            case PERCENTAGE -> new MeasuredValue.Percentage(given(percent));
            case COUNT -> new MeasuredValue.Count(given(value));
            case QUANTITY -> new MeasuredValue.Quantity(given(value));
            case DONE -> new MeasuredValue.Done(day);
            case NOT_DONE -> new MeasuredValue.NotDone();
            case DAY -> new MeasuredValue.Day(given(day));
            case NOT_APPLICABLE -> new MeasuredValue.NotApplicable(given(reason));
            default -> throw new IllegalStateException("Unknown kind of value: " + kind);
        };
    }

    private <T> T given(@Nullable T column) {
        return Objects.requireNonNull(column, kind);
    }
}
