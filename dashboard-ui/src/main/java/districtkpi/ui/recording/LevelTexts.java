package districtkpi.ui.recording;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.OwnTarget;

/** The targets of an indicator: what each of its five levels asks for. */
class LevelTexts extends Composite<Details> {

    /**
     * @param district of which own targets stand beside the printed ones
     */
    LevelTexts(Indicator indicator, DistrictCode district, Words words) {
        OrderedList list = new OrderedList();
        list.addClassName("recording-levels");
        for (Level level : indicator.levels()) {
            Span thai = new Span(level.text().th());
            thai.getElement().setAttribute("lang", "th");
            ListItem item = new ListItem(thai);
            words.reading(level.text())
                    .ifPresent(english -> {
                        Span reading = new Span(english);
                        reading.addClassName("of-name");
                        item.add(reading);
                    });
            OwnTarget.of(indicator, level.number(), district, words).ifPresent(item::add);
            list.add(item);
        }
        getContent().setSummaryText(words.of("record.levels"));
        getContent().add(list);
    }
}
