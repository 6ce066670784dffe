package districtkpi.ui.weights;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.weights.WeightsNavigation.Tab;
import districtkpi.ui.words.Words;

/** The ways to the tables below the picture; each has an address. */
class WeightsTabs extends Composite<Nav> {

    WeightsTabs(Tab shown, PageState state, Words words) {
        getContent().addClassName("tabs");
        getContent().setAriaLabel(words.of("tabs"));
        for (Tab tab : Tab.values()) {
            Anchor link =
                    PageLink.to(
                            WeightsNavigation.PATH,
                            state.with(WeightsNavigation.TAB, tab == Tab.INDICATORS ? null : tab),
                            name(tab, words));
            link.setId("tab-" + WeightsNavigation.TAB.writer().apply(tab));
            if (tab == shown) {
                link.getElement().setAttribute("aria-current", "true");
            }
            getContent().add(link);
        }
    }

    private static String name(Tab tab, Words words) {
        return switch (tab) {
            case INDICATORS -> words.of("weights.by-indicator");
            case SECTIONS -> words.of("weights.by-section");
            case UNITS -> words.of("weights.by-unit");
            case INFLUENCE -> words.of("weights.influence.title");
        };
    }
}
