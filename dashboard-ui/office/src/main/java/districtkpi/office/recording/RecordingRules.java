package districtkpi.office.recording;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.PersonalNumbers;
import districtkpi.office.recording.RecordingRefusedException.Reason;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What whoever records or reviews is held to. */
@Component
final class RecordingRules {

    private final AgreementRepository agreements;
    private final SignOffRepository signOffs;
    private final CurrentAccount current;

    RecordingRules(
            AgreementRepository agreements, SignOffRepository signOffs, CurrentAccount current) {
        this.agreements = agreements;
        this.signOffs = signOffs;
        this.current = current;
    }

    /** An indicator for which whoever is signed in may record for a district now. */
    Indicator recordable(RoundId round, DistrictCode district, IndicatorId indicator) {
        permit(
                Permission.RECORD,
                who -> who.district().filter(own -> !own.equals(district)).isEmpty());
        refuseSignedOff(round);
        return indicator(round, indicator);
    }

    /** An indicator that whoever is signed in answers for. */
    Indicator reviewable(RoundId round, IndicatorId indicator) {
        Indicator agreed = indicator(round, indicator);
        permit(
                Permission.REVIEW,
                who -> who.unit().filter(unit -> !unit.equals(agreed.unit())).isEmpty());
        return agreed;
    }

    void refuseSignedOff(RoundId round) {
        refuseIf(signOffs.findHolding(round).isPresent(), Reason.SIGNED_OFF);
    }

    private void permit(Permission permission, Predicate<SignedIn> own) {
        refuseIf(
                current.get().filter(who -> who.may(permission)).filter(own).isEmpty(),
                Reason.NOT_YOURS);
    }

    private Indicator indicator(RoundId round, IndicatorId indicator) {
        return agreements
                .findInForce(round)
                .flatMap(stored -> stored.agreement().indicator(indicator))
                .orElseThrow(() -> new RecordingRefusedException(Reason.UNKNOWN));
    }

    static void refuseText(String text) {
        refuseIf(
                text.codePointCount(0, text.length()) > RecordingService.MAX_TEXT_LENGTH,
                Reason.TOO_LONG);
        refuseIf(PersonalNumbers.isIn(text), Reason.PERSONAL_NUMBER);
    }

    static void refuseReason(String reason) {
        refuseIf(ReasonText.isTooLong(reason), Reason.REASON_TOO_LONG);
        refuseText(reason);
    }

    static void refuseIf(boolean condition, Reason reason) {
        if (condition) {
            throw new RecordingRefusedException(reason);
        }
    }

    /** What the audit calls an indicator of a district. */
    static String subject(RoundId round, DistrictCode district, IndicatorId indicator) {
        return "indicator %s of %s in %s".formatted(indicator, district, round);
    }
}
