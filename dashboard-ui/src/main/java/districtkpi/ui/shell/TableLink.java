package districtkpi.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.domain.agreement.RoundId;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;

/** A link to the file with the numbers that a screen shows. */
public final class TableLink {

    private TableLink() {}

    /**
     * A link to a table of the API, with the byte order mark that spreadsheets ask for.
     *
     * @param table as in the address, such as {@code trend}
     * @param more further parameters, each with {@code &} before it; may be empty
     */
    public static Paragraph csv(
            String table, RoundId round, PageState state, String more, Words words) {
        Anchor link =
                DataLink.csv(round, table, state, more, words.of("table.csv", table + ".csv"));
        link.setId("csv-" + table);
        Paragraph paragraph = new Paragraph(link);
        paragraph.addClassName("table-link");
        return paragraph;
    }
}
