package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A part of a screen under a heading of the second level. */
public final class Block extends Composite<Section> {

    public Block(String title, Component... content) {
        getContent().addClassName("block");
        getContent().add(new H2(title));
        getContent().add(content);
    }
}
