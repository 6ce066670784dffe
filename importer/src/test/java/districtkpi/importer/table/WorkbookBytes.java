package districtkpi.importer.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks part by part, good ones and others. */
public final class WorkbookBytes {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private String calculation = "";
    private int count;

    /** A workbook with shared texts and a few styles, and no sheet yet. */
    public WorkbookBytes() {
        part("[Content_Types].xml", "<Types/>");
        part(
                "_rels/.rels",
                "<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
                        .formatted(PACKAGE, OFFICE));
        relation("texts", "sharedStrings", "sharedStrings.xml");
        relation("styles", "styles", "/xl/styles.xml");
        texts(
                "<si><t>ท่าบ่อ</t></si><si><r><t>โซ่</t></r><r><t>พิสัย</t></r><rPh><t>x</t></rPh></si>");
        styles("0", "10", "14", "General", "d mmmm bbbb", "0.00%;[Red]-0.00%", "h:mm");
    }

    /** A sheet with the XML between the tags of its {@code sheetData}. */
    public WorkbookBytes sheet(String name, String rows) {
        return sheet(name, "visible", rows);
    }

    public WorkbookBytes sheet(String name, String state, String rows) {
        count++;
        sheets.append(
                String.format(
                        Locale.ROOT,
                        "<sheet name='%s' sheetId='%d' state='%s' r:id='s%d'/>",
                        name,
                        count,
                        state,
                        count));
        relation("s" + count, "worksheet", "worksheets/sheet" + count + ".xml");
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>"
                        .formatted(MAIN, rows));
    }

    /** Merges cells, such as {@code A1:B2}, of the sheet that was added last. */
    public WorkbookBytes merged(String... references) {
        String name = "xl/worksheets/sheet" + count + ".xml";
        StringBuilder merges = new StringBuilder("<mergeCells>");
        for (String reference : references) {
            merges.append("<mergeCell ref='").append(reference).append("'/>");
        }
        return part(
                name,
                new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8)
                        .replace("</worksheet>", merges + "</mergeCells></worksheet>"));
    }

    /** A row of texts; empty ones have no cell. */
    public static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.append(
                        String.format(
                                Locale.ROOT,
                                "<c r='%s%d' t='inlineStr'><is><t xml:space='preserve'>%s</t></is></c>",
                                column(i),
                                number,
                                texts[i].replace("&", "&amp;").replace("<", "&lt;")));
            }
        }
        return row.append("</row>").toString();
    }

    private static String column(int index) {
        return (index < 26 ? "" : String.valueOf((char) ('A' + index / 26 - 1)))
                + (char) ('A' + index % 26);
    }

    public WorkbookBytes texts(String items) {
        return part("xl/sharedStrings.xml", "<sst xmlns='%s'>%s</sst>".formatted(MAIN, items));
    }

    /** Styles by number from 0; a format that is no number of a built-in one is an own one. */
    public WorkbookBytes styles(String... formats) {
        StringBuilder own = new StringBuilder();
        StringBuilder styles = new StringBuilder();
        for (int i = 0; i < formats.length; i++) {
            String id = formats[i];
            if (!id.matches("[0-9]+")) {
                id = String.valueOf(164 + i);
                own.append(
                        "<numFmt numFmtId='%s' formatCode=\"%s\"/>"
                                .formatted(id, formats[i].replace("\"", "&quot;")));
            }
            styles.append("<xf numFmtId='%s'/>".formatted(id));
        }
        return part(
                "xl/styles.xml",
                "<styleSheet xmlns='%s'><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
                        .formatted(MAIN, own, styles));
    }

    public WorkbookBytes from1904() {
        properties = "<workbookPr date1904='1'/>";
        return this;
    }

    /** What the workbook says of the results beside its formulas, as attributes. */
    public WorkbookBytes calculation(String attributes) {
        calculation = "<calcPr " + attributes + "/>";
        return this;
    }

    /** The program that says that it wrote the workbook. */
    public WorkbookBytes program(String name) {
        part(
                "_rels/.rels",
                "<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/officeDocument' Target='xl/workbook.xml'/><Relationship Id='r2' Type='%s/extended-properties' Target='docProps/app.xml'/></Relationships>"
                        .formatted(PACKAGE, OFFICE, OFFICE));
        return part(
                "docProps/app.xml",
                "<Properties><Application>%s</Application></Properties>".formatted(name));
    }

    private void relation(String id, String type, String target) {
        relations.append(
                "<Relationship Id='%s' Type='%s/%s' Target='%s'/>"
                        .formatted(id, OFFICE, type, target));
    }

    public WorkbookBytes part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public WorkbookBytes part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public WorkbookBytes without(String name) {
        parts.remove(name);
        return this;
    }

    /** By name, before they are packed. */
    public Map<String, byte[]> parts() {
        Map<String, byte[]> all = new LinkedHashMap<>(parts);
        all.putIfAbsent(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets>%s</workbook>"
                        .formatted(MAIN, OFFICE, properties, sheets, calculation)
                        .getBytes(StandardCharsets.UTF_8));
        all.putIfAbsent(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='%s'>%s</Relationships>"
                        .formatted(PACKAGE, relations)
                        .getBytes(StandardCharsets.UTF_8));
        return all;
    }

    public byte[] bytes() {
        return zip(parts());
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
