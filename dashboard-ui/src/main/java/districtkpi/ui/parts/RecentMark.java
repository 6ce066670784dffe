package districtkpi.ui.parts;

import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.office.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Says that an import changed something since the reader was here before. */
public final class RecentMark extends Span {

    /**
     * @param indicators what changed; at least one
     */
    public RecentMark(List<IndicatorId> indicators, Words words) {
        String text =
                words.of(
                        "recent.changed",
                        indicators.stream()
                                .map(IndicatorId::value)
                                .collect(Collectors.joining(", ")));
        Span dot = new Span("●");
        dot.getElement().setAttribute("aria-hidden", "true");
        add(dot, new HiddenText(text));
        addClassName("recent-mark");
        setTitle(text);
    }
}
