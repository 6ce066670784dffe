package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.District;
import districtkpi.importer.recording.RecordingService;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.recording.ReviewCard.Waiting;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What districts handed in and nobody reviewed yet, and who handed in how much. */
@Route(RecordingNavigation.REVIEW)
@Menu(title = "nav.review", order = 5.6)
@Requires(Permission.REVIEW)
class ReviewView extends RoundPage {

    private final RecordingService service;
    private final OverrideActions overriding;
    private final SignOffRepository signOffs;
    private final ReviewRepository reviews;
    private final EvidenceRepository evidence;
    private final CurrentAccount current;

    ReviewView(
            Preferences preferences,
            Rounds rounds,
            RecordingService service,
            OverrideActions overriding,
            SignOffRepository signOffs,
            ReviewRepository reviews,
            EvidenceRepository evidence,
            CurrentAccount current) {
        super(preferences, rounds, "nav.review");
        this.service = service;
        this.overriding = overriding;
        this.signOffs = signOffs;
        this.reviews = reviews;
        this.evidence = evidence;
        this.current = current;
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("review.title"), scoreboard, state, words));
        if (scoreboard.publication().isPresent() || state.chosenDay().isPresent()) {
            content.add(new Remark("review-remark", words.of("record.only-now")));
            return content;
        }
        if (signOffs.findHolding(scoreboard.stored().agreement().round()).isPresent()) {
            content.add(new Remark("review-remark", words.of("record.refused.signed-off")));
            return content;
        }
        Div lists = new Div();
        lists.addClassName("page");
        show(lists, scoreboard, state, words);
        content.add(lists);
        return content;
    }

    private void show(Div lists, Scoreboard scoreboard, PageState state, Words words) {
        RoundId round = scoreboard.stored().agreement().round();
        Optional<UnitId> unit = current.get().flatMap(SignedIn::unit);
        List<Indicator> indicators =
                scoreboard
                        .stored()
                        .agreement()
                        .indicators()
                        .filter(indicator ->
                                unit.filter(own -> !own.equals(indicator.unit())).isEmpty())
                        .toList();
        List<ReviewStep> steps = reviews.findAll(round);
        lists.removeAll();
        lists.add(
                createQueue(lists, scoreboard, indicators, steps, state, words),
                createRegister(scoreboard, indicators, steps, state, words));
    }

    private Component createQueue(
            Div lists,
            Scoreboard scoreboard,
            List<Indicator> indicators,
            List<ReviewStep> steps,
            PageState state,
            Words words) {
        List<Evidence> all = evidence.findAll(scoreboard.stored().agreement().round());
        List<Component> cards = new ArrayList<>();
        for (District district : scoreboard.districts()) {
            for (Indicator indicator : indicators) {
                Standing standing = Standing.of(steps, district.code(), indicator.id());
                if (standing.state() == ReviewState.WAITING) {
                    Waiting waiting =
                            new Waiting(
                                    scoreboard,
                                    district,
                                    indicator,
                                    standing,
                                    all.stream()
                                            .filter(one -> one.district().equals(district.code()))
                                            .filter(one -> one.indicator().equals(indicator.id()))
                                            .toList());
                    cards.add(
                            new ReviewCard(
                                    waiting,
                                    service,
                                    overriding,
                                    evidence,
                                    state,
                                    words,
                                    done -> {
                                        show(lists, scoreboard, state, words);
                                        lists.addComponentAsFirst(
                                                new DoneRemark("review-outcome", done));
                                    }));
                }
            }
        }
        Block block =
                new Block(
                        words.of("review.queue", words.number(cards.size())),
                        cards.isEmpty()
                                ? new Component[] {new Paragraph(words.of("review.queue.none"))}
                                : cards.toArray(Component[]::new));
        block.setId("review-queue");
        return block;
    }

    private static Component createRegister(
            Scoreboard scoreboard,
            List<Indicator> indicators,
            List<ReviewStep> steps,
            PageState state,
            Words words) {
        DataTable table =
                new DataTable(
                                "register",
                                words.of("review.register.caption"),
                                DataTable.Narrow.STACK)
                        .still()
                        .column(words.of("ranking.district"));
        for (ReviewState one : ReviewState.values()) {
            table.numbers(new RecordingWords(words).state(one));
        }
        table.column(words.of("review.register.last"));
        for (District district : scoreboard.districts()) {
            List<Standing> standings =
                    indicators.stream()
                            .map(indicator -> Standing.of(steps, district.code(), indicator.id()))
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
                                standings.stream()
                                        .filter(standing -> standing.state() == one)
                                        .count()));
            }
            row.cell(
                    standings.stream()
                            .flatMap(standing -> standing.last().stream())
                            .max(Comparator.comparingLong(ReviewStep::id))
                            .map(step -> words.dateTime(step.happenedAt()))
                            .orElse("–"));
        }
        return new Block(words.of("review.register"), table);
    }
}
