package districtkpi.ui.agreement;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.domain.agreement.Note;
import districtkpi.office.words.Words;
import java.util.List;

/** What the readers of the agreement remark beside its text. */
class Notes extends Composite<UnorderedList> {

    Notes(List<Note> notes, Words words) {
        getContent().addClassName("notes");
        for (Note note : notes) {
            Span kind =
                    new Span(
                            switch (note.kind()) {
                                case ODDITY -> words.of("note.oddity");
                                case ASSUMPTION -> words.of("note.assumption");
                                case EXPLANATION -> words.of("note.explanation");
                            });
            kind.addClassNames("note-kind");
            getContent().add(new ListItem(kind, new Span(" " + words.of(note.text()))));
        }
    }
}
