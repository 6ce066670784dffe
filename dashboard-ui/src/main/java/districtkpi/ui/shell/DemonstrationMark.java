package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Words;
import districtkpi.ui.state.Rounds;

/** Says on every screen that what it shows is made up. */
class DemonstrationMark extends Composite<Span> {

    DemonstrationMark(Signal<Rounds.Frame> frame, Signal<Words> words) {
        Span mark = getContent();
        mark.setId("demonstration-banner");
        mark.addClassNames("mark", "demonstration-mark");
        mark.getElement().setAttribute("role", "note");
        mark.bindText(words.map(w -> w.of("demonstration.mark")));
        mark.bindVisible(frame.map(Rounds.Frame::demonstration));
        Signal.effect(mark, () -> mark.setTitle(words.get().of("demonstration.banner")));
    }
}
