package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Span;
import districtkpi.office.words.TextPiece;
import districtkpi.office.words.Words;

/** An interface text in whose places stand links or other components. */
public final class Sentence extends Composite<Span> implements HasStyle {

    /**
     * A sentence.
     *
     * @param key of the text, which has each argument once
     */
    public Sentence(Words words, String key, Component... arguments) {
        for (TextPiece piece : words.pieces(key)) {
            switch (piece) {
                case TextPiece.Said(String text) -> getContent().add(text);
                case TextPiece.Place(int argument) -> getContent().add(arguments[argument]);
            }
        }
    }
}
