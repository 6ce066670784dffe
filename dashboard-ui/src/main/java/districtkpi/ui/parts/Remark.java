package districtkpi.ui.parts;

import com.vaadin.flow.component.html.Paragraph;

/** Something to be noticed, such as what is missing and what to do about it. */
public final class Remark extends Paragraph {

    public Remark(String text) {
        super(text);
        addClassName("remark");
    }

    /** A remark with an id. */
    public Remark(String id, String text) {
        this(text);
        setId(id);
    }
}
