package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Words;

/** Opens the browser's window for printing the page. */
class Print extends Composite<Button> {

    Print(Signal<Words> words) {
        this("print-page", false, words);
    }

    /**
     * @param named whether its name stands beside the picture
     */
    Print(String id, boolean named, Signal<Words> words) {
        Button button = getContent();
        button.setId(id);
        button.setIcon(VaadinIcon.PRINT.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        if (named) {
            button.bindText(words.map(w -> w.of("print")));
        }
        Signal.effect(
                button,
                () -> {
                    button.setAriaLabel(words.get().of("print"));
                    button.setTooltipText(words.get().of("print"));
                });
        button.getElement().executeJs("this.addEventListener('click', () => window.print())");
    }
}
