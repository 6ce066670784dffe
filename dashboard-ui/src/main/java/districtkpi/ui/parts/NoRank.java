package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import districtkpi.office.words.Words;

/** In the place of a rank where there is none, with the reason for those who have it read out. */
public final class NoRank extends Composite<Span> {

    /**
     * @param withheld whether there is a rank that whoever looks may not see
     */
    public NoRank(boolean withheld, Words words) {
        getContent().add(new Span("–"), new HiddenText(reason(withheld, words)));
    }

    /** Why there is no rank. */
    public static String reason(boolean withheld, Words words) {
        return words.of(withheld ? "ranking.withheld" : "ranking.unranked");
    }
}
