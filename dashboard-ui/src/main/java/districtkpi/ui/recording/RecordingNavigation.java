package districtkpi.ui.recording;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.OwnAddress;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;

/** The way to the form of a district, and to what waits for review. */
public final class RecordingNavigation {

    static final String RECORD = OwnAddress.RECORD;
    static final String REVIEW = "review";

    /** Whose form it is; a district's account has only its own. */
    static final Parameter<DistrictCode> DISTRICT = OwnAddress.DISTRICT;

    /** Which indicator the form shows; the first that is missing where the address does not say. */
    static final Parameter<IndicatorId> INDICATOR =
            new Parameter<>("indicator", IndicatorId::of, IndicatorId::toString);

    private RecordingNavigation() {}

    public static Anchor link(PageState state, DistrictCode district, String text) {
        return PageLink.to(RECORD, state.shared().with(DISTRICT, district), text);
    }
}
