package districtkpi.ui.parts;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementUtil;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;

/**
 * Sends what is inside an element as HTML. Where nothing but links is ever clicked, hundreds of
 * small elements are then one thing for the server to keep, and one for the browser to be told.
 */
final class Markup {

    private static final String INNER_HTML = "innerHTML";

    private Markup() {}

    /** Takes the children of an element that are complete, and puts their HTML in their place. */
    static void still(HasElement owner) {
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        Element element = owner.getElement();
        String html =
                element.getChildren()
                        .map(child -> ElementUtil.toJsoup(document, child))
                        .map(Node::outerHtml)
                        .collect(Collectors.joining());
        element.removeAllChildren();
        element.setProperty(INNER_HTML, html);
    }
}
