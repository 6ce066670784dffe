package districtkpi.ui.district;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;

/** The way to a district's scorecard. */
public final class DistrictNavigation {

    static final String PATH = "district";

    /** What the lower half of the page shows. */
    public enum Tab {
        INDICATORS,
        TREND,
        PLAN,
        SOURCES
    }

    static final Parameter<Tab> TAB = Parameter.choice("tab", Tab.class);

    /** What the ids of the rows of indicators begin with; the code follows. */
    static final String ROW = "indicator-";

    private DistrictNavigation() {}

    public static Anchor link(PageState state, DistrictCode district, String text) {
        return PageLink.to(PATH + "/" + district, state.shared(), text);
    }

    /** Of the route, without what the address says behind it. */
    public static String path(DistrictCode district) {
        return PATH + "/" + district;
    }

    /** A link to a tab of the district's page. */
    public static Anchor linkToTab(PageState state, DistrictCode district, Tab tab, String text) {
        return PageLink.to(
                PATH + "/" + district,
                state.shared().with(TAB, tab == Tab.INDICATORS ? null : tab),
                text);
    }

    /**
     * Where one indicator is on the scorecard that a link leads to: where there are hundreds, the
     * address is made once for each district.
     */
    public static String addressOfIndicator(Anchor scorecard, IndicatorId indicator) {
        return scorecard.getHref() + "#" + ROW + indicator;
    }

    /** A link to one indicator of the scorecard, which opens it, without text. */
    public static Anchor linkToIndicator(
            PageState state, DistrictCode district, IndicatorId indicator) {
        return linkToIndicator(state, district, indicator, "");
    }

    public static Anchor linkToIndicator(
            PageState state, DistrictCode district, IndicatorId indicator, String text) {
        return PageLink.to(PATH + "/" + district, state.shared(), ROW + indicator, text);
    }
}
