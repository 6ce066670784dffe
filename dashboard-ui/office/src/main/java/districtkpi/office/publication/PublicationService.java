package districtkpi.office.publication;

import static districtkpi.office.refusal.Refused.refuseIf;
import static districtkpi.office.refusal.Refused.refuseIfGone;
import static districtkpi.office.refusal.Refused.refuseTooLong;

import districtkpi.db.account.Permission;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.publication.PublicationDraft;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.publication.SignOff;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.publication.Publication;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Publishes rounds, declares them final, and opens them again: what was shown, or nothing. Each
 * call is held to what whoever is signed in may do, and throws {@link Refused} otherwise.
 *
 * @see "Decision record 0030: publications freeze measurements and a record of every score"
 */
@Service
public class PublicationService {

    private final Permit permit;
    private final AgreementRepository agreements;
    private final PublicationRepository publications;
    private final SignOffRepository signOffs;
    private final RoundLock roundLock;
    private final AuditTrail audit;
    private final WriteTransaction writing;

    PublicationService(
            Permit permit,
            AgreementRepository agreements,
            PublicationRepository publications,
            SignOffRepository signOffs,
            RoundLock roundLock,
            AuditTrail audit,
            WriteTransaction writing) {
        this.permit = permit;
        this.agreements = agreements;
        this.publications = publications;
        this.signOffs = signOffs;
        this.roundLock = roundLock;
        this.audit = audit;
        this.writing = writing;
    }

    /**
     * Publishes what a draft showed.
     *
     * @param reason why; may be blank for the first revision only, at most {@link
     *     ReasonText#MAX_LENGTH} characters
     * @param sha256 of the draft that was shown, where there was one; another one refuses it
     */
    public Publication publish(RoundId round, String reason, Optional<String> sha256) {
        permit.require(Permission.PUBLISH);
        refuseTooLong(reason, ReasonText.MAX_LENGTH);
        String why = reason.strip();
        return writing.get(() -> {
            PublicationDraft draft = lock(round);
            refuseIf(
                    sha256.filter(shown -> !shown.equals(draft.sha256())).isPresent(),
                    Reason.NOT_AS_SHOWN);
            refuseIf(!draft.hasResults(), Reason.NO_RESULT);
            refuseIf(draft.isUnchanged(), Reason.ALREADY_PUBLISHED);
            refuseIf(draft.newest().isPresent() && why.isEmpty(), Reason.NO_REASON);
            Publication published = publications.add(draft, why);
            audit.record(
                    AuditAction.PUBLISHED,
                    subject(round),
                    draft.newest().map(PublicationService::described).orElse(Map.of()),
                    Map.of(
                            "revision",
                            String.valueOf(published.revision()),
                            "reason",
                            why,
                            "sha256",
                            published.sha256()));
            return published;
        });
    }

    /**
     * Declares the newest revision of a round final, which says the same as the figures of now.
     *
     * @param shown the revision that was shown; where it is not the newest, or the round is final
     *     already, nothing is done
     */
    public SignOff signOff(RoundId round, int shown) {
        permit.require(Permission.PUBLISH);
        return writing.get(() -> {
            PublicationDraft draft = lock(round);
            refuseIf(signOffs.findHolding(round).isPresent(), Reason.NOT_AS_SHOWN);
            Publication newest =
                    draft.newest()
                            .filter(_ -> draft.isUnchanged())
                            .orElseThrow(() -> new Refused(Reason.NOT_PUBLISHED));
            refuseIf(newest.revision() != shown, Reason.NOT_AS_SHOWN);
            SignOff signedOff = signOffs.add(newest);
            audit.record(AuditAction.SIGNED_OFF, subject(round), Map.of(), described(newest));
            return signedOff;
        });
    }

    /**
     * Opens a round again.
     *
     * @param shown the id of the sign-off that was shown; where another one holds, or none, nothing
     *     is done
     * @param reason shown beside the sign-off that it ends; never blank, at most {@link
     *     ReasonText#MAX_LENGTH} characters
     */
    public SignOff reopen(RoundId round, long shown, String reason) {
        permit.require(Permission.PUBLISH);
        refuseTooLong(reason, ReasonText.MAX_LENGTH);
        String why = reason.strip();
        refuseIf(why.isEmpty(), Reason.NO_REASON);
        return writing.get(() -> {
            lock(round);
            SignOff signedOff =
                    signOffs.findHolding(round)
                            .filter(holding -> holding.id() == shown)
                            .orElseThrow(() -> new Refused(Reason.NOT_AS_SHOWN));
            SignOff ended = signOffs.end(signedOff, why);
            audit.record(
                    AuditAction.REOPENED,
                    subject(round),
                    Map.of("revision", String.valueOf(signedOff.revision())),
                    Map.of("reason", why));
            return ended;
        });
    }

    /** Waits for the round, and gives what would be published of it then. */
    private PublicationDraft lock(RoundId round) {
        refuseIf(agreements.findInForce(round).isEmpty(), Reason.UNKNOWN);
        refuseIfGone(() -> roundLock.lock(round));
        return publications.draft(round).orElseThrow();
    }

    private static Map<String, String> described(Publication publication) {
        return Map.of("revision", String.valueOf(publication.revision()));
    }

    private static String subject(RoundId round) {
        return "round " + round;
    }
}
