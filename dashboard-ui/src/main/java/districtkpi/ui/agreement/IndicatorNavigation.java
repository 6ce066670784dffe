package districtkpi.ui.agreement;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;

/**
 * The way to the page of an indicator, for every place that names one by its code. It stands beside
 * the agreement, which says what an indicator is, so that every screen can know it.
 */
public final class IndicatorNavigation {

    public static final String PATH = "indicator";

    private IndicatorNavigation() {}

    /** A link with an indicator's code as its text, to all its results. */
    public static Anchor link(PageState state, IndicatorId indicator) {
        return link(state, indicator, indicator.value());
    }

    public static Anchor link(PageState state, IndicatorId indicator, String text) {
        return PageLink.to(PATH + "/" + indicator, state.shared(), text);
    }

    /** A link to the list of all indicators. */
    public static Anchor linkToAll(PageState state, String text) {
        return PageLink.to(PATH, state.shared(), text);
    }
}
