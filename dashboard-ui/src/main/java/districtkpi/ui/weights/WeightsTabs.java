package districtkpi.ui.weights;

import districtkpi.office.words.Words;
import districtkpi.ui.parts.Tabs;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.weights.WeightsNavigation.Tab;

/** The ways to the tables below the picture; each has an address. */
class WeightsTabs extends Tabs<Tab> {

    WeightsTabs(Tab shown, PageState state, Words words) {
        super(
                WeightsNavigation.TAB,
                shown,
                tab ->
                        PageLink.to(
                                WeightsNavigation.PATH,
                                state.with(
                                        WeightsNavigation.TAB, tab == Tab.INDICATORS ? null : tab),
                                name(tab, words)),
                words);
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
