package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.dom.ElementUtil;
import java.util.List;
import org.jsoup.nodes.Document;
import org.springframework.web.util.HtmlUtils;

/**
 * What is inside an element, as HTML. Where nothing but links is ever clicked, hundreds of small
 * elements are then one thing for the server to keep, and one for the browser to be told.
 */
public final class Markup {

    private static final String INNER_HTML = "innerHTML";

    private final StringBuilder html = new StringBuilder();
    private String whole = "";

    /** Nothing yet. */
    public Markup() {}

    /** What was written before. */
    static Markup written(String html) {
        Markup markup = new Markup();
        markup.whole = html;
        return markup;
    }

    /**
     * Begins an element.
     *
     * @param attributes of the element as they are written in HTML, their values safe
     */
    public Markup open(String element, String attributes) {
        html.append('<').append(element);
        if (!attributes.isEmpty()) {
            html.append(' ').append(attributes);
        }
        html.append('>');
        return this;
    }

    /** Ends an element. */
    public Markup close(String element) {
        html.append("</").append(element).append('>');
        return this;
    }

    /** Text as it is to be read. */
    public Markup text(String text) {
        html.append(HtmlUtils.htmlEscape(text));
        return this;
    }

    /** Pieces that are made already. */
    Markup add(Markup other) {
        html.append(other.html);
        return this;
    }

    /** What components look like now; they have to be complete. */
    public Markup add(List<Component> components) {
        if (!components.isEmpty()) {
            Document document = new Document("");
            document.outputSettings().prettyPrint(false);
            for (Component component : components) {
                html.append(ElementUtil.toJsoup(document, component.getElement()).outerHtml());
            }
        }
        return this;
    }

    /** A piece of text in an element of its own. */
    Markup span(String attributes, String text) {
        return open("span", attributes).text(text).close("span");
    }

    /** The value of an attribute, made safe and put in quotes. */
    static String quoted(String value) {
        return '"' + HtmlUtils.htmlEscape(value) + '"';
    }

    /** Puts all pieces into an element that has no children. */
    public void into(HasElement owner) {
        owner.getElement().setProperty(INNER_HTML, html());
    }

    /** All pieces; the same object each time, since many pages hold it. */
    String html() {
        if (whole.length() < html.length() || whole.isEmpty()) {
            whole = html.toString();
        }
        return whole;
    }
}
