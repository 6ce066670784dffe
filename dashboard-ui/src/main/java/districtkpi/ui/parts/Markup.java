package districtkpi.ui.parts;

import com.vaadin.flow.component.HasElement;
import org.springframework.web.util.HtmlUtils;

/**
 * The inside of an element in which nothing ever happens, written as HTML: a picture that stands on
 * a page hundreds of times is one thing for the server to keep, not ten.
 */
final class Markup {

    private final StringBuilder html = new StringBuilder();

    /**
     * A piece of text.
     *
     * @param attributes of its element, as they are written in HTML; never of what a reader entered
     * @param text as it is to be read
     */
    Markup span(String attributes, String text) {
        html.append("<span ")
                .append(attributes)
                .append('>')
                .append(HtmlUtils.htmlEscape(text))
                .append("</span>");
        return this;
    }

    /** The value of an attribute, in quotes. */
    static String quoted(String value) {
        return '"' + HtmlUtils.htmlEscape(value) + '"';
    }

    /** Puts all of it into an element that has no children. */
    void into(HasElement owner) {
        owner.getElement().setProperty("innerHTML", html.toString());
    }
}
