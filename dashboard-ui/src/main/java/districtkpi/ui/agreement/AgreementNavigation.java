package districtkpi.ui.agreement;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;

/** The way to the agreement of the round. */
public final class AgreementNavigation {

    static final String PATH = "agreement";

    private AgreementNavigation() {}

    /** A link with an indicator's id as its text, to the terms of that indicator. */
    public static Anchor linkToIndicator(PageState state, IndicatorId indicator) {
        return PageLink.to(PATH, state.shared(), indicator.value(), indicator.value());
    }
}
