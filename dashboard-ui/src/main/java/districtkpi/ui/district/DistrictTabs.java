package districtkpi.ui.district;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.district.DistrictNavigation.Tab;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;

/** The ways to what the lower half of a district's page shows; each has an address. */
class DistrictTabs extends Composite<Nav> {

    DistrictTabs(DistrictCode district, Tab shown, PageState state, Words words) {
        Nav tabs = getContent();
        tabs.setId("tabs");
        tabs.addClassName("tabs");
        tabs.setAriaLabel(words.of("tabs"));
        for (Tab tab : Tab.values()) {
            Anchor link = DistrictNavigation.linkToTab(state, district, tab, name(tab, words));
            link.setId("tab-" + DistrictNavigation.TAB.writer().apply(tab));
            if (tab == shown) {
                link.getElement().setAttribute("aria-current", "true");
            }
            tabs.add(link);
        }
    }

    private static String name(Tab tab, Words words) {
        return switch (tab) {
            case INDICATORS -> words.of("district.tab.indicators");
            case TREND -> words.of("district.tab.trend");
            case PLAN -> words.of("district.tab.plan");
            case SOURCES -> words.of("district.tab.sources");
        };
    }
}
