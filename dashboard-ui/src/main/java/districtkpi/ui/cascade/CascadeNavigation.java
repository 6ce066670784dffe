package districtkpi.ui.cascade;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.db.cascade.Officer;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.OwnAddress;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;

/** The ways to how far the agreement was handed down, and to the sheets of officers. */
final class CascadeNavigation {

    static final String CASCADE = "cascade";
    static final String OFFICER = OwnAddress.OFFICER;

    /** Which district; a district's account has only its own. */
    static final Parameter<DistrictCode> DISTRICT =
            new Parameter<>("district", DistrictCode::of, DistrictCode::toString);

    private CascadeNavigation() {}

    /** A link to all districts. */
    static Anchor all(PageState state, String text) {
        return PageLink.to(CASCADE, state.shared(), text);
    }

    static Anchor district(PageState state, DistrictCode district, String text) {
        return PageLink.to(CASCADE, state.shared().with(DISTRICT, district), text);
    }

    /** A link to an officer's newest sheet. */
    static Anchor officer(PageState state, Officer officer) {
        return PageLink.to(OFFICER + "/" + officer.id(), state.shared(), officer.data().name());
    }

    /** A link to one version of an officer's sheet. */
    static Anchor version(PageState state, Officer officer, int version, String text) {
        return PageLink.to(
                OFFICER + "/" + officer.id(), state.shared().with(OwnAddress.SHEET, version), text);
    }
}
