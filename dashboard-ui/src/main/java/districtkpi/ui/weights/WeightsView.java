package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.weighting.Breakdown;
import districtkpi.ui.analysis.Analyses;
import districtkpi.ui.parts.DistrictField;
import districtkpi.ui.parts.Filter;
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
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where points come from and are lost, and what other weights and thresholds would change. */
@Route(WeightsNavigation.PATH)
@Menu(title = "nav.weights", order = 23, icon = "vaadin:scale")
@Requires(Permission.READ)
class WeightsView extends RoundPage {

    /** Four years of rounds before the one of the page. */
    private static final int MOST_PAST_ROUNDS = 8;

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

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        RoundId round = scoreboard.stored().agreement().round();
        Optional<DistrictCode> district = state.chosen(WeightsNavigation.DISTRICT);
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("weights.title"), scoreboard, state, words));
        Part part = Part.of(scoreboard.stored().agreement(), state);
        content.add(new Filter(words, createDistrictPicker(scoreboard, district, state, words)));
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
            content.addAll(createBreakdown(scoreboard, part, district, state, words));
            content.add(new InfluenceSection(analyses.influence(scoreboard), part, state, words));
            content.add(TableLink.csv("weights", round, state, "", words));
        }
        content.add(new Laboratory(scoreboard.stored().agreement(), state, words));
        boolean withPast = state.chosen(WeightsNavigation.PAST).isPresent();
        List<Scoreboard> past =
                rounds().upTo(scoreboard, 1 + (withPast ? MOST_PAST_ROUNDS : 1)).reversed().stream()
                        .skip(1)
                        .toList();
        content.add(
                new DraftEffects(
                        scoreboard, withPast ? past : List.of(), !past.isEmpty(), state, words));
        return content;
    }

    private List<Component> createBreakdown(
            Scoreboard scoreboard,
            Part part,
            Optional<DistrictCode> district,
            PageState state,
            Words words) {
        Optional<Breakdown> whole = analyses.breakdown(scoreboard, district);
        if (whole.isEmpty()) {
            return List.of(
                    new Remark(
                            "breakdown-none",
                            district.isPresent() && scoreboard.district(district.get()).isEmpty()
                                    ? words.of("district.unknown.text")
                                    : words.of("weights.none")));
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
        Component table =
                TableLink.csv(
                        "breakdown",
                        part.agreement().round(),
                        state,
                        district.map(code -> "&district=" + code).orElse(""),
                        words);
        return shown.<List<Component>>map(breakdown ->
                        List.of(
                                new BreakdownSection(breakdown, part, district, state, words),
                                table))
                .orElseGet(() ->
                        List.of(
                                new Remark(
                                        "breakdown-none",
                                        words.of("weights.part.not-applicable"))));
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
        picker.setPlaceholder(words.of("weights.province"));
        picker.setClearButtonVisible(true);
        return picker;
    }
}
