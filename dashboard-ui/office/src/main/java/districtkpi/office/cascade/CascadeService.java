package districtkpi.office.cascade;

import static districtkpi.office.refusal.Refused.refuseIf;
import static districtkpi.office.refusal.Refused.refuseIfGone;
import static districtkpi.office.refusal.Refused.refusePersonalNumber;

import districtkpi.db.account.Permission;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.cascade.AgreementAcknowledgement;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.CascadeRepository;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerData;
import districtkpi.db.cascade.OfficerRepository;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.cascade.SheetRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.table.DateReader;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Lets a district acknowledge the agreement and hand it down to its officers. Each call is held to
 * what whoever is signed in may do, and throws {@link Refused} otherwise.
 *
 * @see "Decision record 0036: officers acknowledge versions of a sheet"
 */
@Service
public class CascadeService {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final Permit permit;
    private final AgreementRepository agreements;
    private final CascadeRepository cascades;
    private final OfficerRepository officers;
    private final SheetRepository sheets;
    private final SignOffRepository signOffs;
    private final RoundLock roundLock;
    private final AuditTrail audit;
    private final Clock clock;
    private final WriteTransaction writing;

    CascadeService(
            Permit permit,
            AgreementRepository agreements,
            CascadeRepository cascades,
            OfficerRepository officers,
            SheetRepository sheets,
            SignOffRepository signOffs,
            RoundLock roundLock,
            AuditTrail audit,
            Clock clock,
            WriteTransaction writing) {
        this.permit = permit;
        this.agreements = agreements;
        this.cascades = cascades;
        this.officers = officers;
        this.sheets = sheets;
        this.signOffs = signOffs;
        this.roundLock = roundLock;
        this.audit = audit;
        this.clock = clock;
        this.writing = writing;
    }

    /** Adds an officer who serves in a district. */
    public Officer addOfficer(DistrictCode district, OfficerData data) {
        permit.require(Permission.CASCADE, district);
        refusePersonalNumber(data.post(), data.name());
        return writing.get(() -> {
            Officer added = taken(() -> officers.add(district, data));
            audit.record(
                    AuditAction.OFFICER_ADDED, subject(added), Map.of(), described(data, false));
            return added;
        });
    }

    /**
     * Renames an officer, or lets one retire or come back.
     *
     * @param known as it was shown
     */
    public Officer changeOfficer(Officer known, OfficerData data, boolean retired) {
        Officer own = own(known.id());
        refusePersonalNumber(data.post(), data.name());
        return writing.get(() -> {
            Officer changed =
                    taken(() -> officers.change(own.id(), known.version(), data, retired));
            audit.record(
                    AuditAction.OFFICER_CHANGED,
                    subject(known),
                    described(known.data(), known.retired()),
                    described(data, retired));
            return changed;
        });
    }

    /**
     * Acknowledges the agreement in force.
     *
     * @param version that was shown
     */
    public void acknowledgeAgreement(RoundId round, int version, DistrictCode district) {
        permit.require(Permission.CASCADE, district);
        writing.get(() -> {
            StoredAgreement agreed = lock(round);
            refuseIf(agreed.version() != version, Reason.MOVED);
            if (!isAcknowledged(agreed, district)) {
                cascades.acknowledge(round, version, district);
                audit.record(
                        AuditAction.AGREEMENT_ACKNOWLEDGED,
                        "agreement of %s by %s".formatted(round, district),
                        Map.of(),
                        Map.of("version", "" + version));
            }
            return agreed;
        });
    }

    /**
     * Changes what is being written for an officer.
     *
     * @param before what stood there for the indicator when it was shown
     * @param after what is to stand there; absent where the officer is not to have the indicator
     */
    public void assign(
            RoundId round,
            long officer,
            IndicatorId indicator,
            Optional<Assignment> before,
            Optional<Assignment> after) {
        own(officer);
        after.ifPresent(one -> refusePersonalNumber(one.targetText()));
        writing.get(() -> {
            Officer own = lockOfficer(round, officer);
            StoredAgreement agreed = inForce(round);
            refuseIf(after.filter(one -> !isAgreed(agreed, one)).isPresent(), Reason.NOT_AGREED);
            Optional<Assignment> stored =
                    sheets.findDraft(round, officer).stream()
                            .filter(one -> one.indicator().equals(indicator))
                            .findFirst();
            refuseIf(!stored.equals(before), Reason.MOVED);
            after.ifPresentOrElse(
                    one -> sheets.saveDraft(round, officer, one),
                    () -> sheets.removeDraft(round, officer, indicator));
            return own;
        });
    }

    /** Begins the next version with what the officer has; does nothing where it was begun. */
    public void beginChange(RoundId round, long officer) {
        own(officer);
        writing.get(() -> {
            Officer own = lockOfficer(round, officer);
            if (sheets.findDraft(round, officer).isEmpty()) {
                newest(round, officer)
                        .ifPresent(sheet ->
                                sheet.assignments()
                                        .forEach(one -> sheets.saveDraft(round, officer, one)));
            }
            return own;
        });
    }

    /** Throws away what is being written for an officer. */
    public void discard(RoundId round, long officer) {
        own(officer);
        writing.get(() -> {
            Officer own = lockOfficer(round, officer);
            sheets.clearDraft(round, officer);
            return own;
        });
    }

    /** Whether the agreement has the indicator, and the level that is to be reached. */
    private static boolean isAgreed(StoredAgreement agreed, Assignment one) {
        return agreed.agreement()
                .indicator(one.indicator())
                .filter(indicator -> one.targetLevel() <= indicator.topLevel())
                .isPresent();
    }

