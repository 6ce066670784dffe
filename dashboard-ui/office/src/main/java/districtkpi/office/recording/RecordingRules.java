package districtkpi.office.recording;

import districtkpi.db.account.Permission;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import org.springframework.stereotype.Component;

/** What whoever records or reviews is held to. */
@Component
final class RecordingRules {

    private final Permit permit;
    private final AgreementRepository agreements;
    private final SignOffRepository signOffs;

    RecordingRules(Permit permit, AgreementRepository agreements, SignOffRepository signOffs) {
        this.permit = permit;
        this.agreements = agreements;
        this.signOffs = signOffs;
    }

    /** An indicator for which whoever is signed in may record for a district now. */
    Indicator recordable(RoundId round, DistrictCode district, IndicatorId indicator) {
        permit.require(Permission.RECORD, district);
        refuseSignedOff(round);
        return indicator(round, indicator).in(district);
    }

    /** An indicator that whoever is signed in answers for. */
    Indicator reviewable(RoundId round, IndicatorId indicator) {
        permit.require(Permission.REVIEW);
        Indicator agreed = indicator(round, indicator);
        permit.require(Permission.REVIEW, agreed);
        return agreed;
    }

    void refuseSignedOff(RoundId round) {
        Refused.refuseIf(signOffs.findHolding(round).isPresent(), Reason.SIGNED_OFF);
    }

    private Indicator indicator(RoundId round, IndicatorId indicator) {
        return agreements
                .findInForce(round)
                .flatMap(stored -> stored.agreement().indicator(indicator))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN));
    }

    /** What the audit calls an indicator of a district. */
    static String subject(RoundId round, DistrictCode district, IndicatorId indicator) {
        return "indicator %s of %s in %s".formatted(indicator, district, round);
    }
}
