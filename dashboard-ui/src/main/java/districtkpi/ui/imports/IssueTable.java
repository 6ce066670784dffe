package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.office.importing.RefusedFile;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong or doubtful in a file: what is the same once, with its count, its places and an
 * example, and the file to take away and mend.
 */
class IssueTable extends Composite<Div> {

    /** More rows than anybody reads on a screen; the file to take away has them all. */
    private static final int MAX_SHOWN = 200;

    /** Of what is the same, the first places are named at once. */
    private static final int MAX_PLACES = 5;

    private final Words words;

    /**
     * @param refused the refused rows, where they can be taken away
     * @param mending fields to mend cells in, where they can be
     */
    IssueTable(
            Optional<RefusedFile> refused,
            Optional<MendFields> mending,
            ImportReport report,
            Words words) {
        this.words = words;
        List<Issue> issues = report.issues();
        DataTable table =
                new DataTable("issues", words.of("issues.caption"), DataTable.Narrow.STACK);
        table.column(words.of("issues.severity"))
                .numbers(words.of("issues.count"))
                .column(words.of("issues.places"))
                .column(words.of("issues.column"))
                .column(words.of("issues.example"))
                .column(words.of("issues.message"))
                .column(words.of("issues.code"));
        Collection<List<Issue>> kinds = kinds(issues);
        kinds.stream()
                .limit(MAX_SHOWN)
                .forEach(kind -> {
                    addRow(table, kind);
                    mending.flatMap(fields -> fields.of(kind)).ifPresent(table::across);
                });
        getContent().setId("issue-list");
        getContent().add(table);
        if (report.rejected() > 0) {
            refused.ifPresent(rows ->
                    getContent()
                            .add(
                                    new Paragraph(
                                            new RefusedRowsLink(
                                                    rows, words.of("issues.download")))));
        }
        if (kinds.size() > MAX_SHOWN) {
            getContent().add(more(MAX_SHOWN, kinds.size()));
        }
    }

    /**
     * What is said once.
     *
     * @param sheet as messages have it
     */
    private record IssueKind(Issue.Severity severity, String code, String sheet, String column) {}

    /** Errors first, then in the order of the file. */
    private static Collection<List<Issue>> kinds(List<Issue> issues) {
        return issues.stream()
                .sorted(Comparator.comparing(Issue::severity))
                .collect(
                        Collectors.groupingBy(
                                issue ->
                                        new IssueKind(
                                                issue.severity(),
                                                issue.code(),
                                                issue.sheet(),
                                                issue.column()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values();
    }

    private void addRow(DataTable table, List<Issue> kind) {
        Issue first = kind.getFirst();
        table.row()
                .styled("severity", severity(first.severity()))
                .number(words.number(kind.size()))
                .cell(places(kind))
                .styled("code", new Span(first.column()))
                .styled("code raw-value", new Span(first.value()))
                .cell(words.of(first.message()))
                .styled("code", new Span(first.code()));
    }

    /** Where it is; of many the first at once, and all with their values behind a click. */
    private Component places(List<Issue> kind) {
        String first =
                kind.stream()
                        .limit(MAX_PLACES)
                        .map(this::place)
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (kind.size() == 1) {
            return new Span(first);
        }
        Details all = new Details(kind.size() > MAX_PLACES ? first + " …" : first);
        all.addClassName("issue-places");
        all.addOpenedChangeListener(opened -> {
            if (opened.isOpened() && all.getContent().findAny().isEmpty()) {
                UnorderedList list = new UnorderedList();
                kind.stream()
                        .limit(MAX_SHOWN)
                        .forEach(issue ->
                                list.add(
                                        new ListItem(
                                                words.of(
                                                        "issues.place",
                                                        place(issue),
                                                        issue.value(),
                                                        words.of(issue.message())))));
                all.add(list);
                if (kind.size() > MAX_SHOWN) {
                    all.add(more(MAX_SHOWN, kind.size()));
                }
            }
        });
        return all;
    }

    private String place(Issue issue) {
        return issue.line() == 0
                ? words.of("issues.whole-file")
                : words.line(issue.sheet(), issue.line());
    }

    private Paragraph more(int shown, int all) {
        return new Paragraph(words.of("issues.more", words.number(shown), words.number(all)));
    }

    private Component severity(Issue.Severity severity) {
        Span mark =
                switch (severity) {
                    case ERROR -> mark("severity-error", words.of("severity.error"));
                    case WARNING -> mark("severity-warning", words.of("severity.warning"));
                    case INFORMATION ->
                            mark("severity-information", words.of("severity.information"));
                };
        return mark;
    }

    private static Span mark(String style, String text) {
        Span mark = new Span(text);
        mark.addClassNames("severity-mark", style);
        return mark;
    }
}
