package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.db.account.Permission;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.analysis.Analyses;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DayFilter;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.Page;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The next levels of one district, named by its code in the address, and the best way to a goal.
 */
@Route(PlanNavigation.PATH)
@Requires(Permission.READ)
class PlanView extends Page implements HasUrlParameter<String> {

    private final ValueSignal<Optional<DistrictCode>> code = new ValueSignal<>(Optional.empty());
    private final Rounds rounds;
    private final Analyses analyses;

    /** What was changed last: whoever uses the keyboard goes on from there. */
    private String changed = "";

    PlanView(Preferences preferences, Rounds rounds, Analyses analyses) {
        super(preferences);
        this.rounds = rounds;
        this.analyses = analyses;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        try {
            code.set(Optional.of(DistrictCode.of(parameter)));
        } catch (IllegalArgumentException _) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(
                PlanNavigation.EFFORT,
                PlanNavigation.GOAL,
                PlanNavigation.MISSING,
                PlanNavigation.ESTIMATES);
    }

    @Override
    protected String title(PageState state, Words words) {
        return plan(state, code.peek())
                .map(plan -> title(plan, words))
                .orElseGet(() -> words.of("district.unknown"));
    }

    private static String title(Plan plan, Words words) {
        return words.of("plan.title", words.of("district.name", words.of(plan.district().name())));
    }

    private Optional<Plan> plan(PageState state, Optional<DistrictCode> asked) {
        return rounds.scoreboard(state)
                .flatMap(scoreboard ->
                        asked.flatMap(scoreboard::district)
                                .flatMap(district ->
                                        Plan.of(scoreboard, district, analyses, state)));
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        return plan(state, code.get())
                .map(plan -> content(plan, state, words))
                .orElseGet(() ->
                        List.of(
                                new H1(words.of("district.unknown")),
                                new Paragraph(words.of("district.unknown.text")),
                                new Paragraph(
                                        PageLink.home(state.shared(), words.of("nav.ranking")))));
    }

    private List<Component> content(Plan plan, PageState state, Words words) {
        List<Component> content = new ArrayList<>();
        Anchor back =
                DistrictNavigation.link(
                        state,
                        plan.district().code(),
                        words.of(
                                "plan.back",
                                words.of("district.name", words.of(plan.district().name()))));
        back.setId("back");
        content.add(new Paragraph(back));
        content.add(new RoundHeading(title(plan, words), plan.scoreboard(), state, words));
        content.add(
                new DayFilter(
                        analyses.days(plan.scoreboard()),
                        state,
                        words,
                        chosen ->
                                UI.getCurrent()
                                        .navigate(
                                                PlanNavigation.path(plan.district().code()),
                                                chosen.toQuery())));
        if (plan.moves().moves().isEmpty()) {
            content.add(new Remark("plan-nothing", words.of("plan.nothing")));
            return content;
        }
        content.add(new PlanForm(plan, state, words, changed, id -> changed = id));
        content.add(
                new Block(
                        words.of("plan.best"),
                        new Paragraph(plan.effort().explanation(words)),
                        new PlanOutcome(plan, state, words)));
        content.add(
                new Block(
                        words.of("plan.all"),
                        new Paragraph(words.of("plan.all.explanation")),
                        new MovesTable(plan, state, words, changed, id -> changed = id),
                        TableLink.csv(
                                "moves",
                                plan.scoreboard().stored().agreement().round(),
                                state,
                                "&district=" + plan.district().code(),
                                words)));
        content.add(new Block(words.of("plan.price"), new PriceList(plan, words)));
        return content;
    }
}
