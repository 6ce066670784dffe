package districtkpi.db.publication;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.publication.Publication;
import java.util.List;
import java.util.Optional;

/** The published revisions of all rounds; none is ever changed. */
public interface PublicationRepository {

    /** The revisions of a round, the newest first. */
    List<Publication> findAll(RoundId round);

    /** The newest revision of a round; absent while nothing of it is published. */
    default Optional<Publication> findNewest(RoundId round) {
        return findAll(round).stream().findFirst();
    }

    Optional<Publication> find(RoundId round, int revision);

    /**
     * A revision as it was published. Answers are kept and shared.
     *
     * @throws DifferentScoresException if this version of the program comes to other scores
     */
    Optional<Scoreboard> findScoreboard(RoundId round, int revision);

    /**
     * What was known of the rounds before when a revision was published: the newest revision of
     * each that was out by then, oldest round first; rounds without one are left out.
     *
     * @param most how many at the most
     */
    List<Scoreboard> findBefore(Publication publication, int most);

    /** The published record of a revision: the bytes that its digest is of. */
    Optional<byte[]> findRecord(RoundId round, int revision);

    /** Scores a revision anew from its frozen measurements, and compares every number. */
    boolean isReproduced(Publication publication);

    /**
     * What would be published now.
     *
     * @return absent if the round was not opened
     */
    Optional<PublicationDraft> draft(RoundId round);

    /**
     * Adds the next revision.
     *
     * @param draft of the round as it is, which the caller has locked before
     * @param reason why; may be empty
     */
    Publication add(PublicationDraft draft, String reason);
}
