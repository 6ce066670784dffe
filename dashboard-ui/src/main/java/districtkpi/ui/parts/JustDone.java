package districtkpi.ui.parts;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was just done or refused, kept until the page that is shown because of it says so. */
public final class JustDone {

    /** Milliseconds. */
    private static final int SHOWN_FOR = 12_000;

    private final Map<String, String> texts = new LinkedHashMap<>();

    private JustDone() {}

    /**
     * Keeps it.
     *
     * @param id of what will say it
     */
    public static void say(UI page, String id, String text) {
        JustDone said =
                Optional.ofNullable(ComponentUtil.getData(page, JustDone.class))
                        .orElseGet(JustDone::new);
        said.texts.put(id, text);
        ComponentUtil.setData(page, JustDone.class, said);
    }

    /** Gives it to what says it, once; absent if nothing was done. */
    public static Optional<String> take(UI page, String id) {
        return Optional.ofNullable(ComponentUtil.getData(page, JustDone.class))
                .map(said -> said.texts.remove(id));
    }

    /**
     * Says what nothing on the page has taken, now that it is complete: what it was about may be
     * gone.
     */
    public static void sayTheRest(UI page) {
        Optional.ofNullable(ComponentUtil.getData(page, JustDone.class))
                .ifPresent(said -> {
                    said.texts
                            .values()
                            .forEach(text ->
                                    Notification.show(
                                            text, SHOWN_FOR, Notification.Position.TOP_CENTER));
                    said.texts.clear();
                });
    }
}
