package districtkpi.ui.recording;

import com.vaadin.flow.component.html.Anchor;
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

    private RecordingNavigation() {}

    public static Anchor link(PageState state, DistrictCode district, String text) {
        return PageLink.to(RECORD, state.shared().with(DISTRICT, district), text);
    }
}
