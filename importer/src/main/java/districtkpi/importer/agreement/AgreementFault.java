package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.Issue.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * What can be wrong or doubtful with an agreement file. The name is the stable code of the issue;
 * the texts are filled with {@link String#format}.
 */
enum AgreementFault {
    // The file as a whole.
    TOO_LARGE(
            Severity.ERROR,
            "ไฟล์มีขนาดใหญ่เกิน %s กิโลไบต์ บันทึกข้อตกลงหนึ่งรอบควรมีขนาดเล็กกว่านี้มาก โปรดตรวจสอบว่าเลือกไฟล์ถูกต้อง",
            "The file is larger than %s kB. The agreement of a round is far smaller: check that this is the right file."),
    NOT_UTF8(
            Severity.ERROR,
            "ไฟล์ไม่ได้เข้ารหัสเป็น UTF-8 โปรดบันทึกไฟล์ใหม่โดยเลือกการเข้ารหัส UTF-8",
            "The file is not encoded in UTF-8. Save it again with the encoding UTF-8."),
    EMPTY_FILE(Severity.ERROR, "ไฟล์ไม่มีข้อมูล", "The file is empty."),
    NOT_YAML(
            Severity.ERROR,
            "อ่านไฟล์ตามรูปแบบ YAML ไม่ได้ โปรดตรวจสอบการย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูดที่บรรทัดนี้ (%s)",
            "The file cannot be read as YAML. Check indentation, colons and quotes on this line (%s)."),
    TOO_DEEP(
            Severity.ERROR,
            "ข้อมูลซ้อนกันลึกเกินกว่า %s ชั้น โปรดตรวจวงเล็บและการย่อหน้าที่บรรทัดนี้",
            "What is written here lies more than %s levels deep. Check brackets and indentation on this line."),
    ALIAS_NOT_ALLOWED(
            Severity.ERROR,
            "ไม่รองรับการอ้างอิงแบบ *ชื่อ ของ YAML โปรดเขียนข้อความเต็มไว้ตรงที่ใช้",
            "Aliases of YAML (*name) are not accepted: write the text out where it is used."),
    TAG_NOT_ALLOWED(
            Severity.ERROR,
            "ไม่รองรับการระบุชนิดข้อมูล (%s) ของ YAML โปรดลบออก",
            "Type tags of YAML (%s) are not accepted: remove the tag."),
    PERSONAL_NUMBER(
            Severity.ERROR,
            "พบตัวเลข ๑๓ หลักซึ่งอาจเป็นเลขประจำตัวประชาชน ระบบไม่รับและไม่เก็บข้อมูลส่วนบุคคล โปรดลบออกจากไฟล์",
            "There is a 13-digit number, which may be a personal identification number. Personal data are neither accepted nor kept: remove it from the file."),

    MORE_ISSUES(
            Severity.INFORMATION,
            "ยังมีอีก %s รายการที่ไม่ได้แสดง โปรดแก้ไขรายการข้างต้นแล้วตรวจสอบใหม่",
            "There are %s more, not shown here. Correct those above and check the file again."),

    // Fields.
    UNKNOWN_FIELD(
            Severity.ERROR,
            "ไม่รู้จักรายการ “%s” ในส่วนนี้ รายการที่ใช้ได้คือ %s",
            "The field “%s” is not known here. Known fields: %s."),
    MISSING_FIELD(
            Severity.ERROR,
            "ไม่มีรายการ “%s” ซึ่งต้องระบุ",
            "The field “%s” is required and missing."),
    DUPLICATE_FIELD(
            Severity.ERROR,
            "มีรายการ “%s” ซ้ำในส่วนเดียวกัน (ครั้งแรกที่บรรทัด %s)",
            "The field “%s” is given twice (first on line %s)."),
    WRONG_TYPE(
            Severity.ERROR,
            "รูปแบบข้อมูลไม่ถูกต้อง ต้องเป็น%s",
            "This is of the wrong type: %s is expected."),
    NOT_A_NUMBER(
            Severity.ERROR,
            "“%s” ไม่ใช่ตัวเลข โปรดใช้เลขอารบิก เช่น 85 หรือ 12.5 (ทศนิยมไม่เกิน ๖ ตำแหน่ง)",
            "“%s” is not a number. Write it like 85 or 12.5, with at most 6 decimals."),
    OUT_OF_RANGE(
            Severity.ERROR,
            "%s อยู่นอกช่วงที่กำหนด ต้อง%s",
            "%s is out of range: it has to be %s."),
    NOT_A_DATE(
            Severity.ERROR,
            "“%s” ไม่ใช่วันที่ โปรดใช้รูปแบบ ปี ค.ศ.-เดือน-วัน เช่น 2022-03-04",
            "“%s” is not a date. Write it as year-month-day, such as 2022-03-04."),
    BUDDHIST_YEAR(
            Severity.ERROR,
            "“%s” เป็นปี พ.ศ. ไฟล์นี้ใช้ปี ค.ศ. (%s)",
            "“%s” has a year of the Buddhist era. This file uses the common era (%s)."),
    NOT_A_CHOICE(
            Severity.ERROR,
            "“%s” ไม่ใช่ค่าที่ใช้ได้ เลือกได้คือ %s",
            "“%s” is none of the possible values: %s."),
    NOT_AN_ID(
            Severity.ERROR,
            "“%s” ใช้เป็นรหัสไม่ได้ ต้องเป็น%s",
            "“%s” cannot be an id: it has to be %s."),
    UNKNOWN_FORMAT(
            Severity.ERROR,
            "ไม่รู้จักรูปแบบไฟล์รุ่น “%s” โปรแกรมนี้อ่านรุ่น 1",
            "The format version “%s” is not known. This program reads version 1."),

    // Ids that have to be unique or known.
    DUPLICATE_SECTION(
            Severity.ERROR,
            "มีส่วน “%s” ซ้ำ (ครั้งแรกที่บรรทัด %s)",
            "There are two sections “%s” (the first on line %s)."),
    DUPLICATE_UNIT(
            Severity.ERROR,
            "มีกลุ่มงานที่ใช้รหัส “%s” ซ้ำ (ครั้งแรกที่บรรทัด %s)",
            "There are two responsible units with the id “%s” (the first on line %s)."),
    DUPLICATE_INDICATOR(
            Severity.ERROR,
            "มีตัวชี้วัดที่ใช้รหัส “%s” ซ้ำ (ครั้งแรกที่บรรทัด %s)",
            "There are two indicators with the id “%s” (the first on line %s)."),
    DUPLICATE_CONCEPT(
            Severity.ERROR,
            "มีตัวชี้วัดสองตัวที่ใช้ concept “%s” (ครั้งแรกที่บรรทัด %s) ทำให้เทียบแนวโน้มข้ามรอบไม่ได้",
            "Two indicators have the concept “%s” (the first on line %s), so trends could not tell them apart."),
    DUPLICATE_MEASURE(
            Severity.ERROR,
            "มีตัวแปรที่ใช้รหัส “%s” ซ้ำในตัวชี้วัดเดียวกัน (ครั้งแรกที่บรรทัด %s)",
            "The indicator has two measures with the id “%s” (the first on line %s)."),
    UNKNOWN_UNIT(
            Severity.ERROR,
            "ไม่มีกลุ่มงาน “%s” ในรายการ units (มี %s)",
            "No responsible unit “%s” stands under units (there are: %s)."),
    UNKNOWN_MEASURE(
            Severity.ERROR,
            "ตัวชี้วัดนี้ไม่มีตัวแปร “%s” (มี %s)",
            "The indicator has no measure “%s” (it has: %s)."),

    // Sums.
    WEIGHTS_NOT_100(
            Severity.ERROR,
            "น้ำหนักของตัวชี้วัดในส่วน %s รวมได้ %s ต้องรวมได้ 100",
            "The weights of the section %s add up to %s; they have to add up to 100."),
    SHARES_NOT_100(
            Severity.ERROR,
            "สัดส่วนของทุกส่วนรวมได้ %s ต้องรวมได้ 100",
            "The shares of the sections add up to %s; they have to add up to 100."),

    // The round.
    ROUND_ENDS_BEFORE_START(
            Severity.ERROR,
            "รอบการประเมินสิ้นสุด (%s) ก่อนวันเริ่มต้น (%s)",
            "The round ends (%s) before it starts (%s)."),
    ROUND_DATES_UNUSUAL(
            Severity.WARNING,
            "รอบ %s ตามปีงบประมาณคือ %s ถึง %s แต่ไฟล์ระบุ %s ถึง %s",
            "By the fiscal year round %s runs from %s to %s, but the file says %s to %s."),
    SUBMISSION_OUTSIDE_ROUND(
            Severity.WARNING,
            "วันส่งเอกสาร %s อยู่นอกรอบการประเมิน",
            "The submission day %s is outside the round."),

    // Measures.
    FIELD_NOT_FOR_KIND(
            Severity.ERROR,
            "ตัวแปรชนิด %s ไม่มีรายการ “%s”",
            "A measure of kind %s has no field “%s”."),
    DUPLICATE_RECEIPT(
            Severity.ERROR,
            "ตัวแปร “%s” ระบุ receipt: evidence ซ้ำ (ครั้งแรกที่ตัวแปรบรรทัด %s) ตัวชี้วัดหนึ่งมีวันรับหลักฐานได้วันเดียว โปรดลบออกจากตัวแปรหนึ่ง",
            "The measure “%s” says receipt: evidence again (first the one on line %s). The evidence of an indicator is received on one day: remove it from one of them."),
    MEASURE_UNUSED(
            Severity.WARNING,
            "ไม่มีระดับใดใช้ตัวแปร “%s” ผลของตัวแปรนี้จึงไม่มีผลต่อคะแนน",
            "No level uses the measure “%s”, so its results change no score."),

    // Levels and conditions.
    LEVEL_MISSING(
            Severity.ERROR,
            "ไม่มีระดับ %s ต้องมีครบระดับ 1 ถึง 5",
            "Level %s is missing; an indicator has the levels 1 to 5."),
    DUPLICATE_LEVEL(
            Severity.ERROR,
            "มีระดับ %s ซ้ำ (ครั้งแรกที่บรรทัด %s)",
            "Level %s is given twice (first on line %s)."),
    LEVEL_OUT_OF_ORDER(
            Severity.ERROR,
            "ระดับ %s อยู่ผิดลำดับ โปรดเรียงระดับ 1 ถึง 5",
            "Level %s is out of order: list the levels from 1 to 5."),
    LEVEL_TEXT_LONG(
            Severity.INFORMATION,
            "ข้อความของระดับนี้ยาว %s ตัวอักษร ช่องในระบบ DPIS รับได้ 255 ตัวอักษร",
            "The text of this level has %s characters; the field of the national system DPIS takes 255."),
    CONDITION_UNCLEAR(
            Severity.ERROR,
            "เงื่อนไขต้องเป็นแบบใดแบบหนึ่งคือ {measure: …, atLeast: 70} (หรือ moreThan, atMost, lessThan, equalTo) {done: …} หรือ {doneBy: 2022-03-04, measure: …}",
            "A condition is one of {measure: …, atLeast: 70} (or moreThan, atMost, lessThan, equalTo), {done: …} and {doneBy: 2022-03-04, measure: …}."),
    CONDITION_NOT_FOR_KIND(
            Severity.ERROR,
            "ตัวแปร “%s” เป็นชนิด %s จึงใช้เงื่อนไขแบบ %s ไม่ได้ ใช้ได้คือ %s",
            "The measure “%s” is of kind %s and takes no condition %s; it takes %s."),
    COUNT_WITH_DECIMALS(
            Severity.ERROR,
            "ตัวแปร “%s” เป็นจำนวนนับ ผลจึงเป็นจำนวนเต็มเท่านั้น แต่ที่นี่มีทศนิยม (%s) โปรดใช้จำนวนเต็ม หรือใช้ตัวแปรชนิดอื่น เช่น share",
            "The measure “%s” is a count, so that its results are whole numbers and others are refused, but this has decimals (%s). Write a whole number, or make it a measure of another kind, such as a share."),
    CONDITION_IMPOSSIBLE(
            Severity.ERROR,
            "ไม่มีผลใดเป็นไปตามเงื่อนไข %s ได้ (%s)",
            "No result can meet the condition %s (%s)."),
    CONDITIONS_CONTRADICT(
            Severity.ERROR,
            "เงื่อนไขของระดับ %s ขัดแย้งกันเอง จึงไม่มีผลใดถึงระดับนี้",
            "The conditions of level %s contradict each other: no result reaches it."),
    CONTRADICTS_LOWER_LEVEL(
            Severity.ERROR,
            "เงื่อนไขของระดับ %s ขัดแย้งกับระดับที่ต่ำกว่า ซึ่งต้องครบด้วยเพราะเป็นขั้นสะสม จึงไม่มีผลใดถึงระดับนี้",
            "The conditions of level %s contradict those of a lower level, which have to hold too on a cumulative ladder: no result reaches it."),
    LEVEL_SHADOWED(
            Severity.ERROR,
            "ไม่มีผลใดได้ระดับ %s เพราะทุกผลที่เข้าเงื่อนไขจะได้ระดับสูงกว่า",
            "No result ends at level %s: whatever meets its conditions reaches a higher level."),
    BETTER_RESULT_LOSES(
            Severity.ERROR,
            "เมื่อ “%s” เพิ่มขึ้น ระดับที่ได้ทั้งเพิ่มและลด: จาก %s เป็น %s เปลี่ยนจากระดับ %s เป็น %s แต่จาก %s เป็น %s เปลี่ยนจากระดับ %s เป็น %s",
            "As “%s” rises, the level both rises and falls: from %s to %s it goes from level %s to %s, but from %s to %s it goes from level %s to %s."),
    DEADLINE_BEFORE_ROUND(
            Severity.ERROR,
            "กำหนดเวลา %s อยู่ก่อนวันเริ่มรอบการประเมิน (%s)",
            "The deadline %s is before the round starts (%s)."),
    DEADLINE_AFTER_ROUND(
            Severity.WARNING,
            "กำหนดเวลา %s อยู่หลังวันสิ้นสุดรอบการประเมิน (%s)",
            "The deadline %s is after the round ends (%s)."),
    INTERPOLATION_NOT_POSSIBLE(
            Severity.ERROR,
            "การเทียบบัญญัติไตรยางศ์ใช้ได้กับตัวชี้วัดที่มีตัวแปรเชิงตัวเลขเพียงตัวเดียว และแต่ละระดับมีเกณฑ์เดียว",
            "Interpolation needs an indicator with one numeric measure and one threshold at each level."),
    INTERPOLATION_NOT_MONOTONE(
            Severity.ERROR,
            "การเทียบบัญญัติไตรยางศ์ต้องมีเกณฑ์ที่เพิ่มขึ้นทุกระดับแบบไม่น้อยกว่าหรือมากกว่า หรือลดลงทุกระดับแบบไม่เกินหรือน้อยกว่า",
            "Interpolation needs thresholds that rise from one level to the next with at least or more than, or fall with at most or less than."),

    // What the database knows.
    UNKNOWN_PROVINCE(
            Severity.ERROR,
            "ไม่พบอำเภอของจังหวัดรหัส %s ณ วันสิ้นสุดรอบ",
            "No district of the province %s is known on the last day of the round."),
    PROVINCE_CHANGED(
            Severity.ERROR,
            "รอบ %s มีผลของจังหวัด %s อยู่แล้ว จึงเปลี่ยนเป็นจังหวัด %s ไม่ได้",
            "Round %s already has results of the province %s, so its province cannot become %s."),
    KIND_CHANGED(
            Severity.ERROR,
            "ตัวแปร %s มีผลแล้ว %s รายการซึ่งรายงานเป็นชนิดอื่น จึงเปลี่ยนเป็นชนิด %s ไม่ได้ โปรดใช้รหัสตัวแปรใหม่",
            "The measure %s already has %s figures that were reported as another kind, so it cannot become %s. Give the new measure another id."),
    FIGURES_NO_LONGER_COUNT(
            Severity.WARNING,
            "ข้อตกลงฉบับนี้ไม่มีตัวแปร %s ซึ่งมีผลแล้ว %s รายการ ผลเหล่านี้ยังเก็บไว้แต่จะไม่นำมาคิดคะแนน",
            "This version has no measure %s, of which there are %s figures. They are kept but no longer count."),
    FIGURES_COUNT_AGAIN(
            Severity.WARNING,
            "ข้อตกลงฉบับที่ใช้อยู่ไม่มีตัวแปร %s แต่มีผลเก็บไว้ %s รายการ ผลเหล่านี้จะนำมาคิดคะแนนตามข้อตกลงฉบับนี้ โปรดตรวจสอบว่ายังมีความหมายเดิม",
            "The agreement in force has no measure %s, but %s figures of it are kept. They count by this version: check that they still mean the same."),
    DISTRICT_NO_LONGER_COUNTS(
            Severity.WARNING,
            "อำเภอ%s (%s) ไม่มีอยู่ในวันสุดท้ายของรอบตามข้อตกลงฉบับนี้ (%s) ผลของอำเภอนี้ %s รายการยังเก็บไว้แต่จะไม่นำมาคิดคะแนน และอำเภอจะไม่อยู่ในการจัดลำดับ",
            "The district %s (%s) does not exist on the last day of the round by this version (%s). Its %s figures are kept but no longer count, and it is not ranked."),
    DISTRICT_COUNTS_AGAIN(
            Severity.WARNING,
            "อำเภอ%s (%s) ไม่อยู่ในรอบตามข้อตกลงที่ใช้อยู่ แต่มีอยู่ในวันสุดท้ายของรอบตามข้อตกลงฉบับนี้ (%s) ผลของอำเภอนี้ที่เก็บไว้ %s รายการจะนำมาคิดคะแนน",
            "The district %s (%s) is not in the round by the agreement in force, but exists on its last day by this version (%s). Its %s figures that are kept count."),
    FIGURES_OUTSIDE_ROUND(
            Severity.WARNING,
            "มีผล %s รายการที่วันที่ของข้อมูลอยู่นอกรอบการประเมินตามข้อตกลงฉบับนี้ (%s ถึง %s)",
            "%s figures describe days outside the round as this version has it (%s to %s)."),
    ROUND_OPENED(
            Severity.INFORMATION,
            "เปิดรอบการประเมิน %s ด้วยข้อตกลงฉบับนี้",
            "This opens the round %s."),
    NEW_VERSION(
            Severity.INFORMATION,
            "เป็นข้อตกลงฉบับที่ %s ของรอบ %s ฉบับก่อนหน้ายังเก็บไว้",
            "This becomes version %s of the agreement of round %s; the earlier ones are kept."),
    ALREADY_IN_FORCE(
            Severity.INFORMATION,
            "ข้อตกลงฉบับนี้ใช้อยู่แล้วในรอบ %s (ฉบับที่ %s) ไม่มีอะไรเปลี่ยนแปลง",
            "This agreement is already in force for round %s (version %s). Nothing changes."),
    ROUND_PUBLISHED(
            Severity.ERROR,
            "รอบ %s ประกาศผลแล้ว (ฉบับที่ %s) จึงแก้ไขบันทึกข้อตกลงของรอบนี้ไม่ได้อีก",
            "Round %s is published (revision %s): its agreement cannot be changed any more."),
    DATA_MOVED(
            Severity.ERROR,
            "ข้อมูลเปลี่ยนไปหลังจากตรวจสอบไฟล์นี้ จึงยังไม่มีการบันทึก โปรดตรวจสอบผลใหม่แล้วยืนยันอีกครั้ง",
            "The data moved after this file was checked, so nothing was stored. Check the file again, and commit what it shows then.");

    private final Severity severity;
    private final String th;
    private final String en;

    AgreementFault(Severity severity, String th, String en) {
        this.severity = severity;
        this.th = th;
        this.en = en;
    }

    Severity severity() {
        return severity;
    }

    /**
     * What is wrong and what to do.
     *
     * @param arguments texts, numbers, or {@link LocalizedText} where the languages differ
     */
    LocalizedText message(Object... arguments) {
        return new LocalizedText(
                filled(th, LocalizedText::th, arguments), filled(en, LocalizedText::en, arguments));
    }

    private static String filled(
            String template, Function<LocalizedText, String> language, Object[] arguments) {
        Object[] texts =
                Arrays.stream(arguments)
                        .map(argument ->
                                argument instanceof LocalizedText text
                                        ? language.apply(text)
                                        : argument)
                        .toArray();
        return String.format(Locale.ROOT, template, texts);
    }
}
