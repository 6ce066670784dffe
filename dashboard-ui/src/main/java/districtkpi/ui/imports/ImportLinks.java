package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.domain.result.Origin;
import districtkpi.ui.state.PageState;

/**
 * Where a figure came from: the name of its file, and the way to it for those who may see it. To
 * the others, as to a district, a link would only say that they may not.
 */
@org.springframework.stereotype.Component
public class ImportLinks {

    private final CurrentAccount current;

    ImportLinks(CurrentAccount current) {
        this.current = current;
    }

    /** Whether whoever looks may see the files that came in. */
    public boolean mayFollow() {
        return current.get().filter(who -> who.may(Permission.SOURCES)).isPresent();
    }

    /** The name of the file, leading to its import where it may be followed. */
    public Component toFile(Origin origin, PageState state) {
        return mayFollow()
                ? ImportNavigation.linkToImport(state, origin.importId(), origin.file())
                : new Span(origin.file());
    }
}
