package districtkpi.ui.shell;

import districtkpi.db.publication.PublicationDraft;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.publication.Publication;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageState;
import java.util.Optional;

/**
 * Whether a screen shows what was published.
 *
 * @param mark in two or three words
 * @param text the whole of it
 * @param link to what else can be seen; absent where there is nothing else
 */
record PublicationState(String mark, String text, Optional<Link> link) {

    /**
     * A way to another state of the same screen.
     *
     * @param state where it leads to
     */
    record Link(PageState state, String text) {}

    /**
     * Of a round, as the page shows it.
     *
     * @param page what its address says
     */
    static PublicationState of(
            RoundId round,
            PageState page,
            PublicationRepository publications,
            VisibleScoreboards scoreboards,
            Words words) {
        Optional<Publication> chosen =
                page.chosenRevision().flatMap(revision -> publications.find(round, revision));
        if (chosen.isPresent()) {
            return new PublicationState(
                    words.of("publication.mark.shown", words.number(chosen.get().revision())),
                    words.of("publication.note.shown", arguments(chosen.get(), words)),
                    Optional.of(
                            new Link(
                                    page.withRevision(round, null),
                                    words.of("publication.note.now"))));
        }
        Optional<Publication> newest = publications.findNewest(round);
        Optional<Link> look =
                newest.map(revision ->
                        new Link(
                                page.withRevision(round, revision.revision()),
                                words.of("publication.note.look")));
        if (scoreboards.areOfOneDistrict()) {
            return new PublicationState(
                    words.of("publication.mark.own"), words.of("publication.note.own"), look);
        }
        if (newest.isEmpty()) {
            return new PublicationState(
                    words.of("publication.mark.none"), words.of("publication.note.none"), look);
        }
        boolean same =
                page.chosenDay().isEmpty()
                        && publications
                                .draft(round)
                                .filter(PublicationDraft::isUnchanged)
                                .isPresent();
        return new PublicationState(
                words.of(
                        same ? "publication.mark.same" : "publication.mark.differs",
                        words.number(newest.get().revision())),
                words.of(
                        same ? "publication.note.same" : "publication.note.differs",
                        arguments(newest.get(), words)),
                look);
    }

    private static Object[] arguments(Publication publication, Words words) {
        return new Object[] {
            words.number(publication.revision()),
            words.dateTime(publication.publishedAt()),
            publication.shortSha256()
        };
    }
}
