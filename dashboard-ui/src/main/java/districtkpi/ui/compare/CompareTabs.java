package districtkpi.ui.compare;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import districtkpi.ui.compare.CompareNavigation.Tab;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;

/** The ways to what is below the picture; each has an address. */
class CompareTabs extends Composite<Nav> {

    CompareTabs(Tab shown, PageState state, Words words) {
        getContent().addClassName("tabs");
        getContent().setAriaLabel(words.of("tabs"));
        for (Tab tab : Tab.values()) {
            Anchor link =
                    PageLink.to(
                            CompareNavigation.PATH,
                            state.with(CompareNavigation.TAB, tab == Tab.FIGURES ? null : tab)
                                    .with(CompareNavigation.LEARNER, null),
                            name(tab, words));
            link.setId("tab-" + CompareNavigation.TAB.writer().apply(tab));
            if (tab == shown) {
                link.getElement().setAttribute("aria-current", "true");
            }
            getContent().add(link);
        }
    }

    private static String name(Tab tab, Words words) {
        return switch (tab) {
            case FIGURES -> words.of("compare.side-by-side");
            case PROVINCE -> words.of("compare.against-province");
            case LEARN -> words.of("compare.learn");
        };
    }
}
