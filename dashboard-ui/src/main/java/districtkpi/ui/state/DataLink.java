package districtkpi.ui.state;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Links to the data behind a screen, as files for a spreadsheet. */
public final class DataLink {

    /** The tables that can be had of a section or a responsible unit alone. */
    private static final Set<String> OF_PARTS =
            Set.of("scores", "comparison", "trend", "weights", "breakdown");

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
        return file(
                "rounds/" + round + "/" + table + ".csv",
                state,
                "bom=true" + part(table, state) + more,
                text);
    }

    /** A link to a table of all rounds in one file. */
    public static Anchor ofAllRounds(String table, PageState state, String text) {
        return file(table + ".csv", state, "bom=true", text);
    }

    /**
     * A link to a file, as of the day that the page shows.
     *
     * @param path below the first version of the API
     */
    public static Anchor file(String path, PageState state, String text) {
        return file(path, state, "", text);
    }

    /** A link to the rows of an extract that a figure of a district comes from. */
    public static Anchor rows(
            long importId, DistrictCode district, MeasureId measure, String text) {
        return file(
                "imports/" + importId + "/rows.csv",
                PageState.EMPTY,
                "district=" + district + "&measure=" + measure,
                text);
    }

    private static Anchor file(String path, PageState state, String query, String text) {
        List<String> parameters = new ArrayList<>();
        if (!query.isEmpty()) {
            parameters.add(query);
        }
        state.chosenDay().ifPresent(chosen -> parameters.add("asOf=" + chosen));
        state.chosenRevision().ifPresent(chosen -> parameters.add("revision=" + chosen));
        Anchor link =
                new Anchor(
                        "api/v1/"
                                + path
                                + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)),
                        text);
        // No screen of ours: the browser is to save it.
        link.setRouterIgnore(true);
        return link;
    }

    /** What the page shows of a table that is about indicators is what its file has. */
    private static String part(String table, PageState state) {
        if (!OF_PARTS.contains(table)) {
            return "";
        }
        return state.chosenSection().map(section -> "&section=" + section.value()).orElse("")
                + state.chosenUnit().map(unit -> "&unit=" + unit).orElse("");
    }
}
