package districtkpi.ui.ranking;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.LevelMark;

/** What the marks of the grid mean. */
class LevelLegend extends Composite<UnorderedList> {

    /**
     * @param agreement the levels of which are shown where all indicators have the same
     */
    LevelLegend(Agreement agreement, Words words) {
        UnorderedList list = getContent();
        list.setId("legend");
        list.addClassName("legend");
        list.getElement().setAttribute("aria-label", words.of("legend"));
        if (agreement.hasOneScale()) {
            Indicator indicator = agreement.indicators().findFirst().orElseThrow();
            list.add(new ListItem(words.of("level.reached")));
            for (int level = indicator.topLevel(); level >= 0; level--) {
                list.add(new ListItem(LevelMark.of(indicator, level, words)));
            }
        }
        for (String key : new String[] {"legend.open", "legend.none", "legend.na"}) {
            Span text = new Span(words.of(key));
            list.add(new ListItem(text));
        }
    }
}
