package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Figures of a district as they could come in, most of them near the thresholds. */
public final class RandomFigures {

    private static final LocalDate DEADLINE = LocalDate.of(2022, 3, 4);

    private RandomFigures() {}

    /**
     * Some of the figures.
     *
     * @param absent the part of the figures that is missing, 0–1; one in fifty does not apply
     */
    public static Map<MeasureKey, MeasuredValue> of(
            Agreement agreement, Random random, double absent) {
        Map<MeasureKey, MeasuredValue> figures = complete(agreement, random);
        figures.keySet().removeIf(_ -> random.nextDouble() < absent);
        figures.replaceAll((_, value) ->
                random.nextInt(50) == 0 ? new MeasuredValue.NotApplicable("reason") : value);
        return figures;
    }

    public static Map<MeasureKey, MeasuredValue> complete(Agreement agreement, Random random) {
        Map<MeasureKey, MeasuredValue> figures = new HashMap<>();
        List<Indicator> indicators = agreement.indicators().toList();
        for (Indicator indicator : indicators) {
            for (Measure measure : indicator.measures()) {
                figures.put(indicator.key(measure.id()), value(measure, random));
            }
        }
        return figures;
    }

    private static MeasuredValue value(Measure measure, Random random) {
        return switch (measure.kind()) {
            case SHARE -> ratio(measure, random, 60 + random.nextInt(41));
            case GROWTH -> ratio(measure, random, 100 + random.nextInt(20));
            case REDUCTION -> ratio(measure, random, 85 + random.nextInt(20));
            case COUNT -> new MeasuredValue.Count(BigDecimal.valueOf(random.nextInt(4)));
            case NUMBER ->
                    new MeasuredValue.Quantity(BigDecimal.valueOf(random.nextInt(60) - 20L, 1));
            case DONE ->
                    random.nextInt(8) == 0
                            ? new MeasuredValue.NotDone()
                            : new MeasuredValue.Done(null);
            case DATE -> new MeasuredValue.Day(DEADLINE.plusDays(random.nextInt(5) - 3));
        };
    }

    private static MeasuredValue ratio(Measure measure, Random random, int percent) {
        int decimals = measure.countedIn().orElseThrow().decimals();
        long of = 100L * (1 + random.nextInt(decimals == 0 ? 5 : 500_000));
        return new MeasuredValue.Ratio(
                BigDecimal.valueOf(of / 100 * percent).setScale(decimals),
                BigDecimal.valueOf(of).setScale(decimals));
    }
}
