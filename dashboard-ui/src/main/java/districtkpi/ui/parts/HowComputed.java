package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.office.words.ComputationWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.ComputedFigure;

/** How a number was computed: the rule, and how each of its steps turned out. */
public final class HowComputed extends Composite<Div> {

    public HowComputed(ComputedFigure figure, ComputationWords computations, Words words) {
        getContent().add(words.of("computed.is", computations.rule(figure.measure())));
        computations.steps(figure).forEach(step -> getContent().add(new Div(step)));
    }
}
