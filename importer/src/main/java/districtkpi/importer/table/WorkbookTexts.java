package districtkpi.importer.table;

import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.IssueCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts that the cells of a workbook share; they are kept in memory, hence bounded. */
final class WorkbookTexts {

    static final WorkbookTexts NONE = new WorkbookTexts(List.of());

    /** The most characters that Excel takes in a cell. */
    static final int MAX_LENGTH = 32_767;

    private static final int MAX_TEXTS = 1_000_000;
    private static final int MAX_CHARACTERS = 20_000_000;

    /** A character that XML cannot hold, as Excel writes it: {@code _x000D_}. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts;

    private WorkbookTexts(List<String> texts) {
        this.texts = texts;
    }

    static WorkbookTexts read(XmlPart xml) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        long characters = 0;
        boolean collecting = false;
        int phonetic = 0;
        while (xml.next()) {
            if (xml.isText()) {
                if (collecting && phonetic == 0) {
                    append(xml, text, 0);
                }
            } else if (xml.isStart() || xml.isEnd()) {
                switch (xml.name()) {
                    case "t" -> collecting = xml.isStart();
                    case "rPh" -> phonetic += xml.isStart() ? 1 : -1;
                    case "si" -> {
                        if (xml.isEnd()) {
                            texts.add(plain(text));
                            characters += text.length();
                        }
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
            if (texts.size() > MAX_TEXTS || characters > MAX_CHARACTERS) {
                throw WorkbookFault.tooLarge(
                        ImportTexts.text("workbook.much-text"),
                        ImportTexts.text("workbook.texts", MAX_TEXTS, MAX_CHARACTERS));
            }
        }
        return new WorkbookTexts(texts);
    }

    Optional<String> get(int index) {
        return index >= 0 && index < texts.size()
                ? Optional.of(texts.get(index))
                : Optional.empty();
    }

    /** All of them, used in a cell or not. */
    List<String> all() {
        return texts;
    }

    /** Appends the text of the event at hand to that of a cell. */
    static void append(XmlPart xml, StringBuilder text, int line) {
        xml.appendText(text);
        if (text.length() > MAX_LENGTH) {
            throw new UnreadableFileException(
                    IssueCode.CELL_TOO_LONG, line, text.length(), MAX_LENGTH);
        }
    }

    /** The text with the characters that Excel wrote as escapes. */
    static String plain(CharSequence text) {
        if (text.isEmpty()) {
            return "";
        }
        String whole = text.toString();
        return whole.contains("_x")
                ? ESCAPE.matcher(whole)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(escape.group(1), 16))))
                : whole;
    }
}
