package districtkpi.ui.district;

import com.vaadin.flow.component.Component;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import java.util.Optional;
import java.util.function.Function;

/**
 * What whoever is signed in can do about an indicator of a district. It knows the district's page,
 * which does not know it.
 */
public interface IndicatorActions {

    /** What is offered for each score of the district as it is now; absent where nothing is. */
    Function<IndicatorScore, Optional<Component>> of(
            Scoreboard scoreboard, DistrictCode district, Words words);
}
