package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageLink;
import java.util.Optional;

/** On every screen: whether it shows what was published, and the way to what was. */
class PublicationNote extends Composite<Div> {

    PublicationNote(
            Signal<Optional<PublicationState>> state, Signal<Place> place, Signal<Words> words) {
        Button mark = new Button();
        mark.setId("publication-mark");
        mark.addClassNames("mark", "publication-mark");
        mark.addThemeVariants(ButtonVariant.TERTIARY);
        Div note = new Div();
        note.setId("publication-note");
        note.addClassName("publication-note");
        Popover popover = new Popover(note);
        popover.setTarget(mark);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        getContent().add(mark, popover);
        Signal.effect(mark, () -> popover.setAriaLabel(words.get().of("publication.note")));
        Signal.effect(
                mark,
                () -> {
                    Optional<PublicationState> shown = state.get();
                    mark.setVisible(shown.isPresent());
                    note.removeAll();
                    shown.ifPresent(one -> {
                        mark.setText(one.mark());
                        note.add(new Span(one.text()));
                        one.link()
                                .ifPresent(link ->
                                        note.add(
                                                new Span(" "),
                                                PageLink.to(
                                                        place.peek().path(),
                                                        link.state(),
                                                        link.text())));
                    });
                });
    }
}
