package districtkpi.scoring;

import districtkpi.domain.agreement.IndicatorId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An officer's sheet by the levels that the district reached: weight × level score out of 5 ÷ 100,
 * out of 5.00. The weight of indicators that do not apply to the district is spread over the others
 * by their weights, as it is within a section.
 *
 * @param lines in the order of the sheet
 * @param sum of what has a level, on the full weight (what is missing brings nothing yet), 0–5;
 *     absent where nothing has a level
 * @param scoredWeight percent of the effective weight that has a level, 0–100
 */
public record SheetScore(List<Line> lines, Optional<BigFraction> sum, BigFraction scoredWeight) {

    private static final BigFraction WHOLE = BigFraction.of(100);

    public SheetScore {
        lines = List.copyOf(lines);
    }

    /**
     * An indicator of the sheet.
     *
     * @param score of the district; absent where the agreement has no such indicator any more
     * @param effectiveWeight percent of the sheet; absent where the indicator does not apply
     * @param product of the effective weight and the level score, out of 5; absent without a level
     */
    public record Line(
            IndicatorId indicator,
            Optional<IndicatorScore> score,
            Optional<BigFraction> effectiveWeight,
            Optional<BigFraction> product) {}

    /**
     * Adds up.
     *
     * @param weights percent, which total 100, in the order of the sheet
     */
    public static SheetScore of(
            SequencedMap<IndicatorId, BigDecimal> weights, Scorecard scorecard) {
        BigFraction applicable =
                weights.entrySet().stream()
                        .filter(entry -> applies(scorecard, entry.getKey()))
                        .map(entry -> Exact.fraction(entry.getValue()))
                        .reduce(BigFraction.ZERO, BigFraction::add);
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<IndicatorId, BigDecimal> entry : weights.entrySet()) {
            Optional<BigFraction> effective =
                    applies(scorecard, entry.getKey())
                            ? Optional.of(
                                    Exact.fraction(entry.getValue())
                                            .multiply(WHOLE)
                                            .divide(applicable))
                            : Optional.empty();
            Optional<IndicatorScore> score = score(scorecard, entry.getKey());
            lines.add(
                    new Line(
                            entry.getKey(),
                            score,
                            effective,
                            score.flatMap(SheetScore::level)
                                    .flatMap(level ->
                                            effective.map(weight ->
                                                    weight.multiply(level).divide(WHOLE)))));
        }
        return new SheetScore(
                lines,
                lines.stream().flatMap(line -> line.product().stream()).reduce(BigFraction::add),
                lines.stream()
                        .filter(line -> line.product().isPresent())
                        .flatMap(line -> line.effectiveWeight().stream())
                        .reduce(BigFraction.ZERO, BigFraction::add));
    }

    private static boolean applies(Scorecard scorecard, IndicatorId indicator) {
        return score(scorecard, indicator)
                .filter(IndicatorScore.NotApplicable.class::isInstance)
                .isEmpty();
    }

    private static Optional<IndicatorScore> score(Scorecard scorecard, IndicatorId indicator) {
        return scorecard.lines().stream()
                .map(Scorecard.Line::score)
                .filter(score -> score.indicator().id().equals(indicator))
                .findFirst();
    }

    private static Optional<BigFraction> level(IndicatorScore score) {
        return score instanceof IndicatorScore.WithLevel known
                ? Optional.of(OutOfFive.score(known))
                : Optional.empty();
    }
}
