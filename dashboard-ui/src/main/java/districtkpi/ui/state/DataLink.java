package districtkpi.ui.state;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.RoundId;

/** Links to the data behind a screen, as files for a spreadsheet. */
public final class DataLink {

    private DataLink() {}

    /**
     * A link to a table of a round, as of the day that the page shows.
     *
     * @param table as the API names it, such as {@code ranking}
     */
    public static Anchor csv(RoundId round, String table, PageState state, String text) {
        return csv(round, table, state, "", text);
    }

    /**
     * A link to a table that takes more parameters.
     *
     * @param more each with {@code &} before it; may be empty
     */
    public static Anchor csv(
            RoundId round, String table, PageState state, String more, String text) {
        String day = state.chosenDay().map(chosen -> "&asOf=" + chosen).orElse("");
        Anchor link =
                new Anchor(
                        "api/v1/rounds/" + round + "/" + table + ".csv?bom=true" + day + more,
                        text);
        // No screen of ours: the browser is to save it.
        link.setRouterIgnore(true);
        return link;
    }
}
