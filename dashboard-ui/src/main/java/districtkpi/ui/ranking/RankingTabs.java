package districtkpi.ui.ranking;

import districtkpi.office.words.Words;
import districtkpi.ui.parts.Tabs;
import districtkpi.ui.ranking.RankingNavigation.Tab;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;

/** The ways to what is below the ranking; each has an address. */
class RankingTabs extends Tabs<Tab> {

    static final String ID = "tabs";

    RankingTabs(Tab shown, PageState state, Words words) {
        super(
                RankingNavigation.TAB,
                shown,
                tab ->
                        PageLink.to(
                                RankingNavigation.PATH,
                                state.with(RankingNavigation.TAB, tab),
                                name(tab, words)),
                words);
        setId(ID);
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
