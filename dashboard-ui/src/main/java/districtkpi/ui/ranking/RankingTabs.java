package districtkpi.ui.ranking;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import districtkpi.ui.ranking.RankingNavigation.Tab;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;

/** The ways to what is below the ranking; each has an address. */
class RankingTabs extends Composite<Div> {

    static final String ID = "tabs";

    RankingTabs(Tab shown, PageState state, Words words) {
        getContent().setId(ID);
        Nav tabs = new Nav();
        tabs.addClassName("tabs");
        tabs.setAriaLabel(words.of("tabs"));
        for (Tab tab : Tab.values()) {
            Anchor link =
                    PageLink.to(
                            RankingNavigation.PATH,
                            state.with(RankingNavigation.TAB, tab == Tab.LEVELS ? null : tab),
                            name(tab, words));
            link.setId("tab-" + RankingNavigation.TAB.writer().apply(tab));
            if (tab == shown) {
                link.getElement().setAttribute("aria-current", "true");
            }
            tabs.add(link);
        }
        getContent().add(tabs);
    }

    private static String name(Tab tab, Words words) {
        return switch (tab) {
            case LEVELS -> words.of("tabs.levels");
            case CHECK -> words.of("tabs.check");
            case PROGRESS -> words.of("tabs.progress");
            case STATISTICS -> words.of("tabs.statistics");
        };
    }
}
