package districtkpi.ui.ranking;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.office.words.Words;

/** What it means that a rank is sure or not, for who asks. */
class CertaintyNote extends Composite<NativeDetails> {

    /** Of the component, for links to it. */
    static final String ID = "certainty-note";

    private static final String METHOD = "method/certainty.md";

    CertaintyNote(Words words) {
        NativeDetails details = getContent();
        details.setId(ID);
        details.addClassName("explanation");
        details.setSummaryText(words.of("certainty.note"));
        UnorderedList list =
                new UnorderedList(
                        new ListItem(words.of("certainty.note.weights")),
                        new ListItem(words.of("certainty.note.next")),
                        new ListItem(words.of("certainty.note.levels")),
                        new ListItem(words.of("certainty.note.bands")));
        Anchor method = new Anchor(METHOD, words.of("certainty.note.method"));
        method.setRouterIgnore(true);
        details.setContent(new Div(list, new Paragraph(method)));
    }
}
