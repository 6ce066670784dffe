package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Words;

/**
 * Opens the drawer where it lies over the page, and folds it to its icons where it stands beside
 * it; the browser remembers which.
 */
class DrawerSwitch extends Composite<Button> {

    DrawerSwitch(Signal<Words> words) {
        Button button = getContent();
        button.setId("drawer-switch");
        button.setIcon(VaadinIcon.MENU.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        Signal.effect(button, () -> button.setAriaLabel(words.get().of("navigation.switch")));
        button.getElement()
                .executeJs(
                        """
                        const layout = this.closest('vaadin-app-layout');
                        layout.classList.toggle('folded', localStorage.getItem('drawer') === 'folded');
                        this.addEventListener('click', () => {
                            if (layout.overlay) {
                                layout.drawerOpened = !layout.drawerOpened;
                            } else {
                                const folded = layout.classList.toggle('folded');
                                localStorage.setItem('drawer', folded ? 'folded' : 'open');
                            }
                        });\
                        """);
    }
}
