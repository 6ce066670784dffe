package districtkpi.importer.table;

import districtkpi.importer.ImportTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the number format of each style of a workbook makes of a number. */
final class NumberForms {

    static final NumberForms NONE = new NumberForms(List.of());

    private static final int MAX_STYLES = 100_000;

    /** Texts, escaped and padding characters, conditions, colours and languages of a format. */
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*+\"?|\\\\.|[_*].|\\[(?!h+]|m+]|s+])[^\\]]*+]?");

    private static final Pattern GENERAL = Pattern.compile("general|e[+-]");

    private final List<Form> byStyle;

    private NumberForms(List<Form> byStyle) {
        this.byStyle = byStyle;
    }

    /** How a number is shown. */
    enum Form {
        NUMBER,
        PERCENT,
        DATE,
        TIME
    }

    static NumberForms read(XmlPart xml) {
        Map<String, Form> own = new HashMap<>();
        List<Form> byStyle = new ArrayList<>();
        boolean inCells = false;
        while (xml.next()) {
            if (xml.starts("numFmt")) {
                own.put(
                        xml.attribute("numFmtId").orElse(""),
                        ofCode(xml.attribute("formatCode").orElse("")));
            } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                inCells = xml.isStart();
            } else if (inCells && xml.starts("xf")) {
                String id = xml.attribute("numFmtId").orElse("0");
                byStyle.add(own.containsKey(id) ? own.get(id) : ofId(id));
            }
            if (byStyle.size() > MAX_STYLES || own.size() > MAX_STYLES) {
                throw WorkbookFault.tooLarge(ImportTexts.text("workbook.many-formats"), MAX_STYLES);
            }
        }
        return new NumberForms(byStyle);
    }

    /** Of a style by its number; a number where there is no such style. */
    Form of(int style) {
        return style >= 0 && style < byStyle.size() ? byStyle.get(style) : Form.NUMBER;
    }

    /** Of the formats that every Excel, or every Thai one, has without saying so. */
    private static Form ofId(String id) {
        return switch (id) {
            case "9", "10", "67", "68" -> Form.PERCENT;
            case "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36" -> Form.DATE;
            case "50", "51", "52", "53", "54", "57", "58", "71", "72", "73", "74", "77", "81" ->
                    Form.DATE;
            case "18", "19", "20", "21", "45", "46", "47", "75", "76", "78", "79", "80" ->
                    Form.TIME;
            default -> Form.NUMBER;
        };
    }

    /** Of a format such as {@code [$-107041E]d mmm bbbb;@}. */
    static Form ofCode(String code) {
        String letters = LITERAL.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        int section = letters.indexOf(';');
        letters = section > 0 ? letters.substring(0, section) : letters;
        letters = GENERAL.matcher(letters).replaceAll("");
        if (letters.indexOf('%') >= 0) {
            return Form.PERCENT;
        }
        boolean day = containsAny(letters, "ydbe");
        boolean time = containsAny(letters, "hs");
        if (day) {
            return Form.DATE;
        }
        if (time) {
            return Form.TIME;
        }
        return letters.indexOf('m') >= 0 ? Form.DATE : Form.NUMBER;
    }

    private static boolean containsAny(String text, String letters) {
        return letters.chars().anyMatch(letter -> text.indexOf(letter) >= 0);
    }
}
