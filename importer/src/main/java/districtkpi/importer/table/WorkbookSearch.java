package districtkpi.importer.table;

import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.table.WorkbookFile.Sheet;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for personal numbers in all of a workbook but the values of its cells: in names of sheets,
 * tables and fields, formulas, comments, headers and footers, drawings, lists to choose from,
 * links, properties, number formats, copies of data behind pivot tables, and in whatever else holds
 * a text.
 */
final class WorkbookSearch {

    /** What cuts a text that is written in several fonts, and only that. */
    private static final Set<String> OF_ONE_TEXT =
            Set.of("t", "r", "rPr", "fld", "font", "span", "b", "i", "u", "s");

    /** Attributes that are lists of numbers for machines. */
    private static final Set<String> FOR_MACHINES = Set.of("panose", "fmla", "path", "points", "d");

    /** Texts of pages' edges, whose codes, such as that of a size, run into the digits. */
    private static final Pattern EDGE = Pattern.compile("(?:odd|even|first)(?:Header|Footer)");

    private static final Pattern EDGE_CODE = Pattern.compile("&[0-9]{1,3}(?=[^0-9]|[0-9]{13})|&");

    private static final Pattern RANDOM_ID =
            Pattern.compile(
                    "(?i)(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])");
    private static final Pattern POWER = Pattern.compile("[+-]?[0-9](?:\\.[0-9]+)?[eE]\\+?1[0-9]");
    private static final Pattern PERCENT_CODE = Pattern.compile("%[0-9A-Fa-f]{2}");

    /** Digits of a format that stand for whatever digit the cell has. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(\"[^\"]*\"|\\[[^\\]]*]|\\\\.)|0");

    private static final List<byte[]> PICTURES =
            List.of(
                    bytes(0x89, 'P', 'N', 'G'),
                    bytes(0xFF, 0xD8, 0xFF),
                    bytes('G', 'I', 'F', '8'),
                    bytes('R', 'I', 'F', 'F'),
                    bytes('I', 'I', '*', 0),
                    bytes('M', 'M', 0, '*'));

    private static final int CHUNK = 1 << 16;

    /** More characters than such a number has, however it is spread. */
    private static final int OVERLAP = 200;

    private final WorkbookFile workbook;
    private final List<Cell> found = new ArrayList<>();

    private WorkbookSearch(WorkbookFile workbook) {
        this.workbook = workbook;
    }

    /**
     * Where such numbers are: the cell of a formula, else the sheet or the part of the workbook.
     */
    static List<Cell> personalNumbers(WorkbookFile workbook) {
        WorkbookSearch search = new WorkbookSearch(workbook);
        search.searchNames();
        workbook.partNames().forEach(search::searchPart);
        return search.found;
    }

    private void searchNames() {
        if (workbook.comments().stream().anyMatch(WorkbookSearch::isIn)) {
            found.add(new Cell(0, "zip", ""));
        }
        workbook.partNames().stream()
                .filter(WorkbookSearch::isIn)
                .forEach(name -> found.add(new Cell(0, fileName(name), "")));
    }

    private static String fileName(String part) {
        return CellText.shown(part.substring(part.lastIndexOf('/') + 1));
    }

    private void searchPart(String name) {
        workbook.sheets().stream()
                .filter(sheet -> sheet.part().equalsIgnoreCase(name))
                .findFirst()
                .ifPresentOrElse(this::searchSheet, () -> searchOther(name));
    }

    private void searchOther(String name) {
        byte[] start = workbook.start(name);
        boolean isPicture = PICTURES.stream().anyMatch(picture -> starts(start, picture));
        if (isPicture) {
            return;
        }
        if (isXml(start) ? isInXml(name) : isInBytes(name)) {
            found.add(new Cell(0, fileName(name), ""));
        }
    }

    /** What is needed for reading was read before; the rest may be XML that no parser takes. */
    private boolean isInXml(String name) {
        try (XmlPart xml = workbook.searchable(name)) {
            return new Texts(xml).next();
        } catch (UnreadableFileException _) {
            return isInBytes(name);
        }
    }

    /** Formulas by their cells; values are looked at where rows are read. */
    private void searchSheet(Sheet sheet) {
        boolean elsewhere = false;
        try (XmlPart xml = workbook.searchable(sheet.part())) {
            Texts texts = new Texts(xml);
            texts.leaveOutValues();
            while (texts.next()) {
                if (texts.cell().isEmpty()) {
                    elsewhere = true;
                } else {
                    found.add(cell(sheet, texts.cell()));
                }
            }
        }
        if (elsewhere) {
            found.add(new Cell(0, sheet.name(), ""));
        }
    }

    private static Cell cell(Sheet sheet, String reference) {
        return CellRange.of(reference)
                .map(place ->
                        new Cell(
                                place.firstRow(),
                                sheet.name() + "!" + CellText.columnLetters(place.firstColumn()),
                                ""))
                .orElseGet(() -> new Cell(0, sheet.name(), ""));
    }

