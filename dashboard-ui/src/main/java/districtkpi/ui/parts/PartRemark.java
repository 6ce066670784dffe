package districtkpi.ui.parts;

import districtkpi.office.words.Words;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;

/** Says that a screen does not show all of the agreement, and leads back to all of it. */
public final class PartRemark {

    private PartRemark() {}

    /**
     * What to notice about a part that is not the whole; in print too, where there is no filter.
     *
     * @param path of the screen
     */
    public static Remark shown(Part part, String path, PageState state, Words words) {
        return withWayBack(
                new Remark("part-remark", words.of("part.only", part.description(words))),
                path,
                state,
                words);
    }

    /**
     * What to do where a part has no indicator.
     *
     * @param path of the screen
     */
    public static Remark empty(Part part, String path, PageState state, Words words) {
        return withWayBack(
                new Remark("part-empty", words.of("part.empty", part.description(words))),
                path,
                state,
                words);
    }

    /** A remark followed by a link to the same screen with all of the agreement. */
    public static Remark withWayBack(Remark remark, String path, PageState state, Words words) {
        remark.add(" ");
        remark.add(PageLink.to(path, state.withPart(null, null), words.of("part.whole")));
        return remark;
    }
}
