package districtkpi.ui.cascade;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.db.account.Permission;
import districtkpi.db.cascade.Officer;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.state.VisibleCascade;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the agreement was handed down: in all districts, or in one, where it is done. */
@Route(CascadeNavigation.CASCADE)
@Menu(title = "nav.cascade", order = 34, icon = "vaadin:sitemap")
@Requires(Permission.READ)
class CascadeView extends RoundPage {

    private final VisibleCascade cascade;
    private final CascadeService service;
    private final SignOffRepository signOffs;
    private final ValueSignal<Situation> situation = new ValueSignal<>(Situation.START);

    /**
     * What was just done, and which officer is being renamed.
     *
     * @param step counts what was done
     * @param key of the text about it; empty if nothing was
     * @param argument of that text
     * @param edited absent for a new one
     */
    record Situation(int step, String key, String argument, @Nullable Officer edited) {

        static final Situation START = new Situation(0, "", "", null);

        Situation done(String textKey, String textArgument) {
            return new Situation(step + 1, textKey, textArgument, null);
        }

        Situation edit(Officer officer) {
            return new Situation(step + 1, "", "", officer);
        }

        Optional<Officer> editedOfficer() {
            return Optional.ofNullable(edited);
        }
    }

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
        return List.of(CascadeNavigation.DISTRICT);
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        Situation now = situation.get();
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
                            cascade.cascades(scoreboard.stored().agreement().round()),
                            state,
                            words));
            return content;
        }
        if (cascade.own().isEmpty()) {
            content.add(new Paragraph(CascadeNavigation.all(state, words.of("cascade.to-all"))));
        }
        boolean signedOff =
                signOffs.findHolding(scoreboard.stored().agreement().round()).isPresent();
        if (signedOff) {
            content.add(new Remark("cascade-remark", words.of("cascade.refused.signed-off")));
        }
        if (!now.key().isEmpty()) {
            content.add(new DoneRemark("outcome", words.of(now.key(), now.argument())));
        }
        content.add(
                new DistrictChain(
                        scoreboard,
                        district.get().code(),
                        signedOff,
                        cascade,
                        service,
                        state,
                        words,
                        now,
                        situation::set));
        return content;
    }
}
