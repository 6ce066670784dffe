package districtkpi.ui.ranking;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.LevelMark;

/** What the marks of the grid mean. */
class LevelLegend extends Composite<UnorderedList> {

    LevelLegend(Words words) {
        UnorderedList list = getContent();
        list.setId("legend");
        list.addClassName("legend");
        list.getElement().setAttribute("aria-label", words.of("legend"));
        list.add(new ListItem(words.of("level.reached")));
        for (int level = 5; level >= 0; level--) {
            list.add(new ListItem(LevelMark.ofShade(level, words)));
        }
        for (String key : new String[] {"legend.open", "legend.none", "legend.na"}) {
            Span text = new Span(words.of(key));
            list.add(new ListItem(text));
        }
    }
}
