package districtkpi.importer.result;

import districtkpi.importer.table.ThaiSpelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns that a results file can have in either form. */
enum Field {
    ROUND("รอบ", "รอบการประเมิน"),
    DISTRICT("อำเภอ"),
    /** Beside the code, for those who read the file; it must be the name of the same district. */
    DISTRICT_NAME("ชื่ออำเภอ"),
    INDICATOR("ตัวชี้วัด"),
    MEASURE("ตัวแปร"),
    VALUE("ผลการดำเนินงาน", "ค่า"),
    OF("ค่าที่ใช้เทียบ"),
    AS_OF("ข้อมูล ณ วันที่"),
    SOURCE("แหล่งข้อมูล"),
    NOTE("หมายเหตุ");

    private final List<String> thai;

    Field(String... thai) {
        this.thai = List.of(thai);
    }

    /** What the column is called in English, and in messages about files that lack it. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    String thaiHeader() {
        return thai.getFirst();
    }

    /** All that it may be called. */
    Stream<String> names() {
        return Stream.concat(Stream.of(header()), thai.stream());
    }

    /**
     * The column of a name.
     *
     * @param name clean and in lower case
     */
    static Optional<Field> named(String name) {
        String key = key(name);
        return Stream.of(values())
                .filter(field ->
                        field.header().equals(name)
                                || field.thai.stream().anyMatch(thai -> key(thai).equals(key)))
                .findFirst();
    }

    /** Whether there are spaces between Thai words is a matter of taste. */
    private static String key(String name) {
        return ThaiSpelling.normal(name).replace(" ", "");
    }
}
