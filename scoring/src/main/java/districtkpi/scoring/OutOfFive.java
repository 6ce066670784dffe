package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A scorecard as the office's forms add it up: weighted levels out of 5.00, the sections one after
 * the other over their weights of 100 each, and their average.
 *
 * @param sections in the order of the agreement
 * @param weight of all indicators as agreed: 100 for each section, so 200 for two
 * @param sum of the sections that have a level; absent without any. It orders districts as their
 *     ranks do only where {@link #sharesAreEqual}.
 * @param average of the sections by their shares, 0–5: a twentieth of the combined total, hence
 *     absent without one. Two sections with equal shares make it half of the sum.
 */
public record OutOfFive(
        List<SectionSum> sections,
        BigDecimal weight,
        Optional<BigFraction> sum,
        Optional<BigFraction> average) {

    /** What the forms are out of. */
    public static final int MAX = 5;

    private static final int POINTS_OF_ONE = 20;
    private static final int HUNDRED = 100;

    public OutOfFive {
        sections = List.copyOf(sections);
    }

    /**
     * The sum of one section.
     *
     * @param weight of its indicators as agreed
     * @param sum of weight × level score out of 5 ÷ 100, 0–5; absent where nothing has a level
     * @param share of the section in the whole, in percent: as agreed, and where a whole section
     *     does not apply to the district, the others take its share
     */
    public record SectionSum(
            SectionTerms terms, BigDecimal weight, Optional<BigFraction> sum, BigFraction share) {

        public SectionId section() {
            return terms.section();
        }

        /**
         * The same of what the weights of the section total, as it is printed: 3.5 are 49 of 70.
         */
        public Optional<BigFraction> printed() {
            return sum.map(whole -> whole.multiply(Exact.fraction(terms.outOf())).divide(MAX));
        }

        /** What the section brings to the combined total, out of 100. */
        public Optional<BigFraction> ofTotal() {
            return byShare().map(points -> points.multiply(POINTS_OF_ONE));
        }

        /** What the section brings to the average: its sum × share ÷ 100. */
        public Optional<BigFraction> byShare() {
            return sum.map(whole -> whole.multiply(share).divide(HUNDRED));
        }
    }

    /** Whether each section counts as much as the others, so that their plain sum says enough. */
    public boolean sharesAreEqual() {
        return sections.stream()
                .allMatch(section -> section.share().equals(sections.getFirst().share()));
    }

    /**
     * Adds up.
     *
     * @param scorecard scored by the agreement
     */
    public static OutOfFive of(Agreement agreement, Scorecard scorecard) {
        Agreement own = agreement.in(scorecard.district());
        List<BigFraction> parts = new SectionParts(own).of(scorecard.sections());
        List<SectionSum> sections = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            SectionTerms terms = own.sections().get(i);
            sections.add(
                    new SectionSum(
                            terms,
                            terms.weight(),
                            scorecard
                                    .section(terms.section())
                                    .flatMap(Scorecard.Total::points)
                                    .map(OutOfFive::fifth),
                            parts.get(i).multiply(HUNDRED)));
        }
        return new OutOfFive(
                sections,
                sections.stream().map(SectionSum::weight).reduce(BigDecimal.ZERO, BigDecimal::add),
                sections.stream()
                        .flatMap(section -> section.sum().stream())
                        .reduce(BigFraction::add),
                scorecard.total().points().map(OutOfFive::fifth));
    }

    /** What a line brings to its section: weight × level ÷ 100; absent without a level. */
    public static Optional<BigFraction> of(Scorecard.Line line) {
        return line.points().map(OutOfFive::fifth);
    }

    /** What a level is worth out of 5, whatever its indicator is out of. */
    public static BigFraction score(IndicatorScore.WithLevel score) {
        return score.earned().multiply(MAX);
    }

    /** Five are a hundred points. */
    private static BigFraction fifth(BigFraction points) {
        return points.divide(POINTS_OF_ONE);
    }
}
