package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Words;

/** Copies the address of the page, which holds all that is chosen on it. */
class ShareLink extends Composite<Button> {

    ShareLink(Signal<Words> words) {
        this("share", false, words);
    }

    /**
     * @param named whether its name stands beside the picture
     */
    ShareLink(String id, boolean named, Signal<Words> words) {
        Button button = getContent();
        button.setId(id);
        button.setIcon(VaadinIcon.LINK.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        if (named) {
            button.bindText(words.map(w -> w.of("share")));
        }
        Signal.effect(
                button,
                () -> {
                    button.setAriaLabel(words.get().of("share"));
                    button.setTooltipText(words.get().of("share"));
                });
        button.addClickListener(_ ->
                button.getElement()
                        // Browsers lend the clipboard to https and to this machine alone.
                        .executeJs(
                                """
                                return navigator.clipboard
                                    ? navigator.clipboard.writeText(location.href)
                                        .then(() => true, () => false)
                                    : false\
                                """)
                        .then(
                                Boolean.class,
                                copied ->
                                        Notification.show(
                                                words.peek()
                                                        .of(
                                                                copied
                                                                        ? "share.done"
                                                                        : "share.by-hand"))));
    }
}
