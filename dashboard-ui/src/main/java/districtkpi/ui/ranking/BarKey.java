package districtkpi.ui.ranking;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.SectionColor;

/** What the pieces of the bars stand for. */
class BarKey extends Composite<UnorderedList> {

    BarKey(Agreement agreement, Words words) {
        getContent().addClassName("bar-key");
        for (SectionTerms terms : agreement.sections()) {
            add(SectionColor.of(agreement, terms.section()), words.of(terms.name()));
        }
        add("key-possible", words.of("bar.possible"));
    }

    private void add(String style, String text) {
        Span key = new Span();
        key.addClassNames("key", style);
        getContent().add(new ListItem(key, new Span(text)));
    }
}
