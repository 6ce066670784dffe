package districtkpi.ui.cascade;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Paragraph;

/**
 * What was just done. It takes the focus, since the button that did it is gone, and so is read out.
 */
final class DoneRemark extends Paragraph {

    DoneRemark(String text) {
        super(text);
        setId("outcome");
        addClassName("remark");
        getElement().setAttribute("tabindex", "-1");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().callJsFunction("focus");
    }
}
