package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.ui.analysis.Analyses;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.RoundOver;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.DistrictPage;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.Scope;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The next levels of one district, named by its code in the address, and the best way to a goal.
 */
@Route(PlanNavigation.PATH)
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
                PlanNavigation.ESTIMATES);
    }

    @Override
    protected List<Component> downloads(Shown shown, PageState state, Words words) {
        return List.of(
                TableLink.csv(
                        "moves",
                        shown.scoreboard().stored().agreement().round(),
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
        List<Component> content = new ArrayList<>();
        Anchor back =
                DistrictNavigation.link(
                        state,
                        plan.district().code(),
                        words.of(
                                "plan.back",
                                words.of("district.name", words.of(plan.district().name()))));
        back.setId("back");
        content.add(
                new RoundHeading(title(shown, words), plan.scoreboard(), state, words)
                        .beside(back));
        RoundOver.remark(plan.scoreboard(), words).ifPresent(content::add);
        if (plan.moves().moves().isEmpty()) {
            content.add(new Remark("plan-nothing", words.of("plan.nothing")));
            return content;
        }
        if (RoundOver.is(plan.scoreboard())) {
            content.add(createLookBack(plan, state, words));
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
                        new MovesTable(plan, state, words, changed, id -> changed = id)));
        content.add(new Block(words.of("plan.price"), new PriceList(plan, words)));
        return content;
    }

    /** Nothing can be planned any more: what would have reached more is all that can be said. */
    private Component createLookBack(Plan plan, PageState state, Words words) {
        Block block =
                new Block(
                        words.of("plan.look-back"),
                        new Paragraph(words.of("plan.look-back.explanation")),
                        new MovesTable(plan, state, words, changed, id -> changed = id));
        block.setId("look-back");
        return block;
    }
}
