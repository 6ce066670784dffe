package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import districtkpi.db.publication.PublicationDraft;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.publication.Publication;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.state.VisibleScoreboards;
import districtkpi.ui.words.Words;
import java.util.Optional;

/** Over every screen: whether it shows what was published, and the way to what was. */
class PublicationNote extends Composite<Div> {

    private final PublicationRepository publications;
    private final VisibleScoreboards scoreboards;

    PublicationNote(
            PublicationRepository publications,
            VisibleScoreboards scoreboards,
            Signal<Rounds.Frame> frame,
            Signal<Place> place,
            Signal<Words> words) {
        this.publications = publications;
        this.scoreboards = scoreboards;
        getContent().setId("publication-note");
        getContent().addClassName("publication-note");
        getContent().getElement().setAttribute("role", "note");
        Signal.effect(this, () -> show(frame.get().current(), place.get(), words.get()));
    }

    private void show(Optional<RoundId> round, Place place, Words words) {
        getContent().removeAll();
        getContent().setVisible(round.isPresent());
        round.ifPresent(shown -> say(shown, place, words));
    }

    private void say(RoundId round, Place place, Words words) {
        Optional<Publication> chosen =
                place.state()
                        .chosenRevision()
                        .flatMap(revision -> publications.find(round, revision));
        if (chosen.isPresent()) {
            add(words.of("publication.note.shown", arguments(chosen.get(), words)));
            link(place, place.state().withRevision(round, null), words.of("publication.note.now"));
            return;
        }
        if (scoreboards.areOfOneDistrict()) {
            add(words.of("publication.note.own"));
            publications
                    .findNewest(round)
                    .ifPresent(newest ->
                            link(
                                    place,
                                    place.state().withRevision(round, newest.revision()),
                                    words.of("publication.note.look")));
            return;
        }
        Optional<Publication> newest = publications.findNewest(round);
        if (newest.isEmpty()) {
            add(words.of("publication.note.none"));
            return;
        }
        boolean same =
                place.state().chosenDay().isEmpty()
                        && publications
                                .draft(round)
                                .filter(PublicationDraft::isUnchanged)
                                .isPresent();
        add(
                words.of(
                        same ? "publication.note.same" : "publication.note.differs",
                        arguments(newest.get(), words)));
        link(
                place,
                place.state().withRevision(round, newest.get().revision()),
                words.of("publication.note.look"));
    }

    private static Object[] arguments(Publication publication, Words words) {
        return new Object[] {
            words.number(publication.revision()),
            words.dateTime(publication.publishedAt()),
            publication.shortSha256()
        };
    }

    private void add(String text) {
        getContent().add(new Span(text));
    }

    private void link(Place place, PageState state, String text) {
        getContent().add(new Span(" "), PageLink.to(place.path(), state, text));
    }
}
