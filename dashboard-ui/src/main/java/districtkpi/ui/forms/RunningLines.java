package districtkpi.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import districtkpi.office.words.TextPiece;
import districtkpi.office.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands in the margins of each printed page: the browser knows where its pages end, so that
 * it is told the lines and counts the pages. How they look stands in the style sheet.
 */
@Tag("style")
class RunningLines extends Component {

    private static final List<String> COUNTERS = List.of("page", "pages");

    /**
     * @param name of the form, short
     */
    RunningLines(String name, Provenance provenance, Words paper) {
        getElement()
                .setText(
                        List.of("form", "form-wide").stream()
                                .map(page -> rule(page, name, provenance, paper))
                                .collect(Collectors.joining("\n")));
    }

    private static String rule(String page, String name, Provenance provenance, Words paper) {
        return """
        @page %s {
          @top-left { content: %s }
          @top-right { content: %s }
          @bottom-left { content: %s }
          @bottom-right { content: %s }
        }\
        """
                .formatted(
                        page,
                        quoted(provenance.warning()),
                        quoted(name),
                        quoted(provenance.source()),
                        paper.pieces("form.page").stream()
                                .map(RunningLines::piece)
                                .collect(Collectors.joining(" ")));
    }

    private static String piece(TextPiece piece) {
        return switch (piece) {
            case TextPiece.Said(String text) -> quoted(text);
            case TextPiece.Place(int argument) -> "counter(" + COUNTERS.get(argument) + ", thai)";
        };
    }

    /** A string of CSS. */
    static String quoted(String text) {
        return '"' + text.replaceAll("[\"\\\\<\\p{Cntrl}]", " ") + '"';
    }
}
