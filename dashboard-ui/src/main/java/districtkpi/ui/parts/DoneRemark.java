package districtkpi.ui.parts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Paragraph;

/**
 * What was just done. It takes the focus, since the button that did it is gone: so it is in sight
 * and read out, and who uses the keyboard goes on from here.
 */
public final class DoneRemark extends Paragraph {

    public DoneRemark(String id, String text) {
        super(text);
        setId(id);
        addClassNames("remark", "done-remark");
        getElement().setAttribute("tabindex", "-1");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().callJsFunction("focus");
    }
}
