package districtkpi.office.register;

import static districtkpi.office.refusal.Refused.refuseIf;
import static districtkpi.office.refusal.Refused.refuseIfGone;
import static districtkpi.office.refusal.Refused.refuseText;

import districtkpi.db.account.Permission;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.OfficeAddressRepository;
import districtkpi.db.register.SubmissionAction;
import districtkpi.db.register.SubmissionRepository;
import districtkpi.db.register.SubmissionStep;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/**
 * Writes into the register of submissions. Each call is held to what whoever is signed in may do,
 * and throws {@link Refused} otherwise.
 *
 * <p>Corrects a receipt in the lock of its round, so that nobody corrects what they did not see.
 *
 * @see "Decision record 0035: the register of submissions"
 */
@Service
public class RegisterService {

    /** What a note may hold, in characters. */
    public static final int MAX_NOTE_LENGTH = 1_000;

    private final ScoreboardQuery scoreboards;
    private final RoundLock roundLock;
    private final SubmissionRepository submissions;
    private final OfficeAddressRepository addresses;
    private final AuditTrail audit;
    private final Permit permit;
    private final Clock clock;
    private final WriteTransaction writing;

    RegisterService(
            ScoreboardQuery scoreboards,
            RoundLock roundLock,
            SubmissionRepository submissions,
            OfficeAddressRepository addresses,
            AuditTrail audit,
            Permit permit,
            Clock clock,
            WriteTransaction writing) {
        this.scoreboards = scoreboards;
        this.roundLock = roundLock;
        this.submissions = submissions;
        this.addresses = addresses;
        this.audit = audit;
        this.permit = permit;
        this.clock = clock;
        this.writing = writing;
    }

    /** A district printed its report; a district's account says so of its own. */
    public void printed(RoundId round, DistrictCode district) {
        permit.require(Permission.RECORD, district);
        known(round, district);
        // Nothing is compared, so nobody has to wait.
        writing.run(() -> {
            submissions.addPrinted(round, district);
            audit.record(AuditAction.PRINTED, subject(round, district), Map.of(), Map.of());
        });
    }

    /**
     * The province received the printed report of a district. With another day or note it corrects
     * what was recorded before.
     *
     * @param last the newest receipt, or withdrawal of one, that was shown; another one refuses it
     * @param day in Bangkok, on which it came
     * @param note may be empty
     */
    public void received(
            RoundId round, DistrictCode district, OptionalLong last, LocalDate day, String note) {
        permit.require(Permission.REGISTER);
        Scoreboard board = known(round, district);
        refuseIf(day.isAfter(Deadline.dayOf(clock.instant())), Reason.DAY_IN_FUTURE);
        refuseIf(day.isBefore(board.agreement().firstDay()), Reason.DAY_BEFORE_ROUND);
        refuseText(note, MAX_NOTE_LENGTH);
        writing.run(() -> {
            Optional<SubmissionStep> before = lock(round, district, last);
            submissions.addReceived(round, district, day, note.strip());
            audit.record(
                    AuditAction.RECEIVED,
                    subject(round, district),
                    before.map(RegisterService::described).orElse(Map.of()),
                    described(day, note.strip()));
        });
    }

    /**
     * A receipt was recorded by mistake.
     *
     * @param last the newest receipt that was shown; another one refuses it
     * @param note why; never blank
     */
    public void withdraw(RoundId round, DistrictCode district, OptionalLong last, String note) {
        permit.require(Permission.REGISTER);
        known(round, district);
        refuseIf(note.isBlank(), Reason.NO_REASON);
        refuseText(note, MAX_NOTE_LENGTH);
        writing.run(() -> {
            SubmissionStep before =
                    lock(round, district, last)
                            .filter(step -> step.action() == SubmissionAction.RECEIVED)
                            .orElseThrow(() -> new Refused(Reason.NOT_RECEIVED));
            submissions.addWithdrawn(round, district, note.strip());
            audit.record(
                    AuditAction.RECEIPT_WITHDRAWN,
                    subject(round, district),
                    described(before),
                    Map.of("note", note.strip()));
        });
    }

    /** Says where the office of a district is reminded by e-mail; absent: nowhere. */
    public void changeAddress(
            RoundId round, DistrictCode district, Optional<EmailAddress> address) {
        permit.require(Permission.REGISTER);
        known(round, district);
        writing.run(() -> {
            refuseIfGone(() -> roundLock.lock(round));
            new AddressChange(addresses, audit).make(district, addresses.find(district), address);
        });
    }

    /** Waits for the round, and gives the newest receipt or withdrawal of one. */
    private Optional<SubmissionStep> lock(RoundId round, DistrictCode district, OptionalLong last) {
        refuseIfGone(() -> roundLock.lock(round));
        Optional<SubmissionStep> newest =
                submissions.find(round, district).stream()
                        .filter(step -> step.action() != SubmissionAction.PRINTED)
                        .reduce((_, later) -> later);
        OptionalLong id =
                newest.map(step -> OptionalLong.of(step.id())).orElse(OptionalLong.empty());
        refuseIf(!id.equals(last), Reason.RECEIPT_MOVED);
        return newest;
    }

    private static Map<String, String> described(SubmissionStep step) {
        return step.day().map(day -> described(day, step.note())).orElse(Map.of());
    }

    private static Map<String, String> described(LocalDate day, String note) {
        Map<String, String> described = new TreeMap<>();
        described.put("day", day.toString());
        if (!note.isEmpty()) {
            described.put("note", note);
        }
        return described;
    }

    private static String subject(RoundId round, DistrictCode district) {
        return "report of %s in %s".formatted(district, round);
    }

    private Scoreboard known(RoundId round, DistrictCode district) {
        return scoreboards
                .find(round)
                .filter(board -> board.district(district).isPresent())
                .orElseThrow(() -> new Refused(Reason.UNKNOWN));
    }
}
