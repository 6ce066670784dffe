package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.words.Words;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DistrictField;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.recording.RecordingCard.Recording;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.WaitingWork;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form in which a district records its results of a round, one indicator at a time. */
@Route(RecordingNavigation.RECORD)
@Menu(title = "nav.record", order = 31, icon = "vaadin:pencil")
@StyleSheet("context://recording.css")
@Requires(Permission.RECORD)
class RecordView extends RoundPage {

    private final Rounds rounds;
    private final RecordingService service;
    private final DraftRepository drafts;
    private final SignOffRepository signOffs;
    private final ReviewRepository reviews;
    private final EvidenceRepository evidence;
    private final EvidenceFiles files;
    private final MeasurementRepository measurements;
    private final CurrentAccount current;
    private final Clock clock;
    private @Nullable AtHand atHand;

    /** What the form shows, until the address names something else. */
    private record AtHand(RoundId round, DistrictCode district, IndicatorId indicator) {

        boolean isOf(RoundId otherRound, DistrictCode otherDistrict) {
            return round.equals(otherRound) && district.equals(otherDistrict);
        }
    }

    RecordView(
            Preferences preferences,
            Rounds rounds,
            RecordingService service,
            DraftRepository drafts,
            SignOffRepository signOffs,
            ReviewRepository reviews,
            EvidenceRepository evidence,
            EvidenceFiles files,
            MeasurementRepository measurements,
            CurrentAccount current,
            Clock clock) {
        super(preferences, rounds, "nav.record");
        this.rounds = rounds;
        this.service = service;
        this.drafts = drafts;
        this.signOffs = signOffs;
        this.reviews = reviews;
        this.evidence = evidence;
        this.files = files;
        this.measurements = measurements;
        this.current = current;
        this.clock = clock;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(RecordingNavigation.DISTRICT, RecordingNavigation.INDICATOR);
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
        content.add(createHeading(title, district, scoreboard, state, words));
        if (scoreboard.publication().isPresent() || state.chosenDay().isPresent()) {
            content.add(new Remark("record-remark", words.of("record.only-now")));
            return content;
        }
        boolean signedOff =
                signOffs.findHolding(scoreboard.stored().agreement().round()).isPresent();
        if (signedOff) {
            content.add(new Remark("record-remark", words.of("refused.signed-off")));
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

    /** With the way to what came of it. */
    private static Component createHeading(
            String title,
            Optional<District> district,
            Scoreboard scoreboard,
            PageState state,
            Words words) {
        RoundHeading heading = new RoundHeading(title, scoreboard, state, words);
        return district.map(one ->
                        heading.beside(
                                DistrictNavigation.link(
                                        state, one.code(), words.of("record.to-district"))))
                .orElse(heading);
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
            deadline(scoreboard, words).ifPresent(content::add);
        }
        Form form = new Form(district, signedOff, state, words);
        content.add(form.of(scoreboard));
        if (!signedOff) {
            Details explanation =
                    new Details(
                            words.of("record.explanation.title"),
                            new Paragraph(words.of("record.explanation")));
            explanation.setId("record-explanation");
            content.add(explanation);
        }
    }

    /** By when all is to be there, where that was agreed. */
    private Optional<Component> deadline(Scoreboard scoreboard, Words words) {
        LocalDate today = Deadline.dayOf(clock.instant());
        return scoreboard
                .stored()
                .agreement()
                .submissionDeadline()
                .map(deadline -> {
                    boolean missed = deadline.isMissedOn(today);
                    Paragraph line =
                            new Paragraph(
                                    missed
                                            ? words.of(
                                                    "record.deadline.over",
                                                    words.date(deadline.day()))
                                            : words.of(
                                                    "record.deadline",
                                                    words.date(deadline.day()),
                                                    words.number(
                                                            ChronoUnit.DAYS.between(
                                                                    today, deadline.day()))));
                    line.setId("record-deadline");
                    line.addClassNames("record-deadline", missed ? "missed" : "ahead");
                    return line;
                });
    }

    /** The indicators of a district, and the one at hand, made anew once it was handed in. */
    private final class Form implements DistrictForm.Handler {

        private final District district;
        private final boolean signedOff;
        private final PageState state;
        private final Words words;
        private final Div index = new Div();
        private final Div place = new Div();
        private final Div ways = new Div();

        private Form(District district, boolean signedOff, PageState state, Words words) {
            this.district = district;
            this.signedOff = signedOff;
            this.state = state;
            this.words = words;
        }

        private Component of(Scoreboard scoreboard) {
            DistrictForm form =
                    new DistrictForm(
                            scoreboard.stored().agreement().round(),
                            district.code(),
                            new DistrictForm.Stored(drafts, reviews, evidence, files, measurements),
                            this);
            RecordIndex entries = new RecordIndex(scoreboard, district.code(), form, state, words);
            Indicator shown = shown(scoreboard, entries);
            index.addClassName("record-index-place");
            index.add(entries.mark(shown.id()));
            place.add(card(scoreboard, form, shown, Optional.empty()));
            ways.addClassName("record-ways");
            ways.add(entries.ways(shown.id()));
            Div work = new Div(place, ways);
            work.addClassName("record-work");
            Div layout = new Div(index, work);
            layout.addClassName("record-layout");
            return layout;
        }

        /** The one that the address names, else the one at hand, else the first that is missing. */
        private Indicator shown(Scoreboard scoreboard, RecordIndex entries) {
            Agreement agreement = scoreboard.agreement().in(district.code());
            Optional<Indicator> named =
                    state.chosen(RecordingNavigation.INDICATOR).flatMap(agreement::indicator);
            Optional<Indicator> kept =
                    Optional.ofNullable(atHand)
                            .filter(hand -> hand.isOf(agreement.round(), district.code()))
                            .flatMap(hand -> agreement.indicator(hand.indicator()));
            Indicator shown =
                    named.or(() -> kept)
                            .or(entries::firstMissing)
                            .orElseGet(() -> agreement.indicators().findFirst().orElseThrow());
            atHand = new AtHand(agreement.round(), district.code(), shown.id());
            return shown;
        }

        private RecordingCard card(
                Scoreboard scoreboard,
                DistrictForm form,
                Indicator indicator,
                Optional<String> done) {
            return new RecordingCard(
                    new Recording(scoreboard, district.code(), service, form, signedOff),
                    indicator,
                    state,
                    words,
                    done);
        }

        @Override
        public Scoreboard now() {
            return rounds.scoreboard(state).orElseThrow();
        }

        @Override
        public void renew(DistrictForm form, IndicatorId indicator, String done) {
            Scoreboard now = now();
            Indicator shown =
                    now.agreement().in(district.code()).indicator(indicator).orElseThrow();
            RecordIndex entries = new RecordIndex(now, district.code(), form, state, words);
            place.removeAll();
            place.add(card(now, form, shown, Optional.of(done)));
            index.removeAll();
            index.add(entries.mark(indicator));
            ways.removeAll();
            ways.add(entries.ways(indicator));
            WaitingWork.changed();
        }
    }
}
