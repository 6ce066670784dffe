package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Some of many rows, and the ways to the others, each with an address.
 *
 * @param all rows, in order
 * @param number of the page that is shown, from 1
 */
public record Pages<T>(List<T> all, int number) {

    /** Which page is shown; the first where none is chosen. */
    public static final Parameter<Integer> NUMBER =
            new Parameter<>("page", Pages::read, String::valueOf);

    /** More than the largest province has districts, which are 32. */
    static final int ROWS = 50;

    private static final int MAX_NUMBER_LENGTH = 6;

    public Pages {
        all = List.copyOf(all);
    }

    /** The page of an address; the last one where the address goes beyond it. */
    public static <T> Pages<T> of(List<T> all, PageState state) {
        int last = Math.max(1, Math.ceilDiv(all.size(), ROWS));
        return new Pages<>(all, Math.min(last, state.chosen(NUMBER).orElse(1)));
    }

    private static Integer read(String text) {
        if (!text.matches("[1-9][0-9]*") || text.length() > MAX_NUMBER_LENGTH) {
            throw new IllegalArgumentException("No page: " + text);
        }
        return Integer.valueOf(text);
    }

    /** The rows of the page. */
    public List<T> shown() {
        return all.subList(first(), last());
    }

    private int first() {
        return Math.min(all.size(), (number - 1) * ROWS);
    }

    private int last() {
        return Math.min(all.size(), number * ROWS);
    }

    /**
     * Says which rows are shown of how many, with links to the page before and the next.
     *
     * @param path of the page
     * @return absent where all are shown
     */
    public Optional<Component> links(String path, PageState state, Words words) {
        if (all.size() <= ROWS) {
            return Optional.empty();
        }
        Span count =
                new Span(
                        words.of(
                                "pages.shown",
                                words.number(first() + 1L),
                                words.number(last()),
                                words.number(all.size())));
        count.setId("pages-shown");
        Nav nav = new Nav(count);
        nav.setId("pages");
        nav.addClassName("pages");
        nav.getElement().setAttribute("aria-label", words.of("pages"));
        if (number > 1) {
            nav.add(link("pages-before", path, state, number - 1, words.of("pages.before")));
        }
        if (last() < all.size()) {
            nav.add(link("pages-next", path, state, number + 1, words.of("pages.next")));
        }
        return Optional.of(nav);
    }

    private static Anchor link(String id, String path, PageState state, int page, String text) {
        Anchor link = PageLink.to(path, state.with(NUMBER, page == 1 ? null : page), text);
        link.setId(id);
        return link;
    }
}
