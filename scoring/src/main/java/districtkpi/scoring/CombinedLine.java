package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.scoring.Scorecard.Line;
import districtkpi.scoring.Scorecard.SectionTotal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A line of a scorecard, and what it is in the combined total, out of 100.
 *
 * <p>The points of all lines of a district add up to its combined total exactly, and their weights
 * to 100 (to 0 where nothing applies).
 *
 * @param part the part of the line's section in the combined total, 0–1: its share, and more where
 *     a whole section does not apply
 */
public record CombinedLine(Line line, BigFraction part) {

    /**
     * The lines of a scorecard in the order of the agreement.
     *
     * @param scorecard scored by the agreement
     */
    public static List<CombinedLine> of(Agreement agreement, Scorecard scorecard) {
        List<SectionTotal> sections = scorecard.sections();
        List<BigFraction> parts = new SectionParts(agreement).of(sections);
        List<CombinedLine> lines = new ArrayList<>(scorecard.lines().size());
        for (Line line : scorecard.lines()) {
            for (int i = 0; i < sections.size(); i++) {
                if (sections.get(i).section().equals(line.section())) {
                    lines.add(new CombinedLine(line, parts.get(i)));
                }
            }
        }
        return lines;
    }

    public Indicator indicator() {
        return line.score().indicator();
    }

    /** What the top level is worth to this district; 0 for an indicator that does not apply. */
    public BigFraction weight() {
        return part.multiply(line.effectiveWeight());
    }

    /** What the line brings so far; 0 without a level. */
    public BigFraction points() {
        return line.points().map(part::multiply).orElse(BigFraction.ZERO);
    }

    /** What it can still bring at the most, once missing figures arrive. */
    public BigFraction pointsMax() {
        return part.multiply(line.pointsMax());
    }
}
