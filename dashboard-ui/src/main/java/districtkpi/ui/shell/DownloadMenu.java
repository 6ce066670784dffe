package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.signals.Signal;
import districtkpi.ui.words.Words;
import java.util.List;
import java.util.Optional;

/** The files with what the page shows, in one place on every page. */
class DownloadMenu extends Composite<Div> {

    DownloadMenu(Signal<Optional<Page>> page, Signal<Words> words) {
        Button button = new Button(VaadinIcon.DOWNLOAD_ALT.create());
        button.setId("download");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        UnorderedList list = new UnorderedList();
        list.setId("downloads");
        list.addClassName("downloads");
        Popover popover = new Popover(list);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        getContent().add(button, popover);
        Signal.effect(
                button,
                () -> {
                    button.setAriaLabel(words.get().of("download"));
                    button.setTooltipText(words.get().of("download"));
                    popover.setAriaLabel(words.get().of("download"));
                });
        Signal.effect(
                button,
                () -> {
                    List<Component> files = page.get().map(Page::files).orElse(List.of());
                    button.setVisible(!files.isEmpty());
                    list.removeAll();
                    files.forEach(file -> list.add(new ListItem(file)));
                });
    }
}
