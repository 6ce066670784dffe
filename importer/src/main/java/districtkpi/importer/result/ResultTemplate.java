package districtkpi.importer.result;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.place.District;
import districtkpi.importer.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of a round to fill in: the wide form, with a row for each district. */
public final class ResultTemplate {

    /** Round, district and name stay in view. */
    private static final int FIXED_COLUMNS = 3;

    private static final List<LocalizedText> EXPLAINED =
            List.of(
                    new LocalizedText("คอลัมน์", "column"),
                    new LocalizedText("ตัวชี้วัด", "indicator"),
                    new LocalizedText("ความหมาย", "meaning"),
                    new LocalizedText("ชนิด", "kind"),
                    new LocalizedText("หน่วย", "unit"),
                    new LocalizedText("เทียบกับ", "compared with"),
                    new LocalizedText("กรอกได้", "what can be written"));

    private ResultTemplate() {}

    /** A column and what it is for. */
    private record Column(String header, List<String> explanation) {}

    /**
     * The template of a round.
     *
     * @param districts that the round is about
     * @param locale English or, for every other, Thai
     */
    public static Template of(Agreement agreement, List<District> districts, Locale locale) {
        List<Column> columns = new ArrayList<>();
        columns.add(
                column(
                        Field.ROUND,
                        locale,
                        "รอบการประเมิน ไม่ต้องแก้ไข",
                        "The round; leave it as it is."));
        columns.add(
                column(
                        Field.DISTRICT,
                        locale,
                        "รหัสอำเภอ ไม่ต้องแก้ไข",
                        "The code of the district; leave it as it is."));
        columns.add(
                column(
                        Field.DISTRICT_NAME,
                        locale,
                        "ชื่ออำเภอ ต้องตรงกับรหัส",
                        "Its name, which has to fit the code."));
        columns.add(
                column(
                        Field.AS_OF,
                        locale,
                        "วันที่ของข้อมูล เช่น 31/3/2565 ว่างไว้หมายถึงวันที่นำเข้า",
                        "The day that the figures describe, such as 2022-03-31; empty is the day of import."));
        agreement
                .indicators()
                .forEach(indicator ->
                        indicator
                                .measures()
                                .forEach(measure -> add(columns, indicator, measure, locale)));
        columns.add(
                column(
                        Field.SOURCE,
                        locale,
                        "ที่มาของข้อมูล เว้นว่างได้",
                        "Where the figures come from; may be empty."));
        columns.add(
                column(
                        Field.NOTE,
                        locale,
                        "เหตุผลของ n/a หรือหมายเหตุอื่น",
                        "The reason of n/a, or any other remark."));
        // Of the bare round every spreadsheet would make a date once a file is saved as CSV.
        String round = text(locale, "รอบ ", "round ") + agreement.round();
        List<List<String>> explanations = new ArrayList<>();
        explanations.add(EXPLAINED.stream().map(name -> name.in(locale)).toList());
        columns.forEach(column -> explanations.add(column.explanation()));
        return new Template(
                text(locale, "ผลการดำเนินงาน", "results"),
                columns.stream().map(Column::header).toList(),
                districts.stream()
                        .map(district ->
                                List.of(round, district.code().value(), district.name().in(locale)))
                        .toList(),
                FIXED_COLUMNS,
                text(locale, "คำอธิบาย", "explanation"),
                explanations);
    }

    private static String text(Locale locale, String th, String en) {
        return new LocalizedText(th, en).in(locale);
    }

    private static Column column(Field field, Locale locale, String th, String en) {
        String header = text(locale, field.thaiHeader(), field.header());
        return new Column(header, List.of(header, "", text(locale, th, en), "", "", "", ""));
    }

    private static void add(
            List<Column> columns, Indicator indicator, Measure measure, Locale locale) {
        String key = indicator.id() + "." + measure.id();
        String unit =
                measure.countedIn().map(MeasureUnit::name).map(name -> name.in(locale)).orElse("");
        String of = measure.comparedWith().map(name -> name.in(locale)).orElse("");
        String written =
                ValueReader.expected(measure).in(locale).strip()
                        + text(
                                locale,
                                "; n/a พร้อมเหตุผลในหมายเหตุ หากไม่เกี่ยวข้อง; ว่างไว้หากยังไม่มีผล",
                                "; n/a with a note where it does not apply; empty where there is no result yet");
        columns.add(
                new Column(
                        key + " (" + measure.name().in(locale) + ")",
                        List.of(
                                key,
                                indicator.id() + " " + indicator.name().in(locale),
                                measure.name().in(locale),
                                kind(measure.kind()).in(locale),
                                unit,
                                of,
                                written)));
        if (!of.isEmpty()) {
            String ofKey = key + "." + Field.OF.header();
            columns.add(
                    new Column(
                            ofKey + " (" + of + ")",
                            List.of(
                                    ofKey,
                                    indicator.id() + " " + indicator.name().in(locale),
                                    of,
                                    "",
                                    unit,
                                    "",
                                    text(
                                            locale,
                                            "ตัวเลขมากกว่า 0; ว่างไว้หากกรอกร้อยละที่คำนวณแล้ว",
                                            "a number above 0; empty beside a finished percentage"))));
        }
    }

    private static LocalizedText kind(MeasureKind kind) {
        return switch (kind) {
            case SHARE -> new LocalizedText("ร้อยละของทั้งหมด", "percentage of a whole");
            case GROWTH -> new LocalizedText("ร้อยละที่เพิ่มขึ้น", "growth in percent");
            case REDUCTION -> new LocalizedText("ร้อยละที่ลดลง", "reduction in percent");
            case COUNT -> new LocalizedText("จำนวนนับ", "count");
            case DONE -> new LocalizedText("ดำเนินการแล้วหรือไม่", "done or not");
            case DATE -> new LocalizedText("วันที่", "date");
        };
    }
}
