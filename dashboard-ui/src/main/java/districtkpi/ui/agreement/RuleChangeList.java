package districtkpi.ui.agreement;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.office.words.RuleChangeWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.movement.RuleChange;
import java.util.Comparator;
import java.util.List;

/** What differs from the round before, in sentences: what changes scores first. */
class RuleChangeList extends Composite<UnorderedList> {

    RuleChangeList(List<RuleChange> changes, Words words) {
        RuleChangeWords sentences = new RuleChangeWords(words);
        getContent().addClassName("rule-changes");
        changes.stream()
                .sorted(Comparator.comparing(RuleChange::affectsScores).reversed())
                .forEach(change -> getContent().add(new ListItem(sentences.sentence(change))));
    }
}
