package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.recording.RecordingService;
import districtkpi.ui.parts.DistrictField;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.recording.RecordingCard.Recording;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The form in which a district records its results of a round. */
@Route(RecordingNavigation.RECORD)
@Menu(title = "nav.record", order = 31, icon = "vaadin:pencil")
@Requires(Permission.RECORD)
class RecordView extends RoundPage {

    private final Rounds rounds;
    private final RecordingService service;
    private final DraftRepository drafts;
    private final SignOffRepository signOffs;
    private final ReviewRepository reviews;
    private final EvidenceRepository evidence;
    private final EvidenceFiles files;
    private final ImportRepository imports;
    private final CurrentAccount current;

    RecordView(
            Preferences preferences,
            Rounds rounds,
            RecordingService service,
            DraftRepository drafts,
            SignOffRepository signOffs,
            ReviewRepository reviews,
            EvidenceRepository evidence,
            EvidenceFiles files,
            ImportRepository imports,
            CurrentAccount current) {
        super(preferences, rounds, "nav.record");
        this.rounds = rounds;
        this.service = service;
        this.drafts = drafts;
        this.signOffs = signOffs;
        this.reviews = reviews;
        this.evidence = evidence;
        this.files = files;
        this.imports = imports;
        this.current = current;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(RecordingNavigation.DISTRICT);
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        List<Component> content = new ArrayList<>();
        Optional<DistrictCode> own = current.get().flatMap(SignedIn::district);
        Optional<District> district =
                own.or(() -> state.chosen(RecordingNavigation.DISTRICT))
                        .flatMap(scoreboard::district);
        String title =
                district.map(one -> words.of("record.title", words.of(one.name())))
                        .orElseGet(() -> words.of("nav.record"));
        content.add(new RoundHeading(title, scoreboard, state, words));
        if (scoreboard.publication().isPresent() || state.chosenDay().isPresent()) {
            content.add(new Remark("record-remark", words.of("record.only-now")));
            return content;
        }
        boolean signedOff =
                signOffs.findHolding(scoreboard.stored().agreement().round()).isPresent();
        if (signedOff) {
            content.add(new Remark("record-remark", words.of("record.refused.signed-off")));
        }
        if (own.isEmpty()) {
            content.add(createPicker(scoreboard, state, words));
        }
        if (district.isPresent()) {
            addForm(content, scoreboard, district.get(), signedOff, state, words);
        } else {
            content.add(
                    new Remark(
                            "record-remark",
                            words.of(own.isPresent() ? "record.no-district" : "record.choose")));
        }
        return content;
    }

    private static Component createPicker(Scoreboard scoreboard, PageState state, Words words) {
        return new DistrictField(
                "record-district",
                words.of("ranking.district"),
                scoreboard.districts(),
                state.chosen(RecordingNavigation.DISTRICT),
                words,
                chosen ->
                        UI.getCurrent()
                                .navigate(
                                        RecordingNavigation.RECORD,
                                        state.with(
                                                        RecordingNavigation.DISTRICT,
                                                        chosen.orElse(null))
                                                .toQuery()));
    }

    private void addForm(
            List<Component> content,
            Scoreboard scoreboard,
            District district,
            boolean signedOff,
            PageState state,
            Words words) {
        if (!signedOff) {
            content.add(new Paragraph(words.of("record.explanation")));
        }
        Div counts = new Div();
        counts.addClassName("figures");
        content.add(counts);
        new Form(counts, district, signedOff, state, words).addTo(content, scoreboard);
    }

    /** The cards of a district, each of which is made anew once it was handed in. */
    private final class Form implements DistrictForm.Handler {

        private final Div counts;
        private final District district;
        private final boolean signedOff;
        private final PageState state;
        private final Words words;
        private final Map<IndicatorId, Div> places = new HashMap<>();

        private Form(
                Div counts, District district, boolean signedOff, PageState state, Words words) {
            this.counts = counts;
            this.district = district;
            this.signedOff = signedOff;
            this.state = state;
            this.words = words;
        }

        private void addTo(List<Component> content, Scoreboard scoreboard) {
            DistrictForm form =
                    new DistrictForm(
                            scoreboard.stored().agreement().round(),
                            district.code(),
                            new DistrictForm.Stored(drafts, reviews, evidence, files, imports),
                            this);
            showCounts(scoreboard, form);
            Recording recording =
                    new Recording(scoreboard, district.code(), service, form, signedOff);
            for (SectionTerms terms : scoreboard.stored().agreement().sections()) {
                Section block = new Section();
                block.addClassName("block");
                block.setId("record-" + terms.section().key());
                block.add(new H2(words.of(terms.section().label())));
                for (Indicator indicator : terms.indicators()) {
                    Div place =
                            new Div(
                                    new RecordingCard(
                                            recording, indicator, state, words, Optional.empty()));
                    places.put(indicator.id(), place);
                    block.add(place);
                }
                content.add(block);
            }
        }

        @Override
        public Scoreboard now() {
            return rounds.scoreboard(state).orElseThrow();
        }

        @Override
        public void renew(DistrictForm form, IndicatorId indicator, String done) {
            Scoreboard now = now();
            RecordingCard card =
                    new RecordingCard(
                            new Recording(now, district.code(), service, form, signedOff),
                            now.stored().agreement().indicator(indicator).orElseThrow(),
                            state,
                            words,
                            Optional.of(done));
            Div place = Objects.requireNonNull(places.get(indicator));
            place.removeAll();
            place.add(card);
            showCounts(now, form);
        }

        private void showCounts(Scoreboard scoreboard, DistrictForm form) {
            counts.removeAll();
            List<ReviewState> states =
                    scoreboard
                            .stored()
                            .agreement()
                            .indicators()
                            .map(indicator -> form.standing(indicator.id()).state())
                            .toList();
            for (ReviewState one : ReviewState.values()) {
                counts.add(
                        new Figure(
                                "count-" + one.key(),
                                new RecordingWords(words).state(one),
                                words.number(states.stream().filter(one::equals).count())));
            }
        }
    }
}
