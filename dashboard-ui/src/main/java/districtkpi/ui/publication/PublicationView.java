package districtkpi.ui.publication;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.publication.NotPublishableException;
import districtkpi.db.publication.PublicationDraft;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.publication.Publication;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.state.VisibleScoreboards;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;

/** Publishes a round, and lists what was published of it. */
@Route(PublicationNavigation.PATH)
@Menu(title = "nav.publication", order = 6)
@Requires(Permission.READ)
class PublicationView extends RoundPage {

    private static final int LONGEST_REASON = 500;

    private final PublicationRepository publications;
    private final ReviewRepository reviews;
    private final VisibleScoreboards scoreboards;
    private final CurrentAccount current;

    PublicationView(
            Preferences preferences,
            Rounds rounds,
            PublicationRepository publications,
            ReviewRepository reviews,
            VisibleScoreboards scoreboards,
            CurrentAccount current) {
        super(preferences, rounds, "nav.publication");
        this.publications = publications;
        this.reviews = reviews;
        this.scoreboards = scoreboards;
        this.current = current;
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        RoundId round = scoreboard.stored().agreement().round();
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("publication.title"), scoreboard, state, words));
        content.add(new Paragraph(words.of("publication.explanation")));
        if (scoreboard.publication().isPresent()) {
            content.add(createChanges(scoreboard, scoreboard.publication().get(), state, words));
        } else if (!scoreboards.areOfOneDistrict()) {
            publications
                    .draft(round)
                    .ifPresent(draft -> content.add(createDraft(draft, state, words)));
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
        Div question = new Div();
        question.setId("publication-question");
        question.addClassName("actions");
        Button publish =
                new Button(words.of("publication.publish", words.number(draft.revision())));
        publish.setId("publish");
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        publish.addClickListener(_ -> {
            publish.setVisible(false);
            ask(question, publish, draft, state, words);
        });
        question.add(publish);
        List<Component> content = new ArrayList<>();
        int open = missing(draft.scoreboard());
        if (open > 0) {
            content.add(
                    new Remark(
                            "publication-missing",
                            words.of("publication.missing", words.number(open))));
        }
        long unreviewed = unreviewed(draft.scoreboard().stored().agreement().round());
        if (unreviewed > 0) {
            content.add(
                    new Remark(
                            "publication-unreviewed",
                            words.of("publication.unreviewed", words.number(unreviewed))));
        }
        draft.published()
                .ifPresentOrElse(
                        before ->
                                content.add(
                                        new ChangesBlock(before, draft.scoreboard(), state, words)),
                        () -> content.add(new Paragraph(words.of("publication.first"))));
        content.add(
                mayPublish()
                        ? question
                        : new Remark("publication-remark", words.of("publication.not-yours")));
        return new Block(title, content.toArray(Component[]::new));
    }

    private boolean mayPublish() {
        return current.get().filter(who -> who.may(Permission.PUBLISH)).isPresent();
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

    /** Nothing that is published can be taken back, so it is asked for twice. */
    private void ask(
            Div question, Button publish, PublicationDraft draft, PageState state, Words words) {
        TextField reason = new TextField(words.of("publication.reason"));
        reason.setId("publication-reason");
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        Button confirm =
                new Button(words.of("publication.confirm", words.number(draft.revision())));
        confirm.setId("confirm-publication");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(_ -> {
            if (draft.newest().isPresent() && reason.getValue().isBlank()) {
                reason.setErrorMessage(words.of("publication.reason.missing"));
                reason.setInvalid(true);
                reason.focus();
                return;
            }
            publish(draft, reason.getValue(), state, question, words);
        });
        Button cancel = new Button(words.of("publication.cancel"));
        cancel.setId("cancel-publication");
        Paragraph warning = new Paragraph(words.of("publication.question"));
        warning.setId("publication-warning");
        List<Component> asked = new ArrayList<>(List.of(warning));
        if (draft.newest().isPresent()) {
            asked.add(reason);
        }
        asked.addAll(List.of(confirm, cancel));
        cancel.addClickListener(_ -> {
            asked.forEach(question::remove);
            publish.setVisible(true);
            publish.focus();
        });
        question.add(asked);
        if (draft.newest().isPresent()) {
            reason.focus();
        } else {
            confirm.focus();
        }
    }

    private void publish(
            PublicationDraft draft, String reason, PageState state, Div question, Words words) {
        if (!mayPublish()) {
            throw new AccessDeniedException("Not permitted to publish");
        }
        RoundId round = draft.scoreboard().stored().agreement().round();
        try {
            Publication published =
                    publications.publish(round, reason, Optional.of(draft.sha256()));
            UI.getCurrent()
                    .navigate(
                            PublicationNavigation.PATH,
                            state.shared().withRevision(round, published.revision()).toQuery());
        } catch (NotPublishableException refused) {
            question.removeAll();
            question.add(
                    new Remark(
                            "publication-refused",
                            words.of(
                                    switch (refused.reason()) {
                                        case UNKNOWN_ROUND -> "round.unknown";
                                        case NO_RESULT -> "publication.no-result";
                                        case NO_REASON -> "publication.reason.missing";
                                        case UNCHANGED, DATA_MOVED -> "publication.moved";
                                    })));
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
                        "rounds/%s/publications/%d.txt"
                                .formatted(publication.round(), publication.revision()),
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
