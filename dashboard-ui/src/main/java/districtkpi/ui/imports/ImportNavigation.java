package districtkpi.ui.imports;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;

/** The way to the imports. */
public final class ImportNavigation {

    static final String PATH = "import";

    /** The import that is shown in detail. */
    static final Parameter<Long> IMPORT =
            new Parameter<>("import", Long::valueOf, Object::toString);

    private ImportNavigation() {}

    /** A link to one import among the past ones. */
    public static Anchor linkToImport(PageState state, long id, String text) {
        return PageLink.to(PATH, state.shared().with(IMPORT, id), text);
    }
}
