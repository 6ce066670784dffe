package districtkpi.domain.agreement;

import java.math.BigDecimal;
import java.util.List;

/**
 * A section of an agreement with its share of the combined total and its indicators.
 *
 * @param share percent of the combined total, 0–100; the shares of an agreement total 100
 */
public record SectionTerms(Section section, Rule<BigDecimal> share, List<Indicator> indicators) {

    public SectionTerms {
        indicators = List.copyOf(indicators);
    }
}
