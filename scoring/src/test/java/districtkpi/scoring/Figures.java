package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Reads the figures of fixtures, written as in {@code docs/method/vectors.csv}. */
public final class Figures {

    private Figures() {}

    /**
     * The figures of one indicator.
     *
     * @param given such as {@code households_trained=38/40; target_database=yes}; may be empty
     */
    public static Map<MeasureKey, MeasuredValue> of(
            Agreement agreement, String indicator, String given) {
        Map<MeasureKey, MeasuredValue> figures = new HashMap<>();
        for (String part : given.split(";", -1)) {
            if (!part.isBlank()) {
                String[] sides = part.strip().split("=", 2);
                MeasureKey key = new MeasureKey(IndicatorId.of(indicator), MeasureId.of(sides[0]));
                Measure measure = agreement.measure(key).orElseThrow();
                figures.put(key, value(measure.kind(), sides[1]));
            }
        }
        return figures;
    }

    /**
     * One figure.
     *
     * @param text {@code 38/40}, {@code 82.5%}, {@code 2}, {@code yes}, {@code no}, {@code
     *     2022-03-04} or {@code n/a: reason}
     */
    public static MeasuredValue value(MeasureKind kind, String text) {
        if (text.startsWith("n/a: ")) {
            return new MeasuredValue.NotApplicable(text.substring("n/a: ".length()));
        }
        return switch (kind) {
            case SHARE, GROWTH, REDUCTION -> {
                if (text.endsWith("%")) {
                    yield new MeasuredValue.Percentage(
                            new BigDecimal(text.substring(0, text.length() - 1)));
                }
                String[] sides = text.split("/", 2);
                yield new MeasuredValue.Ratio(new BigDecimal(sides[0]), new BigDecimal(sides[1]));
            }
            case COUNT -> new MeasuredValue.Count(new BigDecimal(text));
            case NUMBER -> new MeasuredValue.Quantity(new BigDecimal(text));
            case DONE ->
                    switch (text) {
                        case "yes" -> new MeasuredValue.Done(null);
                        case "no" -> new MeasuredValue.NotDone();
                        default -> new MeasuredValue.Done(LocalDate.parse(text));
                    };
            case DATE ->
                    text.equals("no")
                            ? new MeasuredValue.NotDone()
                            : new MeasuredValue.Day(LocalDate.parse(text));
        };
    }
}
