package districtkpi.ui.ranking;

import districtkpi.domain.place.DistrictCode;
import java.util.List;

/** The districts that somebody ticked to compare: they stay so while the page is made anew. */
final class Ticked {

    private List<DistrictCode> districts = List.of();

    List<DistrictCode> districts() {
        return districts;
    }

    void change(List<DistrictCode> ticked) {
        districts = List.copyOf(ticked);
    }
}
