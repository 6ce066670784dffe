package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import districtkpi.db.account.AccountName;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.db.result.StoredUndo;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** The imports that were committed, newest first, each with its original file. */
class PastImports extends Composite<Section> {

    private static final int SHOWN = 50;

    private final ImportRepository imports;
    private final PageState state;
    private final Words words;
    private final Optional<LongConsumer> undo;

    /**
     * @param undo asked for, with the id of the import; absent for who may not
     */
    PastImports(
            ImportRepository imports, PageState state, Words words, Optional<LongConsumer> undo) {
        this.imports = imports;
        this.undo = undo;
        this.state = state;
        this.words = words;
        Section section = getContent();
        section.setId("past-imports");
        section.addClassName("block");
        section.add(new H2(words.of("past.title")));
        List<StoredImport> shown = find();
        if (shown.isEmpty()) {
            section.add(new Paragraph(words.of("past.none")));
        } else {
            section.add(createTable(shown));
        }
    }

    /** The newest, and first of all the one that the address asks for. */
    private List<StoredImport> find() {
        List<StoredImport> found = new ArrayList<>(imports.findNewest(SHOWN));
        Optional<StoredImport> asked = state.chosen(ImportNavigation.IMPORT).flatMap(imports::find);
        asked.ifPresent(chosen -> {
            found.removeIf(stored -> stored.id() == chosen.id());
            found.addFirst(chosen);
        });
        return found;
    }

    private Component createTable(List<StoredImport> shown) {
        DataTable table =
                new DataTable("imports", words.of("past.caption"), DataTable.Narrow.STACK);
        table.numbers(words.of("past.number"))
                .column(words.of("past.file"))
                .column(words.of("past.time"))
                .column(words.of("past.account"))
                .column(words.of("past.rounds"))
                .numbers(words.of("report.rows"))
                .numbers(words.of("report.created"))
                .numbers(words.of("report.changed"))
                .numbers(words.of("report.unchanged"))
                .column(words.of("past.fingerprint"))
                .column(words.of("past.undo"));
        shown.forEach(stored -> addRow(table, stored));
        return table;
    }

    private void addRow(DataTable table, StoredImport stored) {
        String rounds =
                stored.rounds().stream().map(words::round).collect(Collectors.joining(", "));
        DataTable.Row row = table.row().id("import-" + stored.id());
        if (state.chosen(ImportNavigation.IMPORT).filter(id -> id == stored.id()).isPresent()) {
            row.style("chosen");
        }
        row.number(words.number(stored.id()))
                .header(file(stored))
                .cell(words.dateTime(stored.committedAt()))
                .cell(stored.broughtBy().map(AccountName::value).orElse("–"))
                .cell(rounds)
                .number(words.number(stored.rows()))
                .number(words.number(stored.created()))
                .number(words.number(stored.changed()))
                .number(words.number(stored.unchanged()))
                .styled("code", fingerprint(stored))
                .cell(undo(stored));
        if (stored.undone().isPresent()) {
            row.style("undone");
        }
    }

    /** When and why it was undone, or the way to it. */
    private Component undo(StoredImport stored) {
        if (stored.undone().isPresent()) {
            StoredUndo undone = stored.undone().get();
            Div cell =
                    new Div(
                            new Span(
                                    words.of("past.undone-at", words.dateTime(undone.undoneAt()))));
            if (!undone.reason().isEmpty()) {
                Span reason = new Span(undone.reason());
                reason.addClassName("of-name");
                cell.add(reason);
            }
            return cell;
        }
        if (undo.isEmpty()) {
            return new Span("–");
        }
        Button ask = new Button(words.of("past.ask-undo"), _ -> undo.get().accept(stored.id()));
        ask.setId("undo-" + stored.id());
        ask.addThemeVariants(ButtonVariant.SMALL);
        ask.setAriaLabel(words.of("past.ask-undo-of", words.number(stored.id())));
        return ask;
    }

    private Component file(StoredImport stored) {
        Anchor download =
                new Anchor(
                        (DownloadHandler)
                                event -> {
                                    event.setFileName(stored.file());
                                    event.setContentType("application/octet-stream");
                                    // Piece by piece: an extract may be larger than the memory.
                                    imports.writeContent(stored.id(), event.getOutputStream());
                                },
                        stored.file());
        download.setId("download-" + stored.id());
        Div cell = new Div(download);
        if (stored.demonstration()) {
            Span mark = new Span(words.of("demonstration"));
            mark.addClassName("demonstration-mark");
            cell.add(mark);
        }
        return cell;
    }

    /** The first digits of the hash: enough to tell files apart, with the whole at hand. */
    private static Component fingerprint(StoredImport stored) {
        Span hash = new Span(stored.sha256().substring(0, 12) + "…");
        hash.setTitle("SHA-256 " + stored.sha256());
        return hash;
    }
}
