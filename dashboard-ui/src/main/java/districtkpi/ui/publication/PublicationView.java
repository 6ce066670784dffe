package districtkpi.ui.publication;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.publication.PublicationDraft;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.publication.Publication;
import districtkpi.office.access.Permit;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.analysis.RevisionChanges;
import districtkpi.office.publication.PublicationService;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.JustDone;
import districtkpi.ui.parts.Question;
import districtkpi.ui.parts.Question.Asking;
import districtkpi.ui.parts.Question.Reason;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Publishes a round, and lists what was published of it. */
@Route(PublicationNavigation.PATH)
@Menu(title = "nav.publication", order = 42, icon = "vaadin:bookmark-o")
@Requires(Permission.READ)
class PublicationView extends RoundPage {

    private static final String DONE = "publication-done";

    private final PublicationRepository publications;
    private final SignOffRepository signOffs;
    private final ReviewRepository reviews;
    private final DraftRepository drafts;
    private final VisibleScoreboards scoreboards;
    private final PublicationService service;
    private final Permit permit;

    PublicationView(
            Preferences preferences,
            Rounds rounds,
            PublicationRepository publications,
            SignOffRepository signOffs,
            ReviewRepository reviews,
            DraftRepository drafts,
            VisibleScoreboards scoreboards,
            PublicationService service,
            Permit permit) {
        super(preferences, rounds, "nav.publication");
        this.publications = publications;
        this.signOffs = signOffs;
        this.reviews = reviews;
        this.drafts = drafts;
        this.scoreboards = scoreboards;
        this.service = service;
        this.permit = permit;
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        RoundId round = scoreboard.stored().agreement().round();
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("publication.title"), scoreboard, state, words));
        JustDone.take(UI.getCurrent(), DONE)
                .ifPresent(text -> content.add(new DoneRemark(DONE, text)));
        content.add(new Paragraph(words.of("publication.explanation")));
        if (scoreboard.publication().isPresent()) {
            content.add(createChanges(scoreboard, scoreboard.publication().get(), state, words));
        } else if (!scoreboards.areOfOneDistrict()) {
            publications
                    .draft(round)
                    .ifPresent(draft -> {
                        content.add(createDraft(draft, state, words));
                        if (draft.isUnchanged()) {
                            content.add(
                                    new SignOffBlock(
                                            signOffs,
                                            service,
                                            permit,
                                            round,
                                            draft.revision() - 1,
                                            () -> unresolved(draft.scoreboard(), words),
                                            words));
                        }
                    });
        }
        content.add(createList(round, state, words));
        return content;
    }

    private Component createDraft(PublicationDraft draft, PageState state, Words words) {
        String title = words.of("publication.draft", words.number(draft.revision()));
        if (!draft.hasResults()) {
            return new Block(
                    title, new Remark("publication-remark", words.of("publication.no-result")));
        }
        if (draft.isUnchanged()) {
            return new Block(
                    title,
                    new Remark(
                            "publication-remark",
                            words.of(
                                    "publication.unchanged", words.number(draft.revision() - 1L))));
        }
        List<Component> content = unresolved(draft.scoreboard(), words);
        draft.published()
                .ifPresentOrElse(
                        before ->
                                content.add(
                                        new ChangesBlock(before, draft.scoreboard(), state, words)),
                        () -> content.add(new Paragraph(words.of("publication.first"))));
        content.add(
                permit.allows(Permission.PUBLISH)
                        ? createQuestion(draft, state, words)
                        : new Remark("publication-remark", words.of("publication.not-yours")));
        return new Block(title, content.toArray(Component[]::new));
    }

    /** What districts are still about: it is not in what is published or signed off. */
    private List<Component> unresolved(Scoreboard scoreboard, Words words) {
        List<Component> remarks = new ArrayList<>();
        int open = missing(scoreboard);
        if (open > 0) {
            remarks.add(
                    new Remark(
                            "publication-missing",
                            words.of("publication.missing", words.number(open))));
        }
        long unreviewed = unreviewed(scoreboard.stored().agreement().round());
        if (unreviewed > 0) {
            remarks.add(
                    new Remark(
                            "publication-unreviewed",
                            words.of("publication.unreviewed", words.number(unreviewed))));
        }
        long typed =
                drafts.countIndicators(
                        scoreboard.stored().agreement().round(),
                        scoreboard.districts().stream().map(District::code).toList());
        if (typed > 0) {
            remarks.add(
                    new Remark(
                            "publication-drafts",
                            words.of("publication.drafts", words.number(typed))));
        }
        return remarks;
    }

    /** How many scores any missing figure could still change. */
    private static int missing(Scoreboard scoreboard) {
        return (int)
                scoreboard.ranking().rows().stream()
                        .flatMap(row -> row.scorecard().lines().stream())
                        .filter(line -> !line.pointsMin().equals(line.pointsMax()))
                        .count();
    }

    /** How many indicators of districts were handed in and are not accepted. */
    private long unreviewed(RoundId round) {
        return ReviewStep.newest(reviews.findAll(round)).stream()
                .filter(step -> ReviewState.after(Optional.of(step)) != ReviewState.REVIEWED)
                .count();
    }

    private Component createQuestion(PublicationDraft draft, PageState state, Words words) {
        Div place = new Div();
        Optional<Reason> reason =
                draft.newest()
                        .map(_ ->
                                new Reason(
                                        words.of("publication.reason"),
                                        words.of("publication.reason.missing")));
        Question question =
                new Question(
                        "publish",
                        new Asking(
                                words.of("publication.publish", words.number(draft.revision())),
                                effect(draft, words) + words.of("publication.question"),
                                reason,
                                words.of("publication.confirm", words.number(draft.revision())),
                                words),
                        given -> publish(draft, given, state, place, words));
        place.add(question);
        return place;
    }

    /** What it does to the levels that were published; nothing of a first revision. */
    private static String effect(PublicationDraft draft, Words words) {
        return draft.published()
                .map(before ->
                        words.of(
                                        "publication.question.levels",
                                        words.number(
                                                RevisionChanges.between(before, draft.scoreboard())
                                                        .levels()
                                                        .size()),
                                        words.number(draft.revision() - 1L))
                                + " ")
                .orElse("");
    }

    private void publish(
            PublicationDraft draft, String reason, PageState state, Div place, Words words) {
        RoundId round = draft.scoreboard().stored().agreement().round();
        try {
            Publication published = service.publish(round, reason, Optional.of(draft.sha256()));
            JustDone.say(
                    UI.getCurrent(),
                    DONE,
                    words.of("publication.done", words.number(published.revision())));
            UI.getCurrent()
                    .navigate(
                            PublicationNavigation.PATH,
                            state.shared().withRevision(round, published.revision()).toQuery());
        } catch (Refused refused) {
            place.removeAll();
            place.add(new Remark("publication-refused", refused.text(words)));
        }
    }

    private Component createChanges(
            Scoreboard scoreboard, Publication publication, PageState state, Words words) {
        String title = words.of("publication.revision", words.number(publication.revision()));
        Optional<Scoreboard> before =
                publications.findScoreboard(publication.round(), publication.revision() - 1);
        return new Block(
                title,
                before.<Component>map(
                                earlier -> new ChangesBlock(earlier, scoreboard, state, words))
                        .orElseGet(() -> new Paragraph(words.of("publication.first-revision"))));
    }

    private Component createList(RoundId round, PageState state, Words words) {
        List<Publication> all = publications.findAll(round);
        if (all.isEmpty()) {
            return new Block(
                    words.of("publication.list"), new Paragraph(words.of("publication.list.none")));
        }
        DataTable table =
                new DataTable(
                        "publications",
                        words.of("publication.list.caption"),
                        DataTable.Narrow.STACK);
        table.column(words.of("publication.list.revision"))
                .column(words.of("publication.list.published-at"))
                .column(words.of("publication.list.published-by"))
                .column(words.of("publication.list.reason"))
                .column(words.of("publication.list.digest"))
                .column(words.of("publication.list.look"));
        all.forEach(publication -> addRow(table, publication, state, words));
        return new Block(words.of("publication.list"), table);
    }

    private static void addRow(
            DataTable table, Publication publication, PageState state, Words words) {
        PageState revision =
                state.shared().withRevision(publication.round(), publication.revision());
        Anchor published =
                DataLink.file(
                        String.format(
                                Locale.ROOT,
                                "rounds/%s/publications/%d.txt",
                                publication.round(),
                                publication.revision()),
                        PageState.EMPTY,
                        words.of("publication.record"));
        Span digest = new Span(publication.shortSha256());
        digest.addClassName("digest");
        table.row()
                .id("revision-" + publication.revision())
                .header(
                        PageLink.to(
                                PublicationNavigation.PATH,
                                revision,
                                words.of(
                                        "publication.revision",
                                        words.number(publication.revision()))))
                .cell(words.dateTime(publication.publishedAt()))
                .cell(publication.publishedBy().isEmpty() ? "–" : publication.publishedBy())
                .cell(publication.reason().isEmpty() ? "–" : publication.reason())
                .cell(digest)
                .styled(
                        "links",
                        PageLink.home(revision, words.of("nav.ranking")),
                        new Span(" · "),
                        published);
    }
}
