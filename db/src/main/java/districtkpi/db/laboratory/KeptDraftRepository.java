package districtkpi.db.laboratory;

import districtkpi.domain.agreement.RoundId;
import java.util.List;

/** The drafts that accounts keep, each for itself. Writes run in a transaction of the caller. */
public interface KeptDraftRepository {

    /** What an account keeps of a round, by name. */
    List<KeptDraft> find(long accountId, RoundId round);

    /**
     * Keeps a draft.
     *
     * @param name one line of 1 to 60 characters, without spaces at its ends
     * @return false if the account keeps one of this name; it stays as it is
     */
    boolean add(long accountId, RoundId round, String name, String draft);

    /** Deletes a draft of an account; nothing happens if the account has none of this number. */
    void delete(long accountId, long id);
}
