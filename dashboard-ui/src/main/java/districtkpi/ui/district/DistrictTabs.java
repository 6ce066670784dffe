package districtkpi.ui.district;

import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.ui.district.DistrictNavigation.Tab;
import districtkpi.ui.parts.Tabs;
import districtkpi.ui.state.PageState;

/** The ways to what the lower half of a district's page shows; each has an address. */
class DistrictTabs extends Tabs<Tab> {

    DistrictTabs(DistrictCode district, Tab shown, PageState state, Words words) {
        super(
                DistrictNavigation.TAB,
                shown,
                tab -> DistrictNavigation.linkToTab(state, district, tab, name(tab, words)),
                words);
        setId("tabs");
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
