package districtkpi.ui.register;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;

/** The way to the register of submissions. */
public final class RegisterNavigation {

    static final String PATH = "register";

    /** Whose steps are shown, and can be added to. */
    static final Parameter<DistrictCode> DISTRICT =
            new Parameter<>("district", DistrictCode::of, DistrictCode::value);

    /** Which districts are shown; all where none is chosen. */
    static final Parameter<OutstandingStep> OWING =
            Parameter.choice("owing", OutstandingStep.class);

    private RegisterNavigation() {}

    /** A link to what the register says of one district. */
    public static Anchor link(PageState state, DistrictCode district, String text) {
        return PageLink.to(PATH, state.with(DISTRICT, district), text);
    }
}