    private static boolean starts(byte[] content, byte[] start) {
        return content.length >= start.length
                && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static boolean isXml(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        return text.startsWith("<");
    }

    private boolean isInBytes(String name) {
        return isInBytes(name, StandardCharsets.UTF_8)
                || isInBytes(name, StandardCharsets.UTF_16LE);
    }

    private boolean isInBytes(String name, Charset charset) {
        try (InputStream in = workbook.content(name)) {
            String before = "";
            byte[] chunk = in.readNBytes(CHUNK);
            while (chunk.length > 0) {
                String text = before + new String(chunk, charset);
                if (PersonalNumbers.isIn(RANDOM_ID.matcher(text).replaceAll("|"))) {
                    return true;
                }
                before = text.substring(Math.max(0, text.length() - OVERLAP));
                chunk = in.readNBytes(CHUNK);
            }
            return false;
        } catch (IOException broken) {
            throw WorkbookFault.damagedPart(0, name);
        }
    }

    /** Whether a text has such a number in any of the ways in which workbooks write texts. */
    private static boolean isIn(String text) {
        if (text.length() < PersonalNumbers.LENGTH) {
            return false;
        }
        String plain = RANDOM_ID.matcher(WorkbookTexts.plain(text.strip())).replaceAll("|");
        return PersonalNumbers.isIn(plain)
                || (plain.indexOf('%') >= 0 && PersonalNumbers.isIn(withoutPercentCodes(plain)))
                || (POWER.matcher(plain).matches()
                        && PersonalNumbers.isIn(new BigDecimal(plain).toPlainString()));
    }

    private static String withoutPercentCodes(String text) {
        return PERCENT_CODE
                .matcher(text)
                .replaceAll(code ->
                        Matcher.quoteReplacement(
                                String.valueOf(
                                        (char) Integer.parseInt(code.group().substring(1), 16))));
    }

    /** What a number format writes by itself. */
    private static String literal(String format) {
        return PLACEHOLDER
                .matcher(format)
                .replaceAll(part ->
                        part.group(1) == null ? "#" : Matcher.quoteReplacement(part.group(1)))
                .replace("\\", "")
                .replace("\"", "");
    }

    /** The texts of a part, one after the other, of elements and attributes. */
    private static final class Texts {

        private final XmlPart xml;
        private final StringBuilder text = new StringBuilder();
        private boolean withoutValues;
        private String cell = "";
        private boolean inCell;
        private String element = "";
        private int inProperties;
        private int inPhonetic;
        private boolean inValue;

        Texts(XmlPart xml) {
            this.xml = xml;
        }

        void leaveOutValues() {
            withoutValues = true;
        }

        /** The cell that was found last; empty outside of cells. */
        String cell() {
            return cell;
        }

        /** Goes on to the next text with such a number; false at the end. */
        boolean next() {
            while (xml.next()) {
                if (xml.isText()) {
                    if (isTaken() && append()) {
                        return true;
                    }
                } else if (xml.isStart() ? start() : xml.isEnd() ? end() : isIn(xml.comment())) {
                    return true;
                }
            }
            return false;
        }

        private boolean isTaken() {
            return !inValue && inProperties == 0;
        }

        /** A text longer than any that people write is looked at part by part. */
        private boolean append() {
            xml.appendText(text);
            if (text.length() <= WorkbookTexts.MAX_LENGTH) {
                return false;
            }
            boolean personal = isIn(text.toString());
            text.delete(0, text.length() - OVERLAP);
            return personal;
        }

        private boolean start() {
            String name = xml.name();
            boolean personal = !OF_ONE_TEXT.contains(name) && inProperties == 0 && take();
            element = name;
            if (name.equals("rPr")) {
                inProperties++;
            } else if (name.equals("rPh")) {
                inPhonetic++;
            } else if (withoutValues && name.equals("c")) {
                inCell = true;
                cell = xml.attribute("r").orElse("");
                return personal;
            } else if (inCell && (name.equals("v") || (name.equals("t") && inPhonetic == 0))) {
                inValue = true;
            }
            return personal || isInAttributes();
        }

        private boolean isInAttributes() {
            for (int i = 0; i < xml.attributeCount(); i++) {
                String name = xml.attributeName(i);
                String value = xml.attributeValue(i);
                if (value.length() >= PersonalNumbers.LENGTH
                        && !FOR_MACHINES.contains(name)
                        && isIn(name.equals("formatCode") ? literal(value) : value)) {
                    return true;
                }
            }
            return false;
        }

        private boolean end() {
            String name = xml.name();
            if (name.equals("v") || name.equals("t")) {
                inValue = false;
            }
            boolean personal = !OF_ONE_TEXT.contains(name) && inProperties == 0 && take();
            if (name.equals("rPr")) {
                inProperties--;
            } else if (name.equals("rPh")) {
                inPhonetic--;
            } else if (name.equals("c")) {
                inCell = false;
                cell = "";
            }
            return personal;
        }

        private boolean take() {
            // Nothing that is looked for in a text below is longer than the text.
            if (text.length() < PersonalNumbers.LENGTH) {
                text.setLength(0);
                return false;
            }
            String whole = text.toString();
            text.setLength(0);
            return isIn(whole)
                    || (EDGE.matcher(element).matches()
                            && isIn(EDGE_CODE.matcher(whole).replaceAll("|")))
                    || (element.equals("formatCode") && isIn(literal(whole)));
        }
    }
}
