package districtkpi.ui.recording;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.domain.agreement.Measure;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;

/** What was handed in, when and by whom: each figure beside the one before it, and the note. */
class HandedInFigures extends Composite<Div> {

    HandedInFigures(String id, HandedIn handedIn, Words words) {
        RecordingWords recording = new RecordingWords(words);
        MeasureWords measures = new MeasureWords(words, handedIn.indicator());
        Div content = getContent();
        content.setId(id);
        content.addClassName("handed-in");
        content.add(new Paragraph(recording.step(handedIn.step())));
        UnorderedList list = new UnorderedList();
        for (Measure measure : handedIn.indicator().measures()) {
            ListItem item =
                    new ListItem(
                            words.of(
                                    "review.figure",
                                    words.of(measure.name()),
                                    handedIn.figure(measure)
                                            .map(one -> recording.figure(measure, one, measures))
                                            .orElseGet(() -> words.of("figures.missing"))));
            handedIn.before(measure)
                    .map(one -> recording.figure(measure, one, measures))
                    .ifPresent(before -> item.add(small(words.of("review.figure.before", before))));
            handedIn.instead(measure)
                    .map(one -> recording.figure(measure, one, measures))
                    .ifPresent(now -> item.add(new Remark(words.of("review.figure.instead", now))));
            list.add(item);
        }
        content.add(list);
        String note = handedIn.note();
        if (!note.isEmpty()) {
            Paragraph text = new Paragraph(words.of("review.handed-in.note", note));
            text.addClassName("handed-in-note");
            content.add(text);
        }
    }

    private static Span small(String text) {
        Span span = new Span(text);
        span.addClassName("of-name");
        return span;
    }
}
