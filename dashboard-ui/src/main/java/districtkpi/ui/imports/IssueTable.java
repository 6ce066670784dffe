package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.words.Words;
import java.util.List;
import java.util.Optional;

/** What is wrong or doubtful in a file, cell by cell, with the file to take away and mend. */
class IssueTable extends Composite<Div> {

    /** More rows than anybody reads on a screen; the file to take away has them all. */
    private static final int MOST_SHOWN = 200;

    private final Words words;

    /**
     * @param refused the refused rows, where they can be taken away
     */
    IssueTable(Optional<RefusedFile> refused, ImportReport report, Words words) {
        this.words = words;
        List<Issue> issues = report.issues();
        DataTable table =
                new DataTable("issues", words.of("issues.caption"), DataTable.Narrow.STACK);
        table.column(words.of("issues.severity"))
                .numbers(words.of("issues.line"))
                .column(words.of("issues.column"))
                .column(words.of("issues.value"))
                .column(words.of("issues.message"))
                .column(words.of("issues.code"));
        issues.stream().limit(MOST_SHOWN).forEach(issue -> addRow(table, issue));
        getContent().setId("issue-list");
        getContent().add(table);
        if (report.rejected() > 0) {
            refused.ifPresent(rows -> getContent().add(new Paragraph(createDownload(rows))));
        }
        if (issues.size() > MOST_SHOWN) {
            getContent()
                    .add(
                            new Paragraph(
                                    words.of(
                                            "issues.more",
                                            words.number(MOST_SHOWN),
                                            words.number(issues.size()))));
        }
    }

    private Anchor createDownload(RefusedFile refused) {
        Anchor download = refused.link(words.of("issues.download"));
        download.setId("download-issues");
        return download;
    }

    private void addRow(DataTable table, Issue issue) {
        table.row()
                .styled("severity", severity(issue.severity()))
                .number(
                        issue.line() == 0
                                ? words.of("issues.whole-file")
                                : words.line(issue.sheet(), issue.line()))
                .styled("code", new Span(issue.column()))
                .styled("code raw-value", new Span(issue.value()))
                .cell(words.of(issue.message()))
                .styled("code", new Span(issue.code()));
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
