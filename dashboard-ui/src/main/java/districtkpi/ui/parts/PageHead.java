package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a screen that is about no round: its title, and what it is for. */
public final class PageHead extends Composite<Div> {

    /**
     * @param intro empty where nothing needs to be said
     */
    public PageHead(String title, String intro) {
        getContent().addClassName("page-head");
        getContent().add(new H1(title));
        if (!intro.isEmpty()) {
            getContent().add(new Paragraph(intro));
        }
    }
}
