package districtkpi.ui.cascade;

import districtkpi.db.cascade.AgreementAcknowledgement;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.office.cascade.CascadeRefusedException;
import districtkpi.office.words.Words;
import java.math.BigDecimal;
import java.util.Optional;

/** What is said of links of the chain, and of their acknowledgement. */
record CascadeWords(Words words) {

    String refusal(CascadeRefusedException refused) {
        return words.of(key(refused));
    }

    /** The key of the text that says why. */
    static String key(CascadeRefusedException refused) {
        return switch (refused.reason()) {
            case NOT_YOURS -> "cascade.refused.not-yours";
            case UNKNOWN -> "cascade.refused.unknown";
            case MOVED -> "cascade.refused.moved";
            case PERSONAL_NUMBER -> "cascade.refused.personal-number";
            case TAKEN -> "cascade.refused.taken";
            case RETIRED -> "cascade.refused.retired";
            case NOT_ACKNOWLEDGED -> "cascade.refused.not-acknowledged";
            case NOT_WHOLE -> "cascade.refused.not-whole";
            case UNCHANGED -> "cascade.refused.unchanged";
            case SIGNED_OFF -> "cascade.refused.signed-off";
            case NO_DAY -> "cascade.refused.no-day";
            case WRONG_DAY -> "cascade.refused.wrong-day";
        };
    }

    /** Whether a district acknowledged the version of the agreement in force. */
    String agreement(Optional<AgreementAcknowledgement> acknowledgement, int inForce) {
        return acknowledgement
                .map(one ->
                        words.of(
                                one.version() == inForce
                                        ? "cascade.agreement.acknowledged"
                                        : "cascade.agreement.older",
                                words.number(one.version()),
                                words.dateTime(one.at()),
                                by(one.by()),
                                words.number(inForce)))
                .orElseGet(() -> words.of("cascade.agreement.open", words.number(inForce)));
    }

    /** Which version an officer has, and whether it was acknowledged. */
    String sheet(OfficerSheet sheet) {
        return sheet.acknowledgement()
                .map(one ->
                        words.of(
                                "cascade.sheet.acknowledged",
                                words.number(sheet.version()),
                                words.shortDate(one.on())))
                .orElseGet(() -> words.of("cascade.sheet.waiting", words.number(sheet.version())));
    }

    /** How far the weights of a draft are from 100. */
    String total(BigDecimal total) {
        BigDecimal missing = Assignment.WHOLE.subtract(total);
        return switch (missing.signum()) {
            case 0 -> words.of("cascade.total.whole", words.number(total));
            case 1 -> words.of("cascade.total.missing", words.number(total), words.number(missing));
            default ->
                    words.of(
                            "cascade.total.over",
                            words.number(total),
                            words.number(missing.negate()));
        };
    }

    static String by(String account) {
        return account.isEmpty() ? "–" : account;
    }
}
