package districtkpi.ui.parts;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementUtil;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.springframework.web.util.HtmlUtils;

/**
 * What is inside an element, as HTML. Where nothing but links is ever clicked, hundreds of small
 * elements are then one thing for the server to keep, and one for the browser to be told.
 */
final class Markup {

    private static final String INNER_HTML = "innerHTML";

    private final StringBuilder html = new StringBuilder();

    /**
     * A piece of text.
     *
     * @param attributes of its element as they are written in HTML, their values safe
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

    /** The value of an attribute, made safe and put in quotes. */
    static String quoted(String value) {
        return '"' + HtmlUtils.htmlEscape(value) + '"';
    }

    /** Puts all pieces into an element that has no children. */
    void into(HasElement owner) {
        owner.getElement().setProperty(INNER_HTML, html.toString());
    }

    /** Puts their HTML in the place of the children of an element; they have to be complete. */
    static void still(HasElement owner) {
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        Element element = owner.getElement();
        String written =
                element.getChildren()
                        .map(child -> ElementUtil.toJsoup(document, child))
                        .map(Node::outerHtml)
                        .collect(Collectors.joining());
        element.removeAllChildren();
        element.setProperty(INNER_HTML, written);
    }
}
