package districtkpi.scoring.weighting;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.TextBundle;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;

/** What can be wrong with a draft, in both languages. */
final class DraftMessage {

    private static final TextBundle TEXTS = TextBundle.beside(DraftMessage.class, "drafts");
    private static final int MAX_QUOTED = 80;

    private DraftMessage() {}

    static LocalizedText item(String item) {
        return TEXTS.text("item", quoted(item));
    }

    static LocalizedText number(String item) {
        return TEXTS.text("number", quoted(item));
    }

    static LocalizedText twice(String item) {
        return TEXTS.text("twice", quoted(item));
    }

    private static String quoted(String item) {
        return item.length() <= MAX_QUOTED ? item : item.substring(0, MAX_QUOTED) + "…";
    }

    static LocalizedText unknownIndicator(IndicatorId indicator) {
        return TEXTS.text("unknown-indicator", indicator);
    }

    static LocalizedText unknownThreshold(Threshold threshold) {
        return TEXTS.text(
                "unknown-threshold",
                threshold.indicator(),
                threshold.level(),
                threshold.measure()
                        + (threshold.position() == 1 ? "" : " (" + threshold.position() + ")"));
    }

    /**
     * @param outOf what the weights of its section total
     */
    static LocalizedText weightOutOfRange(
            IndicatorId indicator, BigDecimal weight, BigDecimal outOf) {
        return TEXTS.text(
                "weight-out-of-range", indicator, weight.toPlainString(), outOf.toPlainString());
    }

    static LocalizedText sectionTotal(SectionTerms terms, BigDecimal total) {
        BigDecimal difference = total.subtract(terms.outOf());
        return TEXTS.text(
                difference.signum() > 0 ? "section-above" : "section-below",
                terms.name(),
                total.toPlainString(),
                difference.abs().toPlainString(),
                terms.outOf().toPlainString());
    }

    static LocalizedText districtTotal(
            LocalizedText section, DistrictCode district, BigDecimal total, BigDecimal wanted) {
        return TEXTS.text(
                "district-total", section, district, total.toPlainString(), wanted.toPlainString());
    }

    static LocalizedText ownTargets(IndicatorId indicator, String districts) {
        return TEXTS.text("own-targets", indicator, districts);
    }

    static LocalizedText unknownSection(SectionId section) {
        return TEXTS.text("unknown-section", section);
    }

    static LocalizedText shareOutOfRange(LocalizedText section, BigDecimal share) {
        return TEXTS.text("share-out-of-range", section, share.toPlainString());
    }

    static LocalizedText shareTotal(BigDecimal total) {
        return TEXTS.text("share-total", total.toPlainString());
    }

    static LocalizedText sharesLocked(BigDecimal kept) {
        return TEXTS.text("shares-locked", kept.toPlainString());
    }

    static LocalizedText shareDecimals(BigDecimal kept) {
        return TEXTS.text("share-decimals", kept.toPlainString());
    }

    static LocalizedText notInterpolable(String indicators) {
        return TEXTS.text("not-interpolable", indicators);
    }

    static LocalizedText outOfOrder(
            Threshold threshold, BigDecimal bound, int neighbour, BigDecimal neighbours) {
        return TEXTS.text(
                "out-of-order",
                threshold.indicator(),
                threshold.level(),
                bound.toPlainString(),
                neighbour,
                neighbours.toPlainString());
    }

    static LocalizedText changed(Threshold threshold, BigDecimal bound, BigDecimal agreed) {
        return TEXTS.text(
                "changed", threshold.measure(), bound.toPlainString(), agreed.toPlainString());
    }

    static LocalizedText allLocked(BigDecimal kept, BigDecimal outOf) {
        return TEXTS.text("all-locked", kept.toPlainString(), outOf.toPlainString());
    }

    static LocalizedText lockedDecimals(BigDecimal kept, BigDecimal outOf) {
        return TEXTS.text("locked-decimals", kept.toPlainString(), outOf.toPlainString());
    }

    static LocalizedText nothingLeft(BigDecimal kept, int others) {
        return TEXTS.text("nothing-left", kept.toPlainString(), others);
    }
}
