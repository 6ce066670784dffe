package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * The files with what the page shows, in one place on every page. Where the bar has no room for
 * them, sharing and printing are here too.
 */
class DownloadMenu extends Composite<Div> {

    private static final String WIDE = "wide-only";
    private static final String NARROW = "narrow-only";

    DownloadMenu(Signal<Optional<Page>> page, Signal<Words> words) {
        Button button = new Button();
        button.setId("download");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setIcon(createFace(words));
        UnorderedList list = new UnorderedList();
        list.setId("downloads");
        list.addClassName("downloads");
        Div tools =
                new Div(
                        new ShareLink("share-narrow", true, words),
                        new Print("print-narrow", true, words));
        tools.addClassNames("page-tools", NARROW);
        Popover popover = new Popover(tools, list);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        getContent().add(button, popover);
        Signal.effect(
                button,
                () -> {
                    button.setTooltipText(words.get().of("download"));
                    popover.setAriaLabel(words.get().of("page.tools"));
                });
        Signal.effect(
                button,
                () -> {
                    List<Component> files = page.get().map(Page::files).orElse(List.of());
                    button.setClassName("without-files", files.isEmpty());
                    list.setVisible(!files.isEmpty());
                    list.removeAll();
                    files.forEach(file -> list.add(new ListItem(file)));
                });
    }

    /** Its name is what is behind it, which depends on the room. */
    private static Component createFace(Signal<Words> words) {
        Icon files = VaadinIcon.DOWNLOAD_ALT.create();
        files.addClassName(WIDE);
        Icon all = VaadinIcon.ELLIPSIS_DOTS_V.create();
        all.addClassName(NARROW);
        return new Span(
                files,
                createName(WIDE, words.map(w -> w.of("download"))),
                all,
                createName(NARROW, words.map(w -> w.of("page.tools"))));
    }

    private static Component createName(String room, Signal<String> text) {
        Span hidden = new Span(text);
        hidden.addClassName("visually-hidden");
        Span name = new Span(hidden);
        name.addClassName(room);
        return name;
    }
}
