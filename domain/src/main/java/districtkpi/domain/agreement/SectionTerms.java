package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/**
 * A section of an agreement with its name, its share of the combined total and its indicators.
 *
 * @param name as printed, such as รายทีม
 * @param share percent of the combined total, 0–100; the shares of an agreement total 100
 */
public record SectionTerms(
        SectionId section, LocalizedText name, Rule<BigDecimal> share, List<Indicator> indicators) {

    public SectionTerms {
        indicators = List.copyOf(indicators);
    }
}
