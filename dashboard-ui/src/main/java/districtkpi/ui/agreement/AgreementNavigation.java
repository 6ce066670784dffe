package districtkpi.ui.agreement;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;

/** The way to the agreement of the round. */
public final class AgreementNavigation {

    static final String PATH = "agreement";

    /** How much is shown from the start; folded where the address does not say. */
    static final Parameter<Show> SHOW = Parameter.choice("show", Show.class);

    private AgreementNavigation() {}

    /** How much of the indicators is unfolded. */
    enum Show {
        ALL
    }

    /** A link to the terms of an indicator. */
    public static Anchor linkToTerms(PageState state, IndicatorId indicator, String text) {
        return PageLink.to(PATH, state.shared(), indicator.value(), text);
    }
}
