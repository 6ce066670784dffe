package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.scoring.Scorecard.SectionTotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The part of each section in the combined total, 0 to 1: its share, and where a whole section does
 * not apply, the others take its share in proportion to their own.
 */
final class SectionParts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<BigFraction> agreed;

    SectionParts(Agreement agreement) {
        this.agreed =
                agreement.sections().stream()
                        .map(terms -> Exact.fraction(terms.share().value()).divide(100))
                        .toList();
    }

    /** The shares as they were agreed, in the order of the agreement. */
    List<BigFraction> agreed() {
        return agreed;
    }

    /**
     * The parts for one district.
     *
     * @param totals of its sections, in the order of the agreement
     */
    List<BigFraction> of(List<SectionTotal> totals) {
        if (totals.stream().allMatch(SectionParts::applies)) {
            return agreed;
        }
        BigFraction applicable = BigFraction.ZERO;
        int count = 0;
        for (int i = 0; i < totals.size(); i++) {
            if (applies(totals.get(i))) {
                applicable = applicable.add(agreed.get(i));
                count++;
            }
        }
        List<BigFraction> parts = new ArrayList<>(totals.size());
        for (int i = 0; i < totals.size(); i++) {
            if (!applies(totals.get(i))) {
                parts.add(BigFraction.ZERO);
            } else if (applicable.equals(BigFraction.ZERO)) {
                // Only sections without a share are left: there is no proportion to keep.
                parts.add(BigFraction.of(1, count));
            } else {
                parts.add(agreed.get(i).divide(applicable));
            }
        }
        return parts;
    }

    private static boolean applies(SectionTotal section) {
        return section.total().notApplicableWeight().compareTo(HUNDRED) < 0;
    }
}
