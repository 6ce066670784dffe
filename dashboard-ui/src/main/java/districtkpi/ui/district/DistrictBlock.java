package districtkpi.ui.district;

import com.vaadin.flow.component.Component;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageState;

/**
 * What another screen adds to the page of a district, such as a short look at what it says. It
 * knows the district's page, which does not know it.
 */
public interface DistrictBlock {

    /** Where on the page of a district a block stands. */
    enum Place {
        /** Beside what to do: why it moved. */
        WHY,
        /** Beside why it moved: what to do. */
        TO_DO,
        /** Below the indicators. */
        BELOW,
        /** On the tab of its trend. */
        TREND,
        /** On the tab of its plan. */
        PLAN,
        /** On the tab of what its figures are from and what is printed. */
        SOURCES
    }

    Place place();

    /**
     * The block, under a heading of the second level.
     *
     * @param district one of the scoreboard
     */
    Component of(Scoreboard scoreboard, District district, PageState state, Words words);
}
