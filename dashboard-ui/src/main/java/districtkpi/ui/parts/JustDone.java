package districtkpi.ui.parts;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Optional;

/** What was just done, kept until the page that is shown because of it says so. */
public final class JustDone {

    private final String id;
    private final String text;

    private JustDone(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /**
     * Keeps it.
     *
     * @param id of what will say it
     */
    public static void say(UI page, String id, String text) {
        ComponentUtil.setData(page, JustDone.class, new JustDone(id, text));
    }

    /** Gives it to what says it, once; absent if nothing was done. */
    public static Optional<String> take(UI page, String id) {
        Optional<JustDone> done =
                Optional.ofNullable(ComponentUtil.getData(page, JustDone.class))
                        .filter(one -> one.id.equals(id));
        done.ifPresent(_ -> ComponentUtil.setData(page, JustDone.class, null));
        return done.map(one -> one.text);
    }
}
