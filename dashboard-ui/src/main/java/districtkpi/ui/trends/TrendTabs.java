package districtkpi.ui.trends;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import districtkpi.ui.state.PageState;
import districtkpi.ui.trends.TrendsNavigation.Tab;
import districtkpi.ui.words.Words;

/** The ways to what is below the pictures; each has an address. */
class TrendTabs extends Composite<Nav> {

    TrendTabs(Tab shown, PageState state, Words words) {
        getContent().addClassName("tabs");
        getContent().setAriaLabel(words.of("tabs"));
        for (Tab tab : Tab.values()) {
            Anchor link =
                    TrendsNavigation.again(state.with(TrendsNavigation.TAB, tab), name(tab, words));
            link.setId("tab-" + TrendsNavigation.TAB.writer().apply(tab));
            if (tab == shown) {
                link.getElement().setAttribute("aria-current", "true");
            }
            getContent().add(link);
        }
    }

    private static String name(Tab tab, Words words) {
        return switch (tab) {
            case CAUSES -> words.of("trends.tab.causes");
            case ROUNDS -> words.of("trends.rounds.title");
            case COURSE -> words.of("trends.tab.course");
            case RULES -> words.of("trends.rules.title");
        };
    }
}
