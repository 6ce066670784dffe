package districtkpi.ui.compare;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.certainty.Band;
import districtkpi.scoring.certainty.Certainty;
import districtkpi.scoring.certainty.Pair;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.stream.Collectors;

/** What is worth a comparison while nobody chose one: the two at the top, and close ones. */
class Suggestions extends Composite<Section> {

    private static final int MAX_BANDS = 5;

    private final PageState state;
    private final Words words;
    private final DistrictNames names;

    Suggestions(Scoreboard scoreboard, Analyses analyses, PageState state, Words words) {
        this.state = state;
        this.words = words;
        names = new DistrictNames(scoreboard, words);
        getContent().setId("compare-suggestions");
        getContent().addClassName("block");
        getContent().add(new H2(words.of("compare.start")));
        Certainty certainty = analyses.certainty(scoreboard);
        if (certainty.neighbours().isEmpty()) {
            getContent().add(new Paragraph(words.of("compare.start.none")));
            return;
        }
        getContent().add(new Paragraph(words.of("compare.start.explanation")));
        UnorderedList list = new UnorderedList();
        list.addClassName("compare-starts");
        Pair top = certainty.neighbours().getFirst();
        list.add(item(List.of(top.ahead(), top.behind()), words.of("compare.leaders")));
        certainty.bands(Certainty.NEAR).stream()
                .filter(band -> !band.isAlone())
                .limit(MAX_BANDS)
                .forEach(band -> list.add(item(band)));
        getContent().add(list);
    }

    private ListItem item(Band band) {
        List<DistrictCode> districts =
                band.districts().subList(0, Math.min(Comparison.MAX, band.districts().size()));
        return item(
                districts,
                words.of(
                        band.isTie() ? "compare.tied" : "compare.close",
                        words.number(band.firstRank()),
                        words.number(band.lastRank())));
    }

    private ListItem item(List<DistrictCode> districts, String why) {
        String text = districts.stream().map(names::of).collect(Collectors.joining(" · "));
        Span reason = new Span(why);
        reason.addClassName("of-name");
        return new ListItem(CompareNavigation.again(state, districts, text), reason);
    }
}
