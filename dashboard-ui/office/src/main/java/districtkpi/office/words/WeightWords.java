package districtkpi.office.words;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.SectionWeights;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/** Weights and points of a section as the agreement prints them: of what its weights total. */
public final class WeightWords {

    private final SectionTerms terms;
    private final Words words;

    public WeightWords(SectionTerms terms, Words words) {
        this.terms = terms;
        this.words = words;
    }

    /**
     * Of the section of a line.
     *
     * @throws IllegalArgumentException if the agreement has no such section
     */
    public static WeightWords of(Agreement agreement, Scorecard.Line line, Words words) {
        return new WeightWords(
                agreement
                        .section(line.section())
                        .orElseThrow(
                                () -> new IllegalArgumentException("No section " + line.section())),
                words);
    }

    /** The weight of an indicator; with what it is out of, where that is not 100. */
    public String weight(Indicator indicator) {
        return outOf(words.number(indicator.weight()));
    }

    /** What a line weighs in its district, likewise. */
    public String weight(Scorecard.Line line) {
        return outOf(words.weight(SectionWeights.printed(terms, line.effectiveWeight())));
    }

    /** The points of the section; with what they are out of, where that is not 100. */
    public String points(Optional<BigFraction> percent) {
        return percent.map(points -> outOf(words.total(SectionWeights.printed(terms, points))))
                .orElse("–");
    }

    /**
     * What one line brings, of what it weighs; of one that is watched only, that it is.
     *
     * @param number how many places of the points are said
     */
    public static String pointsOfWeight(
            Agreement agreement,
            Scorecard.Line line,
            Words words,
            Function<BigFraction, String> number) {
        if (line.isWatchedOnly()) {
            return words.of("watched");
        }
        WeightWords weights = of(agreement, line, words);
        String weight = weights.weight(line);
        return line.points()
                .map(weights::printed)
                .map(points -> words.of("district.points", number.apply(points), weight))
                .orElseGet(() -> words.of("district.no-points", weight));
    }

    /** Points of one indicator, given in percent of the section, as they are printed. */
    public BigFraction printed(BigFraction percent) {
        return SectionWeights.printed(terms, percent);
    }

    private String outOf(String number) {
        BigDecimal outOf = terms.outOf();
        return terms.isOutOfHundred()
                ? number
                : words.of("weight.out-of", number, words.number(outOf));
    }
}
