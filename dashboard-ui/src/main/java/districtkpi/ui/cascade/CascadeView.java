package districtkpi.ui.cascade;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.cascade.CascadeService;
import districtkpi.office.cascade.VisibleCascade;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DistrictSearch;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.Pages;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the agreement was handed down: in all districts, or in one, where it is done. */
@Route(CascadeNavigation.CASCADE)
@Menu(title = "nav.cascade", order = 34, icon = "vaadin:sitemap")
@Requires(Permission.READ)
class CascadeView extends RoundPage {

    private final VisibleCascade cascade;
    private final CascadeService service;
    private final SignOffRepository signOffs;

    CascadeView(
            Preferences preferences,
            Rounds rounds,
            VisibleCascade cascade,
            CascadeService service,
            SignOffRepository signOffs) {
        super(preferences, rounds, "nav.cascade");
        this.cascade = cascade;
        this.service = service;
        this.signOffs = signOffs;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(CascadeNavigation.DISTRICT, DistrictSearch.TEXT, Pages.NUMBER);
    }

    @Override
    protected List<Component> downloads(Scoreboard scoreboard, PageState state, Words words) {
        return List.of(
                TableLink.csv(
                        "cascade",
                        scoreboard.agreement().round(),
                        state,
                        "",
                        words.of("cascade.download")));
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        Optional<DistrictCode> asked =
                cascade.own().or(() -> state.chosen(CascadeNavigation.DISTRICT));
        Optional<District> district = asked.flatMap(scoreboard::district);
        List<Component> content = new ArrayList<>();
        content.add(
                new RoundHeading(
                        district.map(one -> words.of("cascade.title.of", words.of(one.name())))
                                .orElseGet(() -> words.of("cascade.title")),
                        scoreboard,
                        state,
                        words));
        if (scoreboard.publication().isPresent() || state.chosenDay().isPresent()) {
            content.add(new Remark("cascade-remark", words.of("cascade.only-now")));
            return content;
        }
        if (asked.isPresent() && district.isEmpty()) {
            content.add(new Remark("cascade-remark", words.of("district.unknown.text")));
            return content;
        }
        content.add(new Paragraph(words.of("cascade.explanation")));
        if (district.isEmpty()) {
            content.add(
                    new CascadeOverview(
                            scoreboard,
                            cascade.cascades(scoreboard.agreement().round()),
                            state,
                            words));
            return content;
        }
        if (cascade.own().isEmpty()) {
            content.add(new Paragraph(CascadeNavigation.all(state, words.of("cascade.to-all"))));
        }
        boolean signedOff = signOffs.findHolding(scoreboard.agreement().round()).isPresent();
        if (signedOff) {
            content.add(new Remark("cascade-remark", words.of("refused.signed-off")));
        }
        Div outcome = new Div();
        content.add(outcome);
        content.add(
                new DistrictChain(
                        scoreboard,
                        district.get().code(),
                        signedOff,
                        cascade,
                        service,
                        state,
                        words,
                        done -> {
                            outcome.removeAll();
                            outcome.add(new DoneRemark("outcome", done));
                        }));
        return content;
    }
}
