package districtkpi.scoring.weighting;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Section;
import java.math.BigDecimal;

/** What can be wrong with a draft, in both languages. */
final class DraftMessage {

    private static final int MAX_QUOTED = 80;

    private DraftMessage() {}

    static LocalizedText item(String item) {
        return text(
                new LocalizedText(
                        "อ่านข้อความร่างไม่ได้ที่ “%s” ต้องอยู่ในรูป T1:25 หรือหลังเครื่องหมาย ; ในรูป P1.l3.ชื่อตัวแปร:64 หรือหลัง ; ตัวที่สองในรูป team:60",
                        "The draft cannot be read at “%s”; it has to be like T1:25, or after a semicolon like P1.l3.measure:64, or after a second one like team:60."),
                quoted(item));
    }

    static LocalizedText number(String item) {
        return text(
                new LocalizedText(
                        "ตัวเลขใน “%s” ไม่ถูกต้อง ต้องเป็นเลขอารบิก มีทศนิยมได้ไม่เกิน 10 ตำแหน่ง",
                        "The number in “%s” is not valid; it has digits and at most 10 decimals."),
                quoted(item));
    }

    static LocalizedText twice(String item) {
        return text(
                new LocalizedText(
                        "“%s” กำหนดค่าเดียวกันซ้ำในร่าง ต้องกำหนดเพียงครั้งเดียว",
                        "“%s” sets the same thing twice in the draft; it can be set once."),
                quoted(item));
    }

    private static String quoted(String item) {
        return item.length() <= MAX_QUOTED ? item : item.substring(0, MAX_QUOTED) + "…";
    }

    static LocalizedText unknownIndicator(IndicatorId indicator) {
        return text(
                new LocalizedText(
                        "บันทึกข้อตกลงของรอบนี้ไม่มีตัวชี้วัด %s",
                        "The agreement of this round has no indicator %s."),
                indicator);
    }

    static LocalizedText unknownThreshold(Threshold threshold) {
        return text(
                new LocalizedText(
                        "ตัวชี้วัด %s ระดับ %s ไม่มีเกณฑ์ที่เป็นตัวเลขของตัวแปร %s",
                        "Indicator %s has at level %s no numeric threshold on %s."),
                threshold.indicator(),
                threshold.level(),
                threshold.measure()
                        + (threshold.position() == 1 ? "" : " (" + threshold.position() + ")"));
    }

    static LocalizedText weightOutOfRange(IndicatorId indicator, BigDecimal weight) {
        return text(
                new LocalizedText(
                        "น้ำหนักของตัวชี้วัด %s ต้องมากกว่า 0 และไม่เกิน 100 แต่กำหนดไว้ %s",
                        "The weight of indicator %s has to be above 0 and at most 100, but is %s."),
                indicator,
                weight.toPlainString());
    }

    static LocalizedText sectionTotal(Section section, BigDecimal total, BigDecimal difference) {
        String amount = difference.abs().toPlainString();
        return new LocalizedText(
                "น้ำหนักของตัวชี้วัด%sรวมได้ %s %s %s ต้องรวมได้ 100 พอดี"
                        .formatted(
                                section.label().th(),
                                total.toPlainString(),
                                difference.signum() > 0 ? "เกินไป" : "ขาดอีก",
                                amount),
                "The weights of the section %s total %s, %s too %s; they have to total exactly 100."
                        .formatted(
                                section.label().en(),
                                total.toPlainString(),
                                amount,
                                difference.signum() > 0 ? "much" : "little"));
    }

    static LocalizedText unknownSection(Section section) {
        return new LocalizedText(
                "บันทึกข้อตกลงของรอบนี้ไม่มีตัวชี้วัด%s".formatted(section.label().th()),
                "The agreement of this round has no section %s.".formatted(section.label().en()));
    }

    static LocalizedText shareOutOfRange(Section section, BigDecimal share) {
        return new LocalizedText(
                "สัดส่วนของส่วน%sต้องอยู่ระหว่าง 0 ถึง 100 แต่กำหนดไว้ %s"
                        .formatted(section.label().th(), share.toPlainString()),
                "The share of the section %s has to be from 0 to 100, but is %s."
                        .formatted(section.label().en(), share.toPlainString()));
    }

