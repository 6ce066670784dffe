package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.domain.agreement.Indicator;
import districtkpi.office.words.StageWords;
import districtkpi.office.words.Words;

/** The targets that hold until days of the round, a line each. */
public final class StageList extends Composite<Div> {

    /**
     * @param indicator as it was agreed
     */
    public StageList(Indicator indicator, Words words) {
        UnorderedList list = new UnorderedList();
        list.addClassName("conditions");
        StageWords said = new StageWords(words);
        indicator.stages().forEach(stage -> list.add(new ListItem(said.of(indicator, stage))));
        getContent().setId("stages-" + indicator.id());
        getContent().addClassName("district-terms");
        getContent().add(new Paragraph(words.of("stage.list")), list);
    }
}
