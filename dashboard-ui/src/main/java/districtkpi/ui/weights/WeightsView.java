package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.weighting.Breakdown;
import districtkpi.ui.parts.DistrictField;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.PartRemark;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.Scope;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.weights.WeightsNavigation.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where points come from and are lost. */
@Route(WeightsNavigation.PATH)
@StyleSheet("context://analysis.css")
@Menu(title = "nav.weights", order = 23, icon = "vaadin:scale")
@Requires(Permission.READ)
class WeightsView extends RoundPage {

    private final Analyses analyses;

    WeightsView(Preferences preferences, Rounds rounds, Analyses analyses) {
        super(preferences, rounds, "nav.weights");
        this.analyses = analyses;
    }

    @Override
    protected Scope scope() {
        return Scope.PART;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return WeightsNavigation.parameters();
    }

    /** Leads to the laboratory whoever has an address from when it was on this page. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        if (LaboratoryNavigation.isAskedFor(shown())) {
            event.forwardTo(
                    LaboratoryNavigation.PATH,
                    shown().with(WeightsNavigation.DISTRICT, null).toQuery());
        }
    }

    @Override
    protected List<Component> downloads(Scoreboard scoreboard, PageState state, Words words) {
        RoundId round = scoreboard.agreement().round();
        return List.of(
                TableLink.csv(
                        "breakdown",
                        round,
                        state,
                        state.chosen(WeightsNavigation.DISTRICT)
                                .map(code -> "&district=" + code)
                                .orElse(""),
                        words.of("weights.download")),
                TableLink.csv("weights", round, state, "", words.of("indicator.download.decides")));
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        Optional<DistrictCode> district = state.chosen(WeightsNavigation.DISTRICT);
        List<Component> content = new ArrayList<>();
        content.add(
                new RoundHeading(words.of("weights.title"), scoreboard, state, words)
                        .beside(createDistrictPicker(scoreboard, district, state, words)));
        Part part = Part.of(scoreboard.agreement(), state);
        if (part.indicators().isEmpty()) {
            content.add(PartRemark.empty(part, WeightsNavigation.PATH, state, words));
        } else {
            if (!part.isWhole()) {
                content.add(
                        PartRemark.withWayBack(
                                new Remark(
                                        "part-remark",
                                        words.of("weights.part.only", part.description(words))),
                                WeightsNavigation.PATH,
                                state,
                                words));
            }
            Tab tab = state.chosen(WeightsNavigation.TAB).orElse(Tab.INDICATORS);
            content.addAll(createBreakdown(scoreboard, part, district, tab, state, words));
            if (tab == Tab.INFLUENCE) {
                content.add(
                        new InfluenceSection(analyses.influence(scoreboard), part, state, words));
            }
        }
        return content;
    }

    private List<Component> createBreakdown(
            Scoreboard scoreboard,
            Part part,
            Optional<DistrictCode> district,
            Tab tab,
            PageState state,
            Words words) {
        WeightsTabs tabs = new WeightsTabs(tab, state, words);
        Optional<Breakdown> whole = analyses.breakdown(scoreboard, district);
        if (whole.isEmpty()) {
            return List.of(
                    new Remark(
                            "breakdown-none",
                            district.isPresent() && scoreboard.district(district.get()).isEmpty()
                                    ? words.of("district.unknown.text")
                                    : words.of("weights.none")),
                    tabs);
        }
        Optional<Breakdown> shown =
                part.isWhole()
                        ? whole
                        : whole.get()
                                .only(
                                        part.agreement(),
                                        part.indicators().stream()
                                                .map(Indicator::id)
                                                .collect(Collectors.toUnmodifiableSet()));
        if (shown.isEmpty()) {
            return List.of(
                    new Remark("breakdown-none", words.of("weights.part.not-applicable")), tabs);
        }
        BreakdownSection section = new BreakdownSection(shown.get(), part, district, state, words);
        return tab == Tab.INFLUENCE
                ? List.of(section, tabs)
                : List.of(section, tabs, section.table(shown.get(), tab));
    }

    private static Component createDistrictPicker(
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
        // The heading beside it says what of.
        picker.setLabel("");
        picker.setAriaLabel(words.of("ranking.district"));
        picker.setPlaceholder(words.of("weights.province"));
        picker.setClearButtonVisible(true);
        return picker;
    }
}
