package districtkpi.ui.district;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;

/** The way to a district's scorecard. */
public final class DistrictNavigation {

    static final String PATH = "district";

    private DistrictNavigation() {}

    public static Anchor link(PageState state, DistrictCode district, String text) {
        return PageLink.to(PATH + "/" + district, state.shared(), text);
    }

    /** Of the route, without what the address says behind it. */
    public static String path(DistrictCode district) {
        return PATH + "/" + district;
    }

    /**
     * Where one indicator is on the scorecard that a link leads to: where there are hundreds, the
     * address is made once for each district.
     */
    public static String addressOfIndicator(Anchor scorecard, IndicatorId indicator) {
        return scorecard.getHref() + "#" + indicator.value();
    }

    /** A link to one indicator of the scorecard, without text. */
    public static Anchor linkToIndicator(
            PageState state, DistrictCode district, IndicatorId indicator) {
        return linkToIndicator(state, district, indicator, "");
    }

    public static Anchor linkToIndicator(
            PageState state, DistrictCode district, IndicatorId indicator, String text) {
        return PageLink.to(PATH + "/" + district, state.shared(), indicator.value(), text);
    }
}
