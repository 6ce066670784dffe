package districtkpi.ui.trends;

import districtkpi.office.words.Words;
import districtkpi.ui.parts.Tabs;
import districtkpi.ui.state.PageState;
import districtkpi.ui.trends.TrendsNavigation.Tab;

/** The ways to what is below the pictures; each has an address. */
class TrendTabs extends Tabs<Tab> {

    TrendTabs(Tab shown, PageState state, Words words) {
        super(
                TrendsNavigation.TAB,
                shown,
                tab ->
                        TrendsNavigation.again(
                                state.with(TrendsNavigation.TAB, tab), name(tab, words)),
                words);
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
