package districtkpi.office.laboratory;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.laboratory.KeptDraft;
import districtkpi.db.laboratory.KeptDraftRepository;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.RoundId;
import districtkpi.office.access.Permit;
import districtkpi.scoring.weighting.Draft;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The drafts that the account at hand keeps; nobody else sees them but by their address. */
@Service
public class KeptDrafts {

    /** What a name may hold, in characters. */
    public static final int MAX_NAME_LENGTH = 60;

    /** Of one round. More would be a list that nobody reads. */
    public static final int MAX = 30;

    private static final int MAX_DRAFT_LENGTH = 8000;

    private final KeptDraftRepository drafts;
    private final CurrentAccount current;
    private final Permit permit;
    private final WriteTransaction writing;

    KeptDrafts(
            KeptDraftRepository drafts,
            CurrentAccount current,
            Permit permit,
            WriteTransaction writing) {
        this.permit = permit;
        this.drafts = drafts;
        this.current = current;
        this.writing = writing;
    }

    /** What became of a draft that was to be kept. */
    public enum Keeping {
        KEPT,
        NO_NAME,
        NAME_TAKEN,
        TOO_MANY,
        TOO_LONG
    }

    /** By name; those that are in no form that is read today are left out. */
    public List<Named> of(RoundId round) {
        return current.get().stream()
                .flatMap(who -> drafts.find(who.accountId(), round).stream())
                .flatMap(kept -> Named.of(kept).stream())
                .toList();
    }

    /** Keeps a draft under a name. */
    public Keeping keep(RoundId round, String name, Draft draft) {
        permit.require(Permission.READ);
        // As the database measures it: one line, without spaces at its ends.
        String line = name.replaceAll("\\p{Cntrl}", " ").strip();
        if (line.isEmpty() || line.length() > MAX_NAME_LENGTH) {
            return Keeping.NO_NAME;
        }
        if (draft.toString().length() > MAX_DRAFT_LENGTH) {
            return Keeping.TOO_LONG;
        }
        SignedIn who = current.get().orElseThrow();
        return writing.get(() -> {
            if (drafts.find(who.accountId(), round).size() >= MAX) {
                return Keeping.TOO_MANY;
            }
            return drafts.add(who.accountId(), round, line, draft.toString())
                    ? Keeping.KEPT
                    : Keeping.NAME_TAKEN;
        });
    }

    /** Deletes a draft of one's own. */
    public void delete(long id) {
        permit.require(Permission.READ);
        current.get().ifPresent(who -> writing.run(() -> drafts.delete(who.accountId(), id)));
    }

    /** A kept draft, read. */
    public record Named(KeptDraft kept, Draft draft) {

        private static Optional<Named> of(KeptDraft kept) {
            try {
                return Optional.of(new Named(kept, Draft.parse(kept.draft())));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        public String name() {
            return kept.name();
        }
    }
}
