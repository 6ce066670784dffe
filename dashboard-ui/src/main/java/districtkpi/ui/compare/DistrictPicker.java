package districtkpi.ui.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.scoring.comparison.Similarity;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the districts by name, and offers those that are alike. */
class DistrictPicker extends Composite<Div> {

    private static final int MAX_SUGGESTED = 3;

    private final Scoreboard scoreboard;
    private final PageState state;
    private final Words words;
    private final List<DistrictCode> chosen;

    DistrictPicker(Scoreboard scoreboard, Analyses analyses, PageState state, Words words) {
        this.scoreboard = scoreboard;
        this.state = state;
        this.words = words;
        chosen = CompareNavigation.chosen(state);
        getContent().setId("compare-picker");
        getContent().addClassNames("filter", "compare-picker");
        getContent().getElement().setAttribute("role", "search");
        getContent().getElement().setAttribute("aria-label", words.of("compare.filter"));
        getContent().add(createPicker());
        if (!chosen.isEmpty() && chosen.size() < Comparison.MAX) {
            List<DistrictCode> similar =
                    analyses.similarity(scoreboard).peers(chosen.getFirst()).stream()
                            .map(Similarity.Peer::district)
                            .filter(peer -> !chosen.contains(peer))
                            .limit(MAX_SUGGESTED)
                            .toList();
            if (!similar.isEmpty()) {
                getContent().add(createSimilar(similar));
            }
        }
    }

    private Component createPicker() {
        MultiSelectComboBox<District> picker = new MultiSelectComboBox<>();
        picker.setId("districts-picker");
        picker.setAriaLabel(words.of("compare.choose", words.number(Comparison.MAX)));
        picker.setPlaceholder(words.of("compare.choose", words.number(Comparison.MAX)));
        picker.setTooltipText(words.of("compare.choose.help"));
        picker.setItems(DistrictPicker::matches, scoreboard.districts());
        picker.setItemLabelGenerator(district -> words.of(district.name()));
        picker.setValue(
                chosen.stream().flatMap(code -> scoreboard.district(code).stream()).toList());
        picker.addValueChangeListener(change -> {
            if (!picker.isOpened()) {
                go(change.getValue());
            }
        });
        // Several are chosen one after the other; they are compared once the list is closed.
        picker.getElement()
                .addPropertyChangeListener(
                        "opened",
                        "opened-changed",
                        _ -> {
                            if (!picker.isOpened() && isAnother(picker.getValue())) {
                                go(picker.getValue());
                            }
                        });
        return picker;
    }

    private boolean isAnother(Set<District> picked) {
        return !picked.stream()
                .map(District::code)
                .collect(Collectors.toSet())
                .equals(Set.copyOf(chosen));
    }

    /** Found by the beginning of its code, and by any part of its name in either language. */
    static boolean matches(District district, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return district.code().value().startsWith(text)
                || district.name().th().contains(text)
                || district.name().en().toLowerCase(Locale.ROOT).contains(text);
    }

    /** Whoever was chosen first stays first: it is the one that the others are compared with. */
    private void go(Set<District> picked) {
        List<DistrictCode> codes = picked.stream().map(District::code).toList();
        List<DistrictCode> inOrder = new ArrayList<>(chosen);
        inOrder.retainAll(codes);
        codes.stream().filter(code -> !inOrder.contains(code)).forEach(inOrder::add);
        CompareNavigation.go(CompareNavigation.choose(state, inOrder));
    }

    private Component createSimilar(List<DistrictCode> similar) {
        DistrictNames names = new DistrictNames(scoreboard, words);
        UnorderedList list = new UnorderedList();
        list.setId("similar-suggested");
        for (DistrictCode code : similar) {
            List<DistrictCode> more = new ArrayList<>(chosen);
            more.add(code);
            Anchor add =
                    CompareNavigation.again(state, more, words.of("compare.add", names.of(code)));
            list.add(new ListItem(add));
        }
        Span title = new Span(words.of("compare.similar-to", names.of(chosen.getFirst())));
        title.addClassName("figure-name");
        Div suggested = new Div(title, list);
        suggested.addClassName("compare-suggested");
        return suggested;
    }
}
