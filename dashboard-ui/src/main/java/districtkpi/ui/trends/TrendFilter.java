package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.movement.DistrictTrend;
import districtkpi.scoring.movement.Trend;
import districtkpi.ui.parts.Filter;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Chooses what is followed, and the districts that are to stand out. */
class TrendFilter extends Composite<Div> {

    private final Followed followed;
    private final TrendWords trendWords;
    private final PageState state;
    private final Words words;

    TrendFilter(Followed followed, PageState state, Words words) {
        this.followed = followed;
        this.trendWords = new TrendWords(words, followed);
        this.state = state;
        this.words = words;
        getContent().add(new Filter(words, createConceptPicker(), createDistrictPicker()));
        if (!followed.chosen().isEmpty()) {
            getContent().add(createChosen());
        }
    }

    private Component createConceptPicker() {
        Select<ConceptId> picker = new Select<>();
        picker.setId("concept-filter");
        picker.addClassName("wide-field");
        picker.setLabel(words.of("trends.filter.concept"));
        picker.setEmptySelectionAllowed(true);
        picker.setEmptySelectionCaption(words.of("trends.filter.concept.none"));
        List<Trend.Concept> concepts = followed.offered();
        picker.setItems(concepts.stream().map(Trend.Concept::concept).toList());
        picker.setItemLabelGenerator(id ->
                Objects.isNull(id)
                        ? words.of("trends.filter.concept.none")
                        : followed.trend()
                                .concept(id)
                                .map(concept -> trendWords.indicator(concept.latest()))
                                .orElse(""));
        followed.concept().map(Trend.Concept::concept).ifPresent(picker::setValue);
        picker.addValueChangeListener(change ->
                TrendsNavigation.go(state.with(TrendsNavigation.CONCEPT, change.getValue())));
        return picker;
    }

    private Component createDistrictPicker() {
        ComboBox<DistrictCode> picker = new ComboBox<>();
        picker.setId("district-filter");
        picker.setLabel(words.of("trends.filter.district"));
        picker.setPlaceholder(words.of("trends.filter.district.hint"));
        picker.setItems(
                followed.trend().districts().stream()
                        .map(DistrictTrend::district)
                        .filter(code -> !followed.chosen().contains(code))
                        .toList());
        picker.setItemLabelGenerator(trendWords::name);
        picker.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                List<DistrictCode> more = new ArrayList<>(followed.chosen());
                more.add(change.getValue());
                TrendsNavigation.go(state.with(TrendsNavigation.DISTRICTS, more));
            }
        });
        return picker;
    }

    private Component createChosen() {
        UnorderedList list = new UnorderedList();
        list.setId("chosen-districts");
        list.addClassName("chosen-list");
        list.getElement().setAttribute("aria-label", words.of("trends.chosen"));
        for (DistrictCode code : followed.chosen()) {
            List<DistrictCode> others =
                    followed.chosen().stream().filter(one -> !one.equals(code)).toList();
            Anchor remove =
                    TrendsNavigation.again(
                            state.with(
                                    TrendsNavigation.DISTRICTS, others.isEmpty() ? null : others),
                            trendWords.name(code) + " ✕");
            remove.setAriaLabel(words.of("trends.chosen.remove", trendWords.name(code)));
            list.add(new ListItem(remove));
        }
        return list;
    }
}
