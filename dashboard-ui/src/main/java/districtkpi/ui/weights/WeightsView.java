package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.weighting.Breakdown;
import districtkpi.ui.analysis.Analyses;
import districtkpi.ui.parts.DistrictField;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where points come from and are lost, and what other weights and thresholds would change. */
@Route(WeightsNavigation.PATH)
@Menu(title = "nav.weights", order = 4)
class WeightsView extends RoundPage {

    /** Four years of rounds before the one of the page. */
    private static final int MOST_PAST_ROUNDS = 8;

    private final Analyses analyses;

    WeightsView(Preferences preferences, Rounds rounds, Analyses analyses) {
        super(preferences, rounds, "nav.weights");
        this.analyses = analyses;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return WeightsNavigation.parameters();
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        RoundId round = scoreboard.stored().agreement().round();
        Optional<DistrictCode> district = state.chosen(WeightsNavigation.DISTRICT);
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("weights.title"), scoreboard, state, words));
        content.add(createFilter(scoreboard, district, state, words));
        Optional<Breakdown> breakdown = analyses.breakdown(scoreboard, district);
        if (breakdown.isPresent()) {
            content.add(new BreakdownSection(breakdown.get(), district, state, words));
            content.add(
                    TableLink.csv(
                            "breakdown",
                            round,
                            state,
                            district.map(code -> "&district=" + code).orElse(""),
                            words));
        } else {
            content.add(
                    new Remark(
                            "breakdown-none",
                            district.isPresent() && scoreboard.district(district.get()).isEmpty()
                                    ? words.of("district.unknown.text")
                                    : words.of("weights.none")));
        }
        content.add(new InfluenceSection(analyses.influence(scoreboard), state, words));
        content.add(TableLink.csv("weights", round, state, "", words));
        content.add(new Laboratory(scoreboard.stored().agreement(), state, words));
        List<Scoreboard> earlier = rounds().upTo(scoreboard);
        List<Scoreboard> past = earlier.subList(0, earlier.size() - 1).reversed();
        content.add(
                new DraftEffects(
                        scoreboard,
                        state.chosen(WeightsNavigation.PAST).isPresent()
                                ? past.stream().limit(MOST_PAST_ROUNDS).toList()
                                : List.of(),
                        !past.isEmpty(),
                        state,
                        words));
        return content;
    }

    private static Component createFilter(
            Scoreboard scoreboard, Optional<DistrictCode> district, PageState state, Words words) {
        DistrictField picker =
                new DistrictField(
                        "weights-district",
                        words.of("ranking.district"),
                        scoreboard.districts(),
                        district,
                        words,
                        chosen ->
                                WeightsNavigation.go(
                                        state.with(
                                                WeightsNavigation.DISTRICT, chosen.orElse(null))));
        picker.setPlaceholder(words.of("weights.province"));
        picker.setClearButtonVisible(true);
        Div filter = new Div(picker);
        filter.setId("filter");
        filter.addClassName("filter");
        filter.getElement().setAttribute("role", "search");
        filter.getElement().setAttribute("aria-label", words.of("filter"));
        return filter;
    }
}