    /**
     * Hands over what is being written, as the next version.
     *
     * @param shown what was shown
     */
    public void handOver(RoundId round, long officer, List<Assignment> shown) {
        own(officer);
        writing.get(() -> {
            StoredAgreement agreed = lock(round);
            Officer own = lockOfficer(round, officer);
            List<Assignment> draft = sheets.findDraft(round, officer);
            refuseIf(!draft.equals(shown), Reason.MOVED);
            refuseIf(!isAcknowledged(agreed, own.district()), Reason.NOT_ACKNOWLEDGED);
            refuseIf(draft.stream().anyMatch(one -> !isAgreed(agreed, one)), Reason.NOT_AGREED);
            refuseIf(Assignment.total(draft).compareTo(Assignment.WHOLE) != 0, Reason.NOT_WHOLE);
            Optional<OfficerSheet> before = newest(round, officer);
            refuseIf(
                    before.filter(sheet -> isTheSame(sheet, agreed, own, draft)).isPresent(),
                    Reason.SHEET_UNCHANGED);
            int version = sheets.add(round, own, agreed.version(), draft);
            sheets.clearDraft(round, officer);
            audit.record(
                    AuditAction.SHEET_HANDED_OVER,
                    String.format(
                            Locale.ROOT, "sheet %d of officer %d in %s", version, officer, round),
                    before.map(OfficerSheet::assignments)
                            .map(CascadeService::described)
                            .orElse(Map.of()),
                    described(draft));
            return own;
        });
    }

    /**
     * Records that an officer acknowledged the newest version.
     *
     * @param version that was shown
     * @param day on which the officer did, as somebody typed it
     */
    public void acknowledgeSheet(RoundId round, long officer, int version, String day) {
        own(officer);
        LocalDate on = DateReader.typed(day).orElseThrow(() -> new Refused(Reason.NO_DAY));
        writing.get(() -> {
            Officer own = lockOfficer(round, officer);
            OfficerSheet sheet =
                    newest(round, officer).orElseThrow(() -> new Refused(Reason.UNKNOWN));
            refuseIf(
                    sheet.version() != version || sheet.acknowledgement().isPresent(),
                    Reason.MOVED);
            refuseIf(
                    on.isAfter(LocalDate.now(clock.withZone(BANGKOK)))
                            || on.isBefore(LocalDate.ofInstant(sheet.handedOverAt(), BANGKOK)),
                    Reason.WRONG_DAY);
            sheets.acknowledge(sheet.id(), on);
            audit.record(
                    AuditAction.SHEET_ACKNOWLEDGED,
                    String.format(
                            Locale.ROOT, "sheet %d of officer %d in %s", version, officer, round),
                    Map.of(),
                    Map.of("on", on.toString()));
            return own;
        });
    }

    private static boolean isTheSame(
            OfficerSheet sheet, StoredAgreement agreed, Officer officer, List<Assignment> draft) {
        return sheet.assignments().equals(draft)
                && sheet.agreementVersion() == agreed.version()
                && sheet.officer().equals(officer.data());
    }

    private Optional<OfficerSheet> newest(RoundId round, long officer) {
        return sheets.findAll(round, officer).stream().reduce((_, later) -> later);
    }

    private boolean isAcknowledged(StoredAgreement agreed, DistrictCode district) {
        return cascades.find(agreed.agreement().round(), district)
                .acknowledgement()
                .map(AgreementAcknowledgement::version)
                .filter(version -> version == agreed.version())
                .isPresent();
    }

    private StoredAgreement lock(RoundId round) {
        inForce(round);
        refuseIfGone(() -> roundLock.lock(round));
        // Somebody may have signed it off, or added a version, while this waited.
        refuseSignedOff(round);
        return inForce(round);
    }

    private void refuseSignedOff(RoundId round) {
        refuseIf(signOffs.findHolding(round).isPresent(), Reason.SIGNED_OFF);
    }

    private StoredAgreement inForce(RoundId round) {
        return agreements.findInForce(round).orElseThrow(() -> new Refused(Reason.UNKNOWN));
    }

    /** Waits for others who write for the officer. */
    private Officer lockOfficer(RoundId round, long officer) {
        own(officer);
        refuseSignedOff(round);
        Officer own = officers.lock(officer);
        refuseIf(own.retired(), Reason.RETIRED);
        return own;
    }

    private Officer own(long officer) {
        return officers.find(officer)
                .filter(found -> permit.allows(Permission.CASCADE, found.district()))
                .orElseThrow(() -> new Refused(Reason.NOT_YOURS));
    }

    private static Officer taken(Supplier<Officer> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException _) {
            throw new Refused(Reason.OFFICER_TAKEN);
        } catch (OptimisticLockingFailureException _) {
            throw new Refused(Reason.MOVED);
        }
    }

    private static String subject(Officer officer) {
        return String.format(Locale.ROOT, "officer %d of %s", officer.id(), officer.district());
    }

    private static Map<String, String> described(OfficerData data, boolean retired) {
        return Map.of("post", data.post(), "name", data.name(), "retired", "" + retired);
    }

    private static Map<String, String> described(List<Assignment> assignments) {
        return assignments.stream()
                .collect(
                        Collectors.toMap(
                                one -> one.indicator().value(),
                                one ->
                                        String.format(
                                                        Locale.ROOT,
                                                        "%s %% level %d %s",
                                                        one.weight().toPlainString(),
                                                        one.targetLevel(),
                                                        one.targetText())
                                                .strip()));
    }
}
