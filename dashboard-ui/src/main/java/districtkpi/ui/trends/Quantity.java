package districtkpi.ui.trends;

import districtkpi.domain.agreement.Section;
import districtkpi.scoring.movement.DistrictTrend;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/** Which total is followed from round to round. */
enum Quantity {
    TOTAL,
    TEAM,
    INDIVIDUAL;

    List<Optional<BigFraction>> of(DistrictTrend district) {
        return switch (this) {
            case TOTAL -> district.totals();
            case TEAM -> district.totals(Section.TEAM);
            case INDIVIDUAL -> district.totals(Section.INDIVIDUAL);
        };
    }
}
