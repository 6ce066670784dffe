package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import districtkpi.ui.imports.ImportNavigation.Tab;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;

/** To take a file in, and to what came in; each has an address. */
class ImportTabs extends Composite<Nav> {

    ImportTabs(Tab shown, PageState state, Words words) {
        Nav tabs = getContent();
        tabs.setId("import-tabs");
        tabs.addClassName("tabs");
        tabs.setAriaLabel(words.of("tabs"));
        for (Tab tab : Tab.values()) {
            Anchor link =
                    PageLink.to(
                            ImportNavigation.PATH,
                            state.with(ImportNavigation.IMPORT, null)
                                    .with(ImportNavigation.TAB, tab == Tab.FILE ? null : tab),
                            switch (tab) {
                                case FILE -> words.of("import.tab.file");
                                case HISTORY -> words.of("import.tab.history");
                            });
            link.setId("tab-" + ImportNavigation.TAB.writer().apply(tab));
            if (tab == shown) {
                link.getElement().setAttribute("aria-current", "true");
            }
            tabs.add(link);
        }
    }
}
