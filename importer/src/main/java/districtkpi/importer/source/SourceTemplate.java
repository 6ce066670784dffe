package districtkpi.importer.source;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.District;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.source.SourceDescription.Within;
import districtkpi.importer.template.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An extract to fill in, for who has no export of the system. Where a row is about a whole district
 * the districts of the round stand in it already.
 */
public final class SourceTemplate {

    private static final List<LocalizedText> EXPLAINED =
            List.of(
                    new LocalizedText("คอลัมน์ในแบบฟอร์ม", "column of the form"),
                    new LocalizedText("ต้องกรอกหรือไม่", "needed"),
                    new LocalizedText("กรอกได้", "what can be written"));

    private SourceTemplate() {}

    /**
     * The template of a source.
     *
     * @param agreement of the round that the districts are of
     * @param locale English or, for every other, Thai
     */
    public static Template of(
            SourceDescription source,
            Agreement agreement,
            List<District> districts,
            Locale locale) {
        List<List<String>> explanations = new ArrayList<>();
        explanations.add(EXPLAINED.stream().map(text -> text.in(locale)).toList());
        for (Column column : source.columns()) {
            explanations.add(
                    List.of(
                            column.name().in(locale),
                            needed(column).in(locale),
                            written(source, column).in(locale)));
        }
        for (LocalizedText note : source.notes()) {
            explanations.add(List.of("", "", note.in(locale)));
        }
        List<Column> columns = source.columns();
        return new Template(
                new LocalizedText("ข้อมูล", "data").in(locale),
                columns.stream().map(column -> column.name().in(locale)).toList(),
                hasRowForEachDistrict(source)
                        ? districts.stream()
                                .map(district -> row(columns, agreement, district, locale))
                                .toList()
                        : List.of(),
                columns.getFirst().type() == ColumnType.DISTRICT ? 1 : 0,
                new LocalizedText("คำอธิบาย", "explanation").in(locale),
                explanations);
    }

    /** Nothing smaller than a district has a name there: no village, no contract, no product. */
    private static boolean hasRowForEachDistrict(SourceDescription source) {
        List<Column> required = source.columns().stream().filter(Column::required).toList();
        return source.columns().stream().anyMatch(column -> column.type() == ColumnType.DISTRICT)
                && source.columns().stream()
                        .noneMatch(column -> column.type() == ColumnType.VILLAGE_CODE)
                && !required.isEmpty()
                && required.stream()
                        .allMatch(column -> column.type().isNumber() || column.type().isDay());
    }

    private static List<String> row(
            List<Column> columns, Agreement agreement, District district, Locale locale) {
        List<String> row = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        for (int i = 0; i < row.size(); i++) {
            switch (columns.get(i).type()) {
                case DISTRICT -> row.set(i, district.name().in(locale));
                case FISCAL_YEAR -> row.set(i, Integer.toString(agreement.round().fiscalYear()));
                default -> {}
            }
        }
        return row;
    }

    private static LocalizedText needed(Column column) {
        if (column.filled()) {
            return new LocalizedText("ต้องกรอกทุกแถว", "in each row");
        }
        return column.required()
                ? new LocalizedText("ต้องมีคอลัมน์นี้ เว้นว่างบางแถวได้", "may be empty in a row")
                : new LocalizedText("ไม่บังคับ", "may be left out");
    }

    private static LocalizedText written(SourceDescription source, Column column) {
        LocalizedText form = form(column);
        StringBuilder th = new StringBuilder(form.th());
        StringBuilder en = new StringBuilder(form.en());
        column.leastNumber()
                .ifPresent(least -> {
                    th.append(" ไม่น้อยกว่า ").append(least.toPlainString());
                    en.append(", at least ").append(least.toPlainString());
                });
        column.atMostOf()
                .flatMap(source::column)
                .ifPresent(other -> {
                    th.append(" ไม่ควรเกิน “").append(other.name().th()).append("”");
                    en.append(", not above “").append(other.name().en()).append("”");
                });
        if (column.within() == Within.FISCAL_YEAR) {
            th.append(" แถวของปีงบประมาณอื่นไม่นับ");
            en.append("; rows of another fiscal year are left out");
        } else if (column.within() == Within.TWO_FISCAL_YEARS) {
            th.append(" ของปีงบประมาณของรอบและปีก่อนหน้า แถวของปีอื่นไม่นับ");
            en.append(
                    " of the fiscal year of the round or the one before; other rows are left out");
        }
        return new LocalizedText(th.toString(), en.toString());
    }

    private static LocalizedText form(Column column) {
        return switch (column.type()) {
            case DISTRICT ->
                    new LocalizedText(
                            "ชื่ออำเภอหรือรหัส 4 หลัก",
                            "the district's name or its four-digit code");
            case VILLAGE_CODE ->
                    new LocalizedText(
                            "รหัส 8 หลัก สี่หลักแรกคือรหัสอำเภอ",
                            "eight digits, the first four of which are the district");
            case TEXT ->
                    new LocalizedText(
                            "ข้อความ ห้ามมีชื่อบุคคล เลขประจำตัว หรือเบอร์โทรศัพท์",
                            "text, without names, numbers or telephones of persons");
            case NUMBER -> new LocalizedText("ตัวเลข เช่น 1,250.50", "a number such as 1,250.50");
            case COUNT -> new LocalizedText("จำนวนเต็ม", "a whole number");
            case PERCENT -> new LocalizedText("ร้อยละ เช่น 85.5", "a percentage such as 85.5");
            case DAY -> new LocalizedText("วันที่ เช่น 31/3/2565", "a day such as 2022-03-31");
            case MONTH -> new LocalizedText("เดือน เช่น มี.ค. 2565", "a month such as March 2022");
            case QUARTER ->
                    new LocalizedText(
                            "ไตรมาสของปีงบประมาณ 1 ถึง 4", "a quarter of the fiscal year, 1 to 4");
            case FISCAL_YEAR ->
                    new LocalizedText("ปี พ.ศ. เช่น 2565", "of the Buddhist era, such as 2565");
            case TIME_OF_YEAR ->
                    new LocalizedText("1 หรือ 2 ของปีงบประมาณ", "1 or 2 of the fiscal year");
            case CHOICE -> {
                LocalizedText any = new LocalizedText("คำใดคำหนึ่ง: ", "one of: ");
                yield new LocalizedText(any.th() + choices(column), any.en() + choices(column));
            }
            case FLAG -> new LocalizedText("ใช่ หรือ ไม่ใช่", "yes or no");
        };
    }

    /** Each option as people write it first, in either language. */
    private static String choices(Column column) {
        return column.options().stream()
                .map(option -> option.names().isEmpty() ? option.key() : option.names().getFirst())
                .collect(Collectors.joining(", "));
    }
}
