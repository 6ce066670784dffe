package districtkpi.ui.cascade;

import districtkpi.db.cascade.AgreementAcknowledgement;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.office.words.Words;
import java.math.BigDecimal;
import java.util.Optional;

/** What is said of links of the chain, and of their acknowledgement. */
record CascadeWords(Words words) {

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
