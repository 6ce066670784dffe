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
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import districtkpi.db.account.AccountName;
import districtkpi.db.result.ImportFilter;
import districtkpi.db.result.ImportKind;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.db.result.StoredUndo;
import districtkpi.domain.agreement.RoundId;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Filter;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
     * @param rounds that were opened, newest first
     * @param undo asked for, with the id of the import; absent for who may not
     */
    PastImports(
            ImportRepository imports,
            List<RoundId> rounds,
            PageState state,
            Words words,
            Optional<LongConsumer> undo) {
        this.imports = imports;
        this.undo = undo;
        this.state = state;
        this.words = words;
        Section section = getContent();
        section.setId("past-imports");
        section.addClassName("block");
        section.add(new H2(words.of("past.title")));
        ImportFilter filter = filter(state);
        List<StoredImport> found =
                imports.findNewest(
                        filter,
                        state.chosen(ImportNavigation.BEFORE).orElse(Long.MAX_VALUE),
                        SHOWN + 1);
        List<StoredImport> listed = found.stream().limit(SHOWN).toList();
        section.add(createFilter(rounds));
        List<StoredImport> shown = withAsked(listed);
        if (shown.isEmpty()) {
            section.add(new Paragraph(words.of(nothing(filter))));
        } else {
            section.add(createTable(shown));
        }
        if (found.size() > SHOWN) {
            Anchor older =
                    PageLink.to(
                            ImportNavigation.PATH,
                            state.with(ImportNavigation.IMPORT, null)
                                    .with(ImportNavigation.BEFORE, listed.getLast().id()),
                            words.of("past.older"));
            older.setId("imports-older");
            section.add(new Paragraph(older));
        }
    }

    private static ImportFilter filter(PageState state) {
        return new ImportFilter(
                state.chosen(ImportNavigation.KIND).orElse(null),
                state.chosen(ImportNavigation.OF_ROUND).orElse(null));
    }

    private static String nothing(ImportFilter filter) {
        return filter.equals(ImportFilter.ALL) ? "past.none" : "past.none-of-these";
    }

    /** First of all the one that the address asks for, whatever else is listed. */
    private List<StoredImport> withAsked(List<StoredImport> listed) {
        List<StoredImport> shown = new ArrayList<>(listed);
        Optional<StoredImport> asked = state.chosen(ImportNavigation.IMPORT).flatMap(imports::find);
        asked.ifPresent(chosen -> {
            shown.removeIf(stored -> stored.id() == chosen.id());
            shown.addFirst(chosen);
        });
        return shown;
    }

    private Component createFilter(List<RoundId> rounds) {
        Select<ImportKind> kind =
                choice(
                        words.of("past.kind"),
                        words.of("past.every-kind"),
                        List.of(ImportKind.values()),
                        this::name);
        kind.setId("imports-kind");
        state.chosen(ImportNavigation.KIND).ifPresent(kind::setValue);
        kind.addValueChangeListener(
                change -> go(state.with(ImportNavigation.KIND, change.getValue())));
        Select<RoundId> round =
                choice(
                        words.of("past.of-round"),
                        words.of("past.every-round"),
                        rounds,
                        words::round);
        round.setId("imports-round");
        state.chosen(ImportNavigation.OF_ROUND).filter(rounds::contains).ifPresent(round::setValue);
        round.addValueChangeListener(
                change -> go(state.with(ImportNavigation.OF_ROUND, change.getValue())));
        return new Filter(words, kind, round);
    }

    private static <T> Select<T> choice(
            String label, String all, List<T> items, Function<T, String> name) {
        Select<T> select = new Select<>();
        select.setLabel(label);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        select.setItems(items);
        select.setItemLabelGenerator(item -> item == null ? all : name.apply(item));
        return select;
    }

    /** From the newest on again. */
    private static void go(PageState changed) {
        ImportNavigation.go(changed.with(ImportNavigation.BEFORE, null));
    }

    private String name(ImportKind kind) {
        return switch (kind) {
            case RESULTS -> words.of("past.results");
            case EXTRACT -> words.of("past.extract");
            case ONLINE -> words.of("past.online");
        };
    }

    /** The file with those that are asked for, as many as a file of the API has at the most. */
    static Anchor createDownload(PageState state, Words words) {
        ImportFilter filter = filter(state);
        StringBuilder address = new StringBuilder("api/v1/imports.csv?bom=true&limit=10000");
        if (filter.kind() != null) {
            address.append("&kind=").append(filter.kind().key());
        }
        if (filter.round() != null) {
            address.append("&round=").append(filter.round());
        }
        Anchor link = new Anchor(address.toString(), words.of("past.download"));
        link.setId("csv-imports");
        link.setRouterIgnore(true);
        return link;
    }

    private Component createTable(List<StoredImport> shown) {
        DataTable table =
                new DataTable("imports", words.of("past.caption"), DataTable.Narrow.STACK);
        table.numbers(words.of("past.number"))
                .column(words.of("past.file"))
                .column(words.of("past.time"))
                .column(words.of("past.account"))
                .column(words.of("past.kind"))
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
                .cell(name(stored.kind()))
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
        if (stored.mendedCells() > 0) {
            Anchor mended =
                    ImportLinks.toCorrections(
                            stored.id(),
                            words.of(
                                    "mended.download",
                                    MendedCells.count(stored.mendedCells(), words)));
            mended.setId("mended-" + stored.id());
            mended.addClassName("of-name");
            cell.add(mended);
        }
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
