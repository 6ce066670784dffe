package districtkpi.ui.imports;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.office.words.Words;
import districtkpi.ui.imports.ImportNavigation.Tab;
import districtkpi.ui.parts.Tabs;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;

/** To take a file in, and to what came in; each has an address. */
class ImportTabs extends Tabs<Tab> {

    ImportTabs(Tab shown, PageState state, Words words) {
        super(
                ImportNavigation.TAB,
                shown,
                tab ->
                        link(
                                tab,
                                state,
                                switch (tab) {
                                    case FILE -> words.of("import.tab.file");
                                    case HISTORY -> words.of("import.tab.history");
                                }),
                words);
        setId("import-tabs");
    }

    static Anchor link(Tab tab, PageState state, String text) {
        return PageLink.to(
                ImportNavigation.PATH,
                state.with(ImportNavigation.IMPORT, null)
                        .with(ImportNavigation.TAB, tab == Tab.FILE ? null : tab),
                text);
    }
}
