package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.result.CellCorrectionRepository;
import districtkpi.db.result.StoredCellCorrection;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import districtkpi.importer.table.CellText;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a figure came from: the name of its file, and the way to it for those who may see it. To
 * the others, as to a district, a link would only say that they may not.
 */
@org.springframework.stereotype.Component
public class ImportLinks {

    /** More are in the file to take away. */
    private static final int MAX_NAMED = 3;

    private final CurrentAccount current;
    private final CellCorrectionRepository corrections;

    ImportLinks(CurrentAccount current, CellCorrectionRepository corrections) {
        this.current = current;
        this.corrections = corrections;
    }

    /** Whether whoever looks may see the files that came in. */
    public boolean mayFollow() {
        return current.get().filter(who -> who.may(Permission.SOURCES)).isPresent();
    }

    /** The name of the file, leading to its import where it may be followed. */
    public Component toFile(Origin origin, PageState state) {
        return mayFollow()
                ? ImportNavigation.linkToImport(state, origin.importId(), origin.file())
                : new Span(origin.file());
    }

    /**
     * What was mended in the row that a figure came from, of an extract in those of its district:
     * what the file says, what was read in its place, who and when. Absent where the row was read
     * as it came.
     */
    public Optional<Component> mended(Measurement figure, Words words) {
        List<StoredCellCorrection> mended =
                corrections.findBehind(List.of(figure)).getOrDefault(figure, List.of());
        if (mended.isEmpty()) {
            return Optional.empty();
        }
        String named =
                mended.stream()
                        .limit(MAX_NAMED)
                        .map(one -> text(one, words))
                        .collect(Collectors.joining("; "));
        Span mark = new Span(words.of("mended.mark", named));
        mark.addClassNames("of-name", "mended-mark");
        // Where there is little room, the rest is read on it.
        mark.setTitle(named);
        if (mended.size() > MAX_NAMED) {
            mark.add(" " + words.of("mended.more", words.number(mended.size() - MAX_NAMED)));
        }
        if (mayFollow()) {
            mark.add(
                    new Text(" "),
                    toCorrections(figure.origin().importId(), words.of("mended.csv")));
        }
        return Optional.of(mark);
    }

    private static String text(StoredCellCorrection one, Words words) {
        String what =
                words.of(
                        "mended.change",
                        one.heading(),
                        one.before().isEmpty()
                                ? words.of("mended.empty")
                                : "“" + CellText.shown(one.before()) + "”",
                        one.after().isEmpty()
                                ? words.of("mended.empty")
                                : "“" + CellText.shown(one.after()) + "”");
        String when = words.dateTime(one.correctedAt());
        return one.correctedBy()
                .map(name -> words.of("mended.by", what, name.value(), when))
                .orElseGet(() -> words.of("mended.at", what, when));
    }

    /** All that was mended in a file, as a table beside it. */
    static Anchor toCorrections(long importId, String text) {
        Anchor link =
                new Anchor("api/v1/imports/" + importId + "/cell-corrections.csv?bom=true", text);
        link.setRouterIgnore(true);
        return link;
    }
}
