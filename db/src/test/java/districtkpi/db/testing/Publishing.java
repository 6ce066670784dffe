package districtkpi.db.testing;

import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.publication.SignOff;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.publication.Publication;

/** Publishes rounds for a test, declares them final and opens them again, whoever is signed in. */
public record Publishing(
        PublicationRepository publications, SignOffRepository signOffs, WriteTransaction writing) {

    /** What a test has its services from. */
    @FunctionalInterface
    public interface Services {
        <T> T get(Class<T> type);
    }

    public static Publishing in(Services services) {
        return new Publishing(
                services.get(PublicationRepository.class),
                services.get(SignOffRepository.class),
                services.get(WriteTransaction.class));
    }

    /** Publishes the round as it is. */
    public Publication publish(RoundId round, String reason) {
        return writing.get(() -> publications.add(publications.draft(round).orElseThrow(), reason));
    }

    /** Signs the newest revision off. */
    public SignOff signOff(RoundId round) {
        return writing.get(() -> signOffs.add(publications.findNewest(round).orElseThrow()));
    }

    /** Publishes the round as it is, and signs that off. */
    public SignOff close(RoundId round) {
        publish(round, "last");
        return signOff(round);
    }

    public void reopen(SignOff signOff) {
        writing.get(() -> signOffs.end(signOff, "again"));
    }
}