    static LocalizedText shareTotal(BigDecimal total) {
        return text(
                new LocalizedText(
                        "สัดส่วนของทุกส่วนรวมได้ %s ต้องรวมได้ 100 พอดี",
                        "The shares of the sections total %s; they have to total exactly 100."),
                total.toPlainString());
    }

    static LocalizedText sharesLocked(BigDecimal kept) {
        return text(
                new LocalizedText(
                        "สัดส่วนที่ล็อกหรือกำหนดไว้รวมได้ %s ต้องปลดล็อกอย่างน้อยหนึ่งส่วนเพื่อให้รวมได้ 100",
                        "The shares that are locked or set total %s; unlock one to bring them to 100."),
                kept.toPlainString());
    }

    static LocalizedText shareDecimals(BigDecimal kept) {
        return text(
                new LocalizedText(
                        "สัดส่วนที่กำหนดไว้รวมได้ %s ซึ่งมีทศนิยมเกิน 2 ตำแหน่ง",
                        "The shares that are set total %s, with more than 2 decimals."),
                kept.toPlainString());
    }

    static LocalizedText notInterpolable(String indicators) {
        return text(
                new LocalizedText(
                        "ตัวชี้วัด %s ให้คะแนนตามสัดส่วนระหว่างระดับ เกณฑ์ระดับ 1 ถึง 5 จึงต้องเพิ่มขึ้นทุกระดับหรือลดลงทุกระดับ และระดับ 5 ต้องเป็นไปได้",
                        "Indicator %s is interpolated between levels, so the thresholds of levels 1 to 5 have to rise or to fall throughout, and level 5 has to be possible."),
                indicators);
    }

    static LocalizedText outOfOrder(
            Threshold threshold, BigDecimal bound, int neighbour, BigDecimal neighbours) {
        return text(
                new LocalizedText(
                        "เกณฑ์ของตัวชี้วัด %s ระดับ %s (%s) ไม่เรียงลำดับกับระดับ %s (%s) บางระดับจึงไม่มีใครได้",
                        "The threshold of indicator %s at level %s (%s) is out of order with level %s (%s), so that nobody can have one of the levels."),
                threshold.indicator(),
                threshold.level(),
                bound.toPlainString(),
                neighbour,
                neighbours.toPlainString());
    }

    static LocalizedText changed(Threshold threshold, BigDecimal bound, BigDecimal agreed) {
        return text(
                new LocalizedText(
                        "ร่างทดลอง: เกณฑ์ของตัวแปร %s เป็น %s (ตามข้อตกลง %s)",
                        "Draft: the threshold on %s is %s (agreed: %s)."),
                threshold.measure(),
                bound.toPlainString(),
                agreed.toPlainString());
    }

    static LocalizedText allLocked(BigDecimal kept) {
        return text(
                new LocalizedText(
                        "ล็อกน้ำหนักทุกตัวชี้วัดไว้และรวมได้ %s ต้องปลดล็อกอย่างน้อยหนึ่งตัวเพื่อให้รวมได้ 100",
                        "All weights are locked and total %s; unlock at least one to bring them to 100."),
                kept.toPlainString());
    }

    static LocalizedText lockedDecimals(BigDecimal kept) {
        return text(
                new LocalizedText(
                        "น้ำหนักที่ล็อกไว้รวมได้ %s ซึ่งมีทศนิยมเกิน 2 ตำแหน่ง น้ำหนักที่เหลือจึงรวมเป็น 100 พอดีด้วยทศนิยม 2 ตำแหน่งไม่ได้",
                        "The locked weights total %s, with more than 2 decimals; weights of 2 decimals cannot bring them to exactly 100."),
                kept.toPlainString());
    }

    static LocalizedText nothingLeft(BigDecimal kept, int others) {
        return text(
                new LocalizedText(
                        "น้ำหนักที่ล็อกไว้รวมได้ %s เหลือน้ำหนักไม่พอสำหรับตัวชี้วัดอื่นอีก %s ตัว ซึ่งต้องมีอย่างน้อยตัวละ 0.01",
                        "The locked weights total %s and leave less than the 0.01 that each of the others (%s) needs."),
                kept.toPlainString(),
                others);
    }

    private static LocalizedText text(LocalizedText template, Object... details) {
        return new LocalizedText(
                template.th().formatted(details), template.en().formatted(details));
    }
}
