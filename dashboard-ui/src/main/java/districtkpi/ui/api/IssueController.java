package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.db.result.ImportFilter;
import districtkpi.db.result.ImportIssue;
import districtkpi.db.result.ImportIssueRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.domain.agreement.RoundId;
import districtkpi.export.table.Table;
import districtkpi.ui.security.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was doubtful about the files that were taken in all the same: {@code issues.csv}. */
@RestController
@Requires(Permission.SOURCES)
class IssueController {

    static final Set<Query> PARAMETERS = Set.of(Query.ROUND, Query.BYTE_ORDER_MARK);
    static final Set<Query> REPEATABLE = Set.of(Query.ROUND);

    /** Imports whose issues are read at once. */
    private static final int IMPORTS_AT_ONCE = 200;

    /** An issue with the import that it stays with. */
    record Row(StoredImport stored, ImportIssue issue) {}

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .whole("import_id", row -> row.stored().id())
                    .whole("number", row -> row.issue().number())
                    .text("file", row -> row.stored().file())
                    .word("committed_at", row -> row.stored().committedAt())
                    .words(
                            "rounds",
                            row -> row.stored().rounds().stream().map(RoundId::toString).toList())
                    .word("severity", row -> row.issue().severity())
                    .word("code", row -> row.issue().code())
                    .whole("line", row -> row.issue().line())
                    .text("column", row -> row.issue().column())
                    .text("value", row -> row.issue().value())
                    .text("message_th", row -> row.issue().message().th())
                    .text("message_en", row -> row.issue().message().en())
                    .text("sheet", row -> row.issue().sheet())
                    .build();

    private final ImportRepository imports;
    private final ImportIssueRepository issues;
    private final Answers answers;

    IssueController(ImportRepository imports, ImportIssueRepository issues, Answers answers) {
        this.imports = imports;
        this.issues = issues;
        this.answers = answers;
    }

    @GetMapping(ApiPaths.VERSION_1 + "/issues.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) {
        send(request, response, Download.Form.CSV);
    }

    @GetMapping(ApiPaths.VERSION_1 + "/issues.json")
    void json(HttpServletRequest request, HttpServletResponse response) {
        send(request, response, Download.Form.JSON);
    }

    private void send(
            HttpServletRequest request, HttpServletResponse response, Download.Form form) {
        Parameters parameters = Parameters.of(request, PARAMETERS, REPEATABLE);
        Set<RoundId> rounds =
                parameters.all(Query.ROUND, RoundId::parse, RequestedRound.ROUND_FORM);
        boolean byteOrderMark = parameters.flag(Query.BYTE_ORDER_MARK);
        answers.send(
                request,
                response,
                () ->
                        Download.of(
                                "issues",
                                form,
                                out ->
                                        COLUMNS.write(
                                                rows(rounds), form.ofTable(), byteOrderMark, out)));
    }

    /** Newest import first, read some imports at a time. */
    private Stream<Row> rows(Set<RoundId> rounds) {
        return Stream.iterate(
                        imports.findNewest(IMPORTS_AT_ONCE),
                        page -> !page.isEmpty(),
                        page ->
                                imports.findNewest(
                                        ImportFilter.ALL, page.getLast().id(), IMPORTS_AT_ONCE))
                .flatMap(page ->
                        rows(
                                page.stream()
                                        .filter(stored ->
                                                rounds.isEmpty()
                                                        || stored.rounds().stream()
                                                                .anyMatch(rounds::contains))
                                        .toList()));
    }

    private Stream<Row> rows(List<StoredImport> page) {
        Map<Long, List<ImportIssue>> ofImport =
                issues.find(page.stream().map(StoredImport::id).toList()).stream()
                        .collect(Collectors.groupingBy(ImportIssue::importId));
        return page.stream()
                .flatMap(stored ->
                        ofImport.getOrDefault(stored.id(), List.of()).stream()
                                .map(issue -> new Row(stored, issue)));
    }
}
