package districtkpi.ui.shell;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/** Some of the work that waits was done on the page at hand, or came anew. */
public final class WaitingWork extends ComponentEvent<UI> {

    private static final long serialVersionUID = 1;

    private WaitingWork(UI ui) {
        super(ui, false);
    }

    /** Has the counts in the menu of the current page looked at again. */
    public static void changed() {
        UI ui = UI.getCurrent();
        ComponentUtil.fireEvent(ui, new WaitingWork(ui));
    }

    static Registration listen(UI ui, Runnable listener) {
        return ComponentUtil.addListener(ui, WaitingWork.class, _ -> listener.run());
    }
}
