package districtkpi.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.RoundId;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.PageState;

/** A link to the file with the numbers that a screen shows, for the menu of its files. */
public final class TableLink {

    private TableLink() {}

    /**
     * A link to a table of the API, with the byte order mark that spreadsheets ask for.
     *
     * @param table as in the address, such as {@code trend}
     * @param more further parameters, each with {@code &} before it; may be empty
     * @param text what is in it
     */
    public static Anchor csv(
            String table, RoundId round, PageState state, String more, String text) {
        Anchor link = DataLink.csv(round, table, state, more, text);
        link.setId("csv-" + table);
        return link;
    }
}
