package districtkpi.office.round;

import static districtkpi.office.refusal.Refused.refuseIf;
import static districtkpi.office.refusal.Refused.refuseWithoutReason;

import districtkpi.db.account.Permission;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.transaction.Snapshot;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.db.withdrawal.RoundContents;
import districtkpi.db.withdrawal.RoundContents.RoundFile;
import districtkpi.db.withdrawal.RoundWithdrawalRepository;
import districtkpi.domain.agreement.RoundId;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Withdraws a round that was opened by mistake: afterwards it stands nowhere but in the audit, and
 * its files can be handed in to the right one.
 *
 * @see "Decision record 0066: a round that was opened by mistake"
 */
@Service
public class RoundWithdrawal {

    private final RoundWithdrawalRepository rounds;
    private final AuditTrail audit;
    private final Snapshot reading;
    private final WriteTransaction writing;
    private final Permit permit;

    RoundWithdrawal(
            RoundWithdrawalRepository rounds,
            AuditTrail audit,
            Snapshot reading,
            WriteTransaction writing,
            Permit permit) {
        this.rounds = rounds;
        this.audit = audit;
        this.reading = reading;
        this.writing = writing;
        this.permit = permit;
    }

    /** What would go; throws {@link Refused} where the round is not there. */
    public RoundContents ask(RoundId round) {
        permit.require(Permission.WITHDRAW_ROUND);
        return reading.get(() -> rounds.find(round).orElseThrow(() -> new Refused(Reason.UNKNOWN)));
    }

    /** Why a round cannot be withdrawn, with what to do instead; absent where it can. */
    public static Optional<Refused> hindrance(RoundId round, RoundContents contents) {
        if (contents.publications() > 0) {
            return Optional.of(new Refused(Reason.ROUND_PUBLISHED, round.toString()));
        }
        if (contents.others() == 0) {
            return Optional.of(new Refused(Reason.ONLY_ROUND, round.toString()));
        }
        if (!contents.sharedFiles().isEmpty()) {
            return Optional.of(
                    new Refused(
                            Reason.FILES_OF_OTHER_ROUNDS,
                            round.toString(),
                            String.join(", ", contents.sharedFiles())));
        }
        return Optional.empty();
    }

    /**
     * Withdraws a round as it was shown.
     *
     * @param shown what would go
     * @param typed the round, once more
     * @param reason why; never blank, at most {@link districtkpi.domain.ReasonText#MAX_LENGTH}
     *     characters
     */
    public void withdraw(RoundId round, RoundContents shown, String typed, String reason) {
        permit.require(Permission.WITHDRAW_ROUND);
        if (!typed.strip().equals(round.toString())) {
            throw new Refused(Reason.OTHER_ROUND_TYPED, round.toString());
        }
        String why = reason.strip();
        refuseWithoutReason(why);
        writing.run(() -> {
            refuseIf(!rounds.lockToWithdraw(round), Reason.UNKNOWN);
            RoundContents contents = rounds.find(round).orElseThrow();
            hindrance(round, contents)
                    .ifPresent(refused -> {
                        throw refused;
                    });
            refuseIf(!contents.equals(shown), Reason.NOT_AS_SHOWN);
            rounds.withdraw(round);
            audit.record(
                    AuditAction.ROUND_WITHDRAWN,
                    "round " + round,
                    described(contents),
                    Map.of("reason", why));
        });
    }

    /** Whether a round was withdrawn once: then the program does not open it again by itself. */
    public boolean wasWithdrawn(RoundId round) {
        return rounds.wasWithdrawn(round);
    }

    /** What there was of it, so that its files are found again and can be handed in. */
    private static Map<String, String> described(RoundContents contents) {
        Map<String, String> described = new LinkedHashMap<>();
        described.put("agreements", listed(contents.agreements()));
        described.put("files", listed(contents.files()));
        described.put("recorded-online", String.valueOf(contents.recorded()));
        described.put("figures", String.valueOf(contents.figures()));
        described.put("overrides", String.valueOf(contents.overrides()));
        described.put("evidence", String.valueOf(contents.evidence()));
        described.put("receipts", String.valueOf(contents.receipts()));
        described.put("sheets", String.valueOf(contents.sheets()));
        return described;
    }

    private static String listed(List<RoundFile> files) {
        return files.isEmpty()
                ? "0"
                : files.stream()
                        .map(file -> file.name() + " (" + file.sha256() + ")")
                        .collect(Collectors.joining(", "));
    }
}
