package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.ui.parts.DistrictField;
import districtkpi.ui.parts.DistrictSearch;
import districtkpi.ui.parts.Filter;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.ranking.RankingNavigation.Show;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses whether all districts are shown, the first three, or one with its neighbours. */
class ShowFilter extends Composite<Div> {

    private final Scoreboard scoreboard;
    private final PageState state;
    private final Words words;

    ShowFilter(Scoreboard scoreboard, DistrictChoice choice, PageState state, Words words) {
        this.scoreboard = scoreboard;
        this.state = state;
        this.words = words;
        getContent().addClassName("show-filter");
        List<Component> fields = new ArrayList<>();
        fields.add(createShowPicker());
        if (shown() == Show.NEIGHBOURS) {
            fields.add(createDistrictPicker());
        }
        fields.add(new DistrictSearch("ranking-find", RankingNavigation.PATH, state, words));
        getContent().add(new Filter(words, fields.toArray(Component[]::new)));
        if (choice.districts().isEmpty()) {
            getContent().add(new Remark("show-none", words.of("district-search.none")));
        }
        if (choice.missing()) {
            getContent().add(new Remark("show-missing", words.of("show.missing")));
        }
        if (choice.shown() < choice.districts().size()) {
            getContent()
                    .add(
                            new Remark(
                                    "show-more",
                                    words.of(
                                            "show.more",
                                            words.number(choice.shown()),
                                            words.number(choice.all()))));
        }
    }

    private Show shown() {
        return state.chosen(RankingNavigation.SHOW).orElse(Show.ALL);
    }

    private Component createShowPicker() {
        Select<Show> picker = new Select<>();
        picker.setId("show-filter");
        picker.setLabel(words.of("show"));
        picker.setItems(Show.values());
        picker.setItemLabelGenerator(this::name);
        picker.setValue(shown());
        picker.addValueChangeListener(change -> go(change.getValue(), district()));
        return picker;
    }

    private String name(Show show) {
        return switch (show) {
            case ALL -> words.of("show.all");
            case TOP -> words.of("show.top");
            case NEIGHBOURS -> words.of("show.neighbours");
        };
    }

    private Component createDistrictPicker() {
        return new DistrictField(
                "district-filter",
                words.of("show.district"),
                scoreboard.districts(),
                state.chosen(RankingNavigation.DISTRICT),
                words,
                district -> district.ifPresent(code -> go(Show.NEIGHBOURS, code)));
    }

    /** The district in the address, or the first of the ranking. */
    private @Nullable DistrictCode district() {
        return state.chosen(RankingNavigation.DISTRICT)
                .or(() ->
                        scoreboard.ranking().rows().stream()
                                .map(Ranking.Row::scorecard)
                                .map(scorecard -> scorecard.district())
                                .findFirst())
                .orElse(null);
    }

    private void go(Show show, @Nullable DistrictCode district) {
        PageState changed =
                state.with(RankingNavigation.SHOW, show == Show.ALL ? null : show)
                        .with(
                                RankingNavigation.DISTRICT,
                                show == Show.NEIGHBOURS ? district : null);
        RankingNavigation.go(changed);
    }
}
