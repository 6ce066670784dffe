package districtkpi.ui.state;

import com.vaadin.flow.component.html.Anchor;

/** Links between screens, which carry the state of the page along. */
public final class PageLink {

    private PageLink() {}

    /** A link to the first screen, the ranking. */
    public static Anchor home(PageState state, String text) {
        return to("", state, text);
    }

    /**
     * A link to a screen.
     *
     * @param path of its route
     */
    public static Anchor to(String path, PageState state, String text) {
        return new Anchor(address(path, state), text);
    }

    /**
     * A link to a place on a screen.
     *
     * @param id of the component to look at
     */
    public static Anchor to(String path, PageState state, String id, String text) {
        return new Anchor(address(path, state) + "#" + id, text);
    }

    private static String address(String path, PageState state) {
        String query = state.toQuery().getQueryString();
        return query.isEmpty() ? path : path + "?" + query;
    }
}
