package districtkpi.scoring;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * All indicators of one district in one round, scored.
 *
 * @param lines one for each indicator, in the order of the agreement
 * @param sections one for each section, in the order of the agreement
 * @param total the combined total
 */
public record Scorecard(
        DistrictCode district, List<Line> lines, List<SectionTotal> sections, Total total) {

    public Scorecard {
        lines = List.copyOf(lines);
        sections = List.copyOf(sections);
    }

    /**
     * An indicator with the points it brings to its section.
     *
     * @param section the indicator's section
     * @param effectiveWeight percent of the section after the weight of indicators that do not
     *     apply was spread; 0 for those themselves
     * @param points effective weight × level score ÷ the score of the top level; absent without a
     *     level
     * @param pointsMin with {@code levelMin}; 0 for an indicator that does not apply
     * @param pointsMax with {@code levelMax}; 0 for an indicator that does not apply
     */
    public record Line(
            IndicatorScore score,
            SectionId section,
            BigFraction effectiveWeight,
            Optional<BigFraction> points,
            BigFraction pointsMin,
            BigFraction pointsMax) {

        /** Whether it has a level that brings points to a total: not where it is watched only. */
        public boolean hasCountingLevel() {
            return points.isPresent() && !score.indicator().isWatchedOnly();
        }

        /** Whether it applies to the district without counting in any total. */
        public boolean isWatchedOnly() {
            return score.indicator().isWatchedOnly()
                    && !(score instanceof IndicatorScore.NotApplicable);
        }
    }

    /**
     * Points out of 100.
     *
     * @param points the sum over what has a level, on the full weight (what is missing brings
     *     nothing yet); absent where nothing that counts has a level
     * @param possibleMin what the points can still become at the least, once missing figures arrive
     * @param possibleMax what they can still become at the most
     * @param scoredWeight percent of the weight that has a level, 0–100; of the effective weight,
     *     so that it reaches 100 where the rest does not apply
     * @param notApplicableWeight percent of the weight (as agreed) that does not apply and was
     *     spread over the rest; 0 for most
     */
    public record Total(
            Optional<BigFraction> points,
            BigFraction possibleMin,
            BigFraction possibleMax,
            BigFraction scoredWeight,
            BigDecimal notApplicableWeight) {

        /** True where no missing figure can change the points any more. */
        public boolean isComplete() {
            return points.isPresent()
                    && points.get().equals(possibleMin)
                    && possibleMin.equals(possibleMax);
        }
    }

    /**
     * The total of one section, out of 100.
     *
     * @param terms by which it was scored
     */
    public record SectionTotal(SectionTerms terms, Total total) {

        public SectionId section() {
            return terms.section();
        }
    }

    /** The total of a section; absent if the agreement has no such section. */
    public Optional<Total> section(SectionId section) {
        return sections.stream()
                .filter(s -> s.section().equals(section))
                .map(SectionTotal::total)
                .findFirst();
    }

    /**
     * The line of an indicator.
     *
     * @throws IllegalArgumentException if the agreement has no such indicator
     */
    public Line line(IndicatorId indicator) {
        return lines.stream()
                .filter(line -> line.score().indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No indicator " + indicator));
    }
}
