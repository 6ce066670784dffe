package districtkpi.ui.compare;

import districtkpi.office.words.Words;
import districtkpi.ui.compare.CompareNavigation.Tab;
import districtkpi.ui.parts.Tabs;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;

/** The ways to what is below the picture; each has an address. */
class CompareTabs extends Tabs<Tab> {

    CompareTabs(Tab shown, PageState state, Words words) {
        super(
                CompareNavigation.TAB,
                shown,
                tab ->
                        PageLink.to(
                                CompareNavigation.PATH,
                                state.with(CompareNavigation.TAB, tab == Tab.FIGURES ? null : tab)
                                        .with(CompareNavigation.LEARNER, null),
                                name(tab, words)),
                words);
    }

    private static String name(Tab tab, Words words) {
        return switch (tab) {
            case FIGURES -> words.of("compare.side-by-side");
            case PROVINCE -> words.of("compare.against-province");
            case LEARN -> words.of("compare.learn");
        };
    }
}
