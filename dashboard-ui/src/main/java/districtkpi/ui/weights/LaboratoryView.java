package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.office.laboratory.KeptDrafts;
import districtkpi.office.words.Words;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.Scope;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.List;

/** What other weights, thresholds and shares would change: set on the left, seen on the right. */
@Route(LaboratoryNavigation.PATH)
@StyleSheet("context://analysis.css")
@Menu(title = "nav.laboratory", order = 25, icon = "vaadin:flask")
@Requires(Permission.READ)
class LaboratoryView extends RoundPage {

    /** Four years of rounds before the one of the page. */
    private static final int MAX_PAST_ROUNDS = 8;

    private final KeptDrafts drafts;

    LaboratoryView(Preferences preferences, Rounds rounds, KeptDrafts drafts) {
        super(preferences, rounds, "nav.laboratory");
        this.drafts = drafts;
    }

    @Override
    protected Scope scope() {
        return Scope.DAY;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return LaboratoryNavigation.parameters();
    }

    @Override
    protected List<Component> downloads(Scoreboard scoreboard, PageState state, Words words) {
        Agreement agreement = scoreboard.stored().agreement();
        Draft draft = state.chosen(LaboratoryNavigation.DRAFT).orElse(Draft.NONE);
        if (!(draft.applyTo(agreement) instanceof DraftedAgreement.Scorable)) {
            return List.of();
        }
        Anchor table = KeptDraftsPanel.download(agreement, draft, state, words);
        table.setText(words.of("lab.csv"));
        table.setId("lab-csv");
        Anchor drafted = KeptDraftsPanel.agreementFile(agreement, draft, words);
        drafted.setId("lab-download");
        return List.of(table, drafted);
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        Agreement agreement = scoreboard.stored().agreement();
        boolean withPast = state.chosen(LaboratoryNavigation.PAST).isPresent();
        List<Scoreboard> past =
                rounds().upTo(scoreboard, 1 + (withPast ? MAX_PAST_ROUNDS : 1)).reversed().stream()
                        .skip(1)
                        .toList();
        Div left =
                new Div(
                        new LaboratoryForm(agreement, state, words),
                        new KeptDraftsPanel(agreement, drafts, state, words));
        left.addClassName("lab-left");
        Div bench =
                new Div(
                        left,
                        new DraftEffects(
                                scoreboard,
                                withPast ? past : List.of(),
                                !past.isEmpty(),
                                drafts.of(agreement.round()),
                                state,
                                words));
        bench.setId("laboratory");
        bench.addClassName("laboratory");
        keepFocus(bench);
        return List.of(new RoundHeading(words.of("lab.title"), scoreboard, state, words), bench);
    }

    /** The page is built anew with each change; whoever uses the keyboard goes on where it was. */
    private static void keepFocus(Component bench) {
        bench.getElement()
                .executeJs(
                        """
                        const page = this.closest('.page');
                        if (!page.focusIsKept) {
                            page.focusIsKept = true;
                            page.addEventListener('focusin', happened => {
                                page.focused = happened.target.closest('.lab-row > [id]')?.id;
                            });
                        } else if (page.focused && document.activeElement === document.body) {
                            const again = document.getElementById(page.focused);
                            again?.focus({ preventScroll: true });
                        }\
                        """);
    }
}
