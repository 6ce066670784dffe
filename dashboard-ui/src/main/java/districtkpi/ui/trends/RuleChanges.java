package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.domain.agreement.RoundId;
import districtkpi.office.words.RuleChangeWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.movement.RuleChange;
import java.util.List;

/** What changed in the rules from each round to the next. */
class RuleChanges extends Composite<Section> {

    private static final int MAX_IN_SIGHT = 12;

    private final RuleChangeWords changeWords;
    private final Words words;

    RuleChanges(Followed followed, Words words) {
        this.changeWords = new RuleChangeWords(words);
        this.words = words;
        Section section = getContent();
        section.setId("rule-changes");
        section.addClassName("block");
        section.add(
                new H2(words.of("trends.rules.title")),
                new Paragraph(words.of("trends.rules.intro")));
        List<RoundId> rounds = new TrendWords(words, followed).rounds();
        for (int round = rounds.size() - 1; round > 0; round--) {
            section.add(
                    new H3(
                            words.of(
                                    "trends.rules.between",
                                    words.round(rounds.get(round - 1)),
                                    words.round(rounds.get(round)))));
            addChanges(followed.changes(round));
        }
    }

    private void addChanges(List<RuleChange> changes) {
        List<RuleChange> counting = changes.stream().filter(RuleChange::affectsScores).toList();
        if (counting.isEmpty()) {
            getContent().add(new Paragraph(words.of("trends.rules.none")));
        } else if (counting.size() <= MAX_IN_SIGHT) {
            getContent().add(list(counting));
        } else {
            getContent().add(list(counting.subList(0, MAX_IN_SIGHT)));
            getContent()
                    .add(
                            new NativeDetails(
                                    words.of(
                                            "trends.rules.more",
                                            words.number(counting.size() - MAX_IN_SIGHT)),
                                    list(counting.subList(MAX_IN_SIGHT, counting.size()))));
        }
        List<RuleChange> wordings =
                changes.stream().filter(change -> !change.affectsScores()).toList();
        if (!wordings.isEmpty()) {
            getContent()
                    .add(
                            new NativeDetails(
                                    words.of("trends.rules.wording", words.number(wordings.size())),
                                    list(wordings)));
        }
    }

    private Component list(List<RuleChange> changes) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        changes.forEach(change -> list.add(new ListItem(changeWords.sentence(change))));
        return list;
    }
}
