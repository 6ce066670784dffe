package districtkpi.db.publication;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.publication.Publication;
import java.util.Optional;

/**
 * What would be published if it were published now.
 *
 * @param newest the revision that is public now; absent while none is
 * @param published what that revision says
 * @param sha256 of the record that would be published
 */
public record PublicationDraft(
        Scoreboard scoreboard,
        Optional<Publication> newest,
        Optional<Scoreboard> published,
        String sha256) {

    /** From 1. */
    public int revision() {
        return newest.map(Publication::revision).orElse(0) + 1;
    }

    /** Whether it says what the newest revision says already. */
    public boolean isUnchanged() {
        return newest.filter(publication -> publication.sha256().equals(sha256)).isPresent();
    }

    /** Whether any district has a result. */
    public boolean hasResults() {
        return scoreboard.ranking().statistics().isPresent();
    }
}
