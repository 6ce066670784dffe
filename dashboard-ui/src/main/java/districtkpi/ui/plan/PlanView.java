package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.RoundOver;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.DistrictPage;
import districtkpi.ui.shell.Scope;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The next levels of one district, named by its code in the address, and the best way to a goal.
 */
@Route(PlanNavigation.PATH)
@StyleSheet("context://district.css")
@StyleSheet("context://plan.css")
@Requires(Permission.READ)
class PlanView extends DistrictPage {

    private final Analyses analyses;

    /** What was changed last: whoever uses the keyboard goes on from there. */
    private String changed = "";

    PlanView(Preferences preferences, Rounds rounds, Analyses analyses) {
        super(preferences, rounds);
        this.analyses = analyses;
    }

    @Override
    protected Scope scope() {
        return Scope.DAY;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(
                PlanNavigation.EFFORT,
                PlanNavigation.GOAL,
                PlanNavigation.MISSING,
                PlanNavigation.ESTIMATES,
                PlanNavigation.ROWS);
    }

    @Override
    protected List<Component> downloads(Shown shown, PageState state, Words words) {
        return List.of(
                TableLink.csv(
                        "moves",
                        shown.scoreboard().agreement().round(),
                        state,
                        "&district=" + shown.district().code(),
                        words.of("district.download.moves")));
    }

    @Override
    protected String title(Shown shown, Words words) {
        return words.of("plan.title", words.of("district.name", words.of(shown.district().name())));
    }

    @Override
    protected List<Component> content(Shown shown, PageState state, Words words) {
        Plan plan = Plan.of(shown.scoreboard(), shown.district(), analyses, state).orElseThrow();
        boolean over = EarlierRound.isOver(plan.scoreboard());
        boolean nothing = plan.moves().moves().isEmpty();
        List<Component> content = new ArrayList<>();
        content.add(
                new PlanStrip(
                        title(shown, words),
                        plan,
                        over || nothing ? Optional.empty() : Optional.of(PlanOutcome.set(plan)),
                        state,
                        words));
        RoundOver.remark(plan.scoreboard(), words).ifPresent(content::add);
        if (nothing) {
            content.add(new Remark("plan-nothing", words.of("plan.nothing")));
            return content;
        }
        MovesTable moves = new MovesTable(plan, state, words, changed, id -> changed = id);
        MoveChips chips = new MoveChips(plan, state, words, moves::withTyped);
        if (over) {
            content.add(new GainsChart(plan, state, words));
            content.add(createLookBack(chips, moves, words));
            return content;
        }
        Block best =
                new Block(
                        words.of("plan.best"),
                        new PlanForm(
                                plan, state, words, changed, id -> changed = id, moves::withTyped),
                        new PlanOutcome(plan, state, words));
        Div first = new Div(best, new GainsChart(plan, state, words));
        first.addClassNames("district-first", "plan-first");
        content.add(first);
        content.add(createAll(chips, moves, words));
        content.add(createPrices(plan, words));
        return content;
    }

    private static Component createAll(MoveChips chips, MovesTable moves, Words words) {
        Block block =
                new Block(
                        words.of("plan.all"),
                        chips,
                        moves,
                        new Paragraph(words.of("plan.all.explanation")));
        block.setId("plan-all");
        return block;
    }

    /** Nothing can be planned any more: what would have reached more is all that can be said. */
    private static Component createLookBack(MoveChips chips, MovesTable moves, Words words) {
        Block block =
                new Block(
                        words.of("plan.look-back"),
                        new Paragraph(words.of("plan.look-back.explanation")),
                        chips,
                        moves);
        block.setId("look-back");
        return block;
    }

    /** Worked out when it is asked for. */
    private static Component createPrices(Plan plan, Words words) {
        Details prices = new Details(words.of("plan.price"));
        prices.setId("plan-prices");
        prices.addOpenedChangeListener(change -> {
            if (change.isOpened() && prices.getContent().findAny().isEmpty()) {
                prices.add(new PriceList(plan, words));
            }
        });
        return prices;
    }
}
