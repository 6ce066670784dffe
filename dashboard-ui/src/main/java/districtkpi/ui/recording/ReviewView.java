package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.words.Words;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictSearch;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.Filter;
import districtkpi.ui.parts.JustDone;
import districtkpi.ui.parts.Pages;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.recording.ReviewCard.Waiting;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.WaitingWork;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What districts handed in and nobody reviewed yet, and who handed in how much. */
@Route(RecordingNavigation.REVIEW)
@Menu(title = "nav.review", order = 32, icon = "vaadin:check-square-o")
@Requires(Permission.REVIEW)
class ReviewView extends RoundPage {

    /** From as many districts on one looks for some. */
    private static final int MANY = 20;

    /** What waits is shown with all its figures; nobody reviews more at once. */
    private static final int MAX_CARDS = 50;

    private final Rounds rounds;
    private final RecordingService service;
    private final OverrideActions overriding;
    private final SignOffRepository signOffs;
    private final ReviewRepository reviews;
    private final EvidenceRepository evidence;
    private final EvidenceFiles files;
    private final MeasurementRepository measurements;
    private final CurrentAccount current;

    ReviewView(
            Preferences preferences,
            Rounds rounds,
            RecordingService service,
            OverrideActions overriding,
            SignOffRepository signOffs,
            ReviewRepository reviews,
            EvidenceRepository evidence,
            EvidenceFiles files,
            MeasurementRepository measurements,
            CurrentAccount current) {
        super(preferences, rounds, "nav.review");
        this.rounds = rounds;
        this.service = service;
        this.overriding = overriding;
        this.signOffs = signOffs;
        this.reviews = reviews;
        this.evidence = evidence;
        this.files = files;
        this.measurements = measurements;
        this.current = current;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(DistrictSearch.TEXT, Pages.NUMBER);
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("review.title"), scoreboard, state, words));
        if (scoreboard.publication().isPresent() || state.chosenDay().isPresent()) {
            content.add(new Remark("review-remark", words.of("record.only-now")));
            return content;
        }
        boolean signedOff = signOffs.findHolding(scoreboard.agreement().round()).isPresent();
        if (signedOff) {
            content.add(new Remark("review-remark", words.of("refused.signed-off")));
        }
        if (scoreboard.districts().size() > MANY) {
            content.add(
                    new Filter(
                            words,
                            new DistrictSearch(
                                    "review-find", RecordingNavigation.REVIEW, state, words)));
        }
        new Lists(scoreboard, signedOff, state, words).addTo(content);
        return content;
    }

    static List<Indicator> indicators(Scoreboard scoreboard, Optional<UnitId> unit) {
        return scoreboard
                .agreement()
                .indicators()
                .filter(indicator -> unit.map(indicator::isAnsweredBy).orElse(true))
                .toList();
    }

    /** An indicator of a district. */
    private record Key(DistrictCode district, IndicatorId indicator) {}

    private static ReviewHistory standing(
            Map<Key, ReviewHistory> standings, District district, Indicator indicator) {
        return standings.getOrDefault(new Key(district.code(), indicator.id()), ReviewHistory.NONE);
    }

    /** What was reviewed last, and the line about it, which may be open. */
    private record Reviewed(Optional<ReviewStep> last, Details line) {}

    /**
     * What waits, what was reviewed, and the register. A step shows its own card anew and leaves
     * the others as they are, for something may be half written on them.
     */
    private final class Lists {

        private final Scoreboard first;

        /** The districts that are looked for. */
        private final List<District> found;

        private final boolean signedOff;
        private final PageState state;
        private final Words words;
        private final Div queueTitle = new Div();
        private final Div queue = new Div();
        private final Div undone = new Div();
        private final Div reviewed = new Div();
        private final Div register = new Div();
        private final Map<Key, Div> places = new HashMap<>();
        private final Map<Key, Reviewed> lines = new HashMap<>();

        private Lists(Scoreboard scoreboard, boolean signedOff, PageState state, Words words) {
            this.first = scoreboard;
            this.found =
                    scoreboard.districts().stream()
                            .filter(one -> DistrictSearch.finds(state, one))
                            .toList();
            this.signedOff = signedOff;
            this.state = state;
            this.words = words;
        }

        private void addTo(List<Component> content) {
            queue.setId("review-queue");
            queue.addClassName("block");
            undone.setId("review-undone");
            reviewed.setId("review-reviewed");
            Map<Key, ReviewHistory> standings = standings();
            queue.add(queueTitle);
            int shown = 0;
            for (District district : found) {
                for (Indicator indicator : indicators()) {
                    if (standing(standings, district, indicator).state() == ReviewState.WAITING
                            && shown++ < MAX_CARDS) {
                        show(first, standings, district, indicator);
                    }
                }
            }
            if (shown > MAX_CARDS) {
                queue.add(
                        new Remark(
                                "review-more",
                                words.of(
                                        "review.more",
                                        words.number(MAX_CARDS),
                                        words.number(shown))));
            }
            showAround(standings);
            content.addAll(List.of(undone, queue, reviewed, register));
        }

        private List<Indicator> indicators() {
            return ReviewView.indicators(first, current.get().flatMap(SignedIn::unit));
        }

        private Map<Key, ReviewHistory> standings() {
            return reviews.findAll(first.agreement().round()).stream()
                    .collect(
                            Collectors.groupingBy(
                                    step -> new Key(step.district(), step.indicator()),
                                    Collectors.collectingAndThen(
                                            Collectors.toList(), ReviewHistory::new)));
        }

        /** The cards are left alone. */
        private void showAround(Map<Key, ReviewHistory> standings) {
            long waiting =
                    first.districts().stream()
                            .flatMap(district ->
                                    indicators().stream()
                                            .map(one -> standing(standings, district, one).state()))
                            .filter(ReviewState.WAITING::equals)
                            .count();
            queueTitle.removeAll();
            queueTitle.add(new H2(words.of("review.queue", words.number(waiting))));
            if (waiting == 0) {
                queueTitle.add(new Paragraph(words.of("review.queue.none")));
            }
            showUndone(standings);
            showReviewed(standings);
            register.removeAll();
            Pages<District> pages = Pages.of(found, state);
            register.add(createRegister(pages.shown(), indicators(), standings, state, words));
            pages.links(RecordingNavigation.REVIEW, state, words).ifPresent(register::add);
        }

        /** What was handed in and counts no more, since its import was undone. */
        private void showUndone(Map<Key, ReviewHistory> standings) {
            undone.removeAll();
            for (District district : found) {
                for (Indicator indicator : indicators()) {
                    ReviewHistory standing = standing(standings, district, indicator);
                    standing.undone()
                            .flatMap(ReviewStep::undone)
                            .map(undo ->
                                    new Remark(
                                            "undone-" + district.code() + "-" + indicator.id(),
                                            words.of(
                                                    "review.undone.remark",
                                                    indicator.id(),
                                                    words.of(district.name()),
                                                    new RecordingWords(words).undone(undo))))
                            .ifPresent(undone::add);
                }
            }
        }

        /** Each is opened when it is asked for: of a round there are many. */
        private void showReviewed(Map<Key, ReviewHistory> standings) {
            reviewed.removeAll();
            List<Component> shown = new ArrayList<>();
            long all = 0;
            Set<District> ofPage = Set.copyOf(Pages.of(found, state).shown());
            for (District district : found) {
                for (Indicator indicator : indicators()) {
                    ReviewHistory standing = standing(standings, district, indicator);
                    if (standing.state() == ReviewState.REVIEWED
                            || standing.state() == ReviewState.SENT_BACK) {
                        all++;
                        if (ofPage.contains(district)) {
                            shown.add(reviewedLine(district, indicator, standing));
                        }
                    }
                }
            }
            if (!shown.isEmpty()) {
                reviewed.add(
                        new Block(
                                words.of("review.reviewed", words.number(all)),
                                shown.toArray(Component[]::new)));
            }
        }

        /** The one that is there, as long as it is about the same step. */
        private Component reviewedLine(
                District district, Indicator indicator, ReviewHistory standing) {
            return lines.compute(
                            new Key(district.code(), indicator.id()),
                            (_, known) ->
                                    known != null && known.last().equals(standing.last())
                                            ? known
                                            : new Reviewed(
                                                    standing.last(),
                                                    createReviewed(district, indicator, standing)))
                    .line();
        }

        private Details createReviewed(
                District district, Indicator indicator, ReviewHistory standing) {
            Details line =
                    new Details(
                            words.of(
                                    "review.reviewed.line",
                                    words.of(district.name()),
                                    indicator.id(),
                                    standing.last()
                                            .map(new RecordingWords(words)::step)
                                            .orElse("")));
            line.setId("reviewed-" + district.code() + "-" + indicator.id());
            line.addOpenedChangeListener(change -> {
                line.removeAll();
                if (change.isOpened()) {
                    createCard(now(), standings(), district, indicator).ifPresent(line::add);
                }
            });
            return line;
        }

        private Scoreboard now() {
            return rounds.scoreboard(state).orElseThrow();
        }

        private Optional<ReviewCard> show(
                Scoreboard scoreboard,
                Map<Key, ReviewHistory> standings,
                District district,
                Indicator indicator) {
            Div place = place(district, indicator);
            place.removeAll();
            Optional<ReviewCard> card = createCard(scoreboard, standings, district, indicator);
            card.ifPresent(place::add);
            return card;
        }

        /** At the end of the queue, for one that did not wait when the page was opened. */
        private Div place(District district, Indicator indicator) {
            return places.computeIfAbsent(
                    new Key(district.code(), indicator.id()),
                    _ -> {
                        Div place = new Div();
                        place.addClassName("review-place");
                        queue.add(place);
                        return place;
                    });
        }

        private Optional<ReviewCard> createCard(
                Scoreboard scoreboard,
                Map<Key, ReviewHistory> standings,
                District district,
                Indicator indicator) {
            ReviewHistory standing = standing(standings, district, indicator);
            RoundId round = scoreboard.agreement().round();
            return standing.handedIn()
                    .map(step ->
                            new ReviewCard(
                                    new Waiting(
                                            scoreboard,
                                            district,
                                            indicator.in(district.code()),
                                            standing,
                                            new HandedIn(
                                                    scoreboard,
                                                    indicator.in(district.code()),
                                                    step,
                                                    reviews.findTexts(List.of(step))
                                                            .getOrDefault(step.id(), Map.of()),
                                                    measurements.findAll(round, district.code())),
                                            evidence.find(round, district.code()).stream()
                                                    .filter(one ->
                                                            one.indicator().equals(indicator.id()))
                                                    .toList(),
                                            signedOff),
                                    service,
                                    overriding,
                                    files,
                                    state,
                                    words,
                                    new Steps(district, indicator)));
        }

        /** What follows from a step on a card. */
        private final class Steps implements ReviewCard.Handler {

            private final District district;
            private final Indicator indicator;

            private Steps(District district, Indicator indicator) {
                this.district = district;
                this.indicator = indicator;
            }

            @Override
            public void reviewed(String done) {
                Map<Key, ReviewHistory> standings = standings();
                Scoreboard scoreboard = now();
                boolean waits =
                        standing(standings, district, indicator).state() == ReviewState.WAITING;
                Div place = place(district, indicator);
                place.removeAll();
                if (waits) {
                    createCard(scoreboard, standings, district, indicator).ifPresent(place::add);
                }
                place.addComponentAsFirst(
                        new DoneRemark(
                                "review-outcome-" + district.code() + "-" + indicator.id(), done));
                showAround(standings);
                WaitingWork.changed();
            }

            @Override
            public void changed(Optional<String> note, String refusal) {
                Map<Key, ReviewHistory> standings = standings();
                Scoreboard scoreboard = now();
                show(scoreboard, standings, district, indicator)
                        .ifPresent(card -> {
                            if (standing(standings, district, indicator).state()
                                    == ReviewState.WAITING) {
                                note.ifPresent(card::write);
                            }
                            if (!refusal.isEmpty()) {
                                card.refuse(refusal);
                            }
                        });
                lines.remove(new Key(district.code(), indicator.id()));
                JustDone.sayTheRest(UI.getCurrent());
                showAround(standings);
                WaitingWork.changed();
            }
        }
    }

    private static Component createRegister(
            List<District> districts,
            List<Indicator> indicators,
            Map<Key, ReviewHistory> standings,
            PageState state,
            Words words) {
        DataTable table =
                new DataTable(
                                "register",
                                words.of("review.register.caption"),
                                DataTable.Narrow.STACK)
                        .still()
                        .folding(words)
                        .column(words.of("ranking.district"));
        for (ReviewState one : ReviewState.values()) {
            table.numbers(new RecordingWords(words).state(one));
            if (one == ReviewState.WAITING) {
                table.atFirstSight();
            }
        }
        table.column(words.of("review.register.last"));
        for (District district : districts) {
            List<ReviewHistory> own =
                    indicators.stream()
                            .map(indicator -> standing(standings, district, indicator))
                            .toList();
            DataTable.Row row =
                    table.row()
                            .id("register-" + district.code())
                            .header(
                                    DistrictNavigation.link(
                                            state, district.code(), words.of(district.name())));
            for (ReviewState one : ReviewState.values()) {
                row.number(
                        words.number(
                                own.stream().filter(standing -> standing.state() == one).count()));
            }
            row.cell(
                    own.stream()
                            .flatMap(standing -> standing.last().stream())
                            .max(Comparator.comparingLong(ReviewStep::id))
                            .map(step -> words.dateTime(step.happenedAt()))
                            .orElse("–"));
        }
        return new Block(words.of("review.register"), table);
    }
}
