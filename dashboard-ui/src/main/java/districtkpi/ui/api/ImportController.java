package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.db.result.ImportFilter;
import districtkpi.db.result.ImportKind;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.db.result.StoredUndo;
import districtkpi.domain.agreement.RoundId;
import districtkpi.export.table.Cell;
import districtkpi.export.table.Cells;
import districtkpi.export.table.Table;
import districtkpi.importer.DateAnswer;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.result.NotUndoableException;
import districtkpi.importer.result.UndoReport;
import districtkpi.office.importing.ImportIntent;
import districtkpi.office.importing.ImportService;
import districtkpi.office.work.Cost;
import districtkpi.office.work.FileWork;
import districtkpi.ui.security.Requires;
import districtkpi.ui.text.ServerTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Results files in, and what came in before. */
@RestController
@Requires(Permission.SOURCES)
class ImportController {

    static final Set<Query> FOR_POSTING =
            Set.of(Query.ROUND, Query.DATE_ORDER, Query.DRY_RUN, Query.BASIS);
    static final Set<Query> FOR_ERRORS =
            Set.of(Query.ROUND, Query.DATE_ORDER, Query.BYTE_ORDER_MARK);
    static final Set<Query> FOR_UNDO = Set.of(Query.DRY_RUN, Query.REASON, Query.BASIS);
    static final Set<Query> FOR_LISTING =
            Set.of(Query.KIND, Query.ROUND, Query.LIMIT, Query.BEFORE, Query.BYTE_ORDER_MARK);

    private static final Set<IssueCode> NEITHER_TEXT_NOR_WORKBOOK =
            EnumSet.of(IssueCode.NOT_A_TABLE, IssueCode.OLD_WORKBOOK, IssueCode.ENCRYPTED_WORKBOOK);

    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 10_000;

    static final Table<StoredImport> COLUMNS =
            Table.<StoredImport>columns()
                    .whole("id", StoredImport::id)
                    .text("file", StoredImport::file)
                    .word("sha256", StoredImport::sha256)
                    .word("committed_at", StoredImport::committedAt)
                    .words(
                            "rounds",
                            stored -> stored.rounds().stream().map(RoundId::toString).toList())
                    .whole("rows", StoredImport::rows)
                    .whole("created", StoredImport::created)
                    .whole("changed", StoredImport::changed)
                    .whole("unchanged", StoredImport::unchanged)
                    .whole("warnings", StoredImport::warnings)
                    .flag("demonstration", StoredImport::demonstration)
                    .cell(
                            "undone_at",
                            Cell.Kind.TEXT,
                            stored -> Cells.word(stored.undone().map(StoredUndo::undoneAt)))
                    .cell("undo_reason", Cell.Kind.TEXT, stored -> reason(stored))
                    .cell("account", Cell.Kind.TEXT, stored -> Cells.word(stored.broughtBy()))
                    .word("kind", stored -> stored.kind().key())
                    .whole("mended_cells", StoredImport::mendedCells)
                    .build();

    private final ImportService importing;
    private final ImportRepository imports;
    private final FileWork work;
    private final Answers answers;

    ImportController(
            ImportService importing, ImportRepository imports, FileWork work, Answers answers) {
        this.importing = importing;
        this.work = work;
        this.answers = answers;
        this.imports = imports;
    }

    @Requires(Permission.IMPORT)
    @PostMapping(
            path = ApiPaths.VERSION_1 + "/imports",
            params = "!" + ExtractController.SOURCE,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReportAnswer> post(MultipartHttpServletRequest request) {
        Parameters parameters = Parameters.of(request, FOR_POSTING);
        Optional<RoundId> round = parameters.round(Query.ROUND);
        boolean dryRun = parameters.flag(Query.DRY_RUN);
        DateAnswer dates = dateOrder(parameters);
        ImportReport report =
                work.forCall(
                        Upload.cost(request),
                        () -> {
                            ImportFile file = Upload.of(request).with(dates);
                            return importing.takeResults(
                                    file, round, intent(dryRun, parameters), ImportProgress.NONE);
                        });
        return ResponseEntity.status(status(report))
                .contentType(MediaType.APPLICATION_JSON)
                .body(ReportAnswer.of(report));
    }

    /** The refused rows of a file, to be mended; writes nothing. */
    @Requires(Permission.IMPORT)
    @PostMapping(
            path = ApiPaths.VERSION_1 + "/imports/errors.csv",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void errors(MultipartHttpServletRequest request, HttpServletResponse response) {
        Parameters parameters = Parameters.of(request, FOR_ERRORS);
        Optional<RoundId> round = parameters.round(Query.ROUND);
        boolean mark = parameters.flag(Query.BYTE_ORDER_MARK);
        DateAnswer dates = dateOrder(parameters);
        answers.send(
                request,
                response,
                Upload.cost(request),
                () -> {
                    ImportFile file = Upload.of(request).with(dates);
                    return Download.refused(importing.refusedRows(file, round), mark);
                });
    }

    @Requires(Permission.IMPORT)
    @PostMapping(ApiPaths.VERSION_1 + "/imports/{id}/undo")
    ResponseEntity<UndoAnswer> undo(@PathVariable String id, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, FOR_UNDO);
        boolean dryRun = parameters.flag(Query.DRY_RUN);
        String reason = parameters.reason();
        long number = number(id).orElseThrow(() -> new ProblemException(Problem.unknownImport(id)));
        UndoReport report;
        try {
            report =
                    work.forCall(
                                    Cost.ofAnswer(),
                                    () ->
                                            importing.takeBack(
                                                    number, reason, intent(dryRun, parameters)))
                            .orElseThrow(() -> new ProblemException(Problem.unknownImport(id)));
        } catch (NotUndoableException refused) {
            throw new ProblemException(Problem.notUndoable(refused.because(), refused.text()));
        }
        HttpStatus status =
                switch (report.status()) {
                    case COMMITTED, DRY_RUN -> HttpStatus.OK;
                    case REJECTED -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(UndoAnswer.of(report));
    }

    @GetMapping(ApiPaths.VERSION_1 + "/imports.json")
    void json(HttpServletRequest request, HttpServletResponse response) {
        newest(request, response, Download.Form.JSON);
    }

    @GetMapping(ApiPaths.VERSION_1 + "/imports.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) {
        newest(request, response, Download.Form.CSV);
    }

    @GetMapping(ApiPaths.VERSION_1 + "/imports/{id}.json")
    void one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Parameters.of(request, Set.of());
        answers.send(
                request,
                response,
                () -> {
                    StoredImport stored = find(id);
                    return Download.of(
                            "import-" + id,
                            Download.Form.JSON,
                            out -> COLUMNS.writeJson(stored, out));
                });
    }

    /** The original bytes, as nothing but bytes: whoever sent them may have meant harm. */
    @GetMapping(ApiPaths.VERSION_1 + "/imports/{id}/file")
    void file(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Parameters.of(request, Set.of());
        answers.send(
                request,
                response,
                () -> {
                    StoredImport stored = find(id);
                    return Download.original(
                            stored.file(), out -> imports.writeContent(stored.id(), out));
                });
    }

    /**
     * A page of imports: newest first, those before an import where the request names one. A header
     * {@code Link} leads to the next page as long as there is one.
     */
    private void newest(
            HttpServletRequest request, HttpServletResponse response, Download.Form form) {
        Parameters parameters = Parameters.of(request, FOR_LISTING);
        int limit = parameters.number(Query.LIMIT, 1, HIGHEST_LIMIT, USUAL_LIMIT);
        long before =
                parameters
                        .read(Query.BEFORE, Long::valueOf, ServerTexts.text("parameter.import"))
                        .orElse(Long.MAX_VALUE);
        ImportFilter filter =
                new ImportFilter(
                        parameters
                                .read(
                                        Query.KIND,
                                        ImportKind::parse,
                                        ServerTexts.text("parameter.kind"))
                                .orElse(null),
                        parameters
                                .read(Query.ROUND, RoundId::parse, RequestedRound.ROUND_FORM)
                                .orElse(null));
        boolean byteOrderMark = parameters.flag(Query.BYTE_ORDER_MARK);
        answers.send(
                request,
                response,
                () -> {
                    // One more than is sent says whether there is a next page.
                    List<StoredImport> found = imports.findNewest(filter, before, limit + 1);
                    List<StoredImport> page = found.stream().limit(limit).toList();
                    if (found.size() > limit) {
                        String next =
                                ServletUriComponentsBuilder.fromRequest(request)
                                        .replaceQueryParam(Query.LIMIT.wireName(), limit)
                                        .replaceQueryParam(
                                                Query.BEFORE.wireName(), page.getLast().id())
                                        .build(true)
                                        .toUri()
                                        .getRawQuery();
                        response.setHeader(
                                HttpHeaders.LINK,
                                "<" + request.getRequestURI() + "?" + next + ">; rel=\"next\"");
                    }
                    return Download.of(
                            "imports",
                            form,
                            out ->
                                    COLUMNS.write(
                                            page.stream(), form.ofTable(), byteOrderMark, out));
                });
    }

    private StoredImport find(String id) {
        return number(id)
                .flatMap(imports::find)
                .orElseThrow(() -> new ProblemException(Problem.unknownImport(id)));
    }

    /** What is wanted of a file. A dry run is asked for no basis, and may have any. */
    static ImportIntent intent(boolean dryRun, Parameters parameters) {
        return dryRun ? new ImportIntent.DryRun() : new ImportIntent.Commit(basis(parameters));
    }

    static Optional<String> basis(Parameters parameters) {
        return parameters.has(Query.BASIS)
                ? Optional.of(parameters.required(Query.BASIS))
                : Optional.empty();
    }

    static DateAnswer dateOrder(Parameters parameters) {
        return parameters
                .read(Query.DATE_ORDER, DateAnswer::parse, ServerTexts.text("parameter.date-order"))
                .orElse(DateAnswer.NONE);
    }

    private static Cell reason(StoredImport stored) {
        return stored.undone()
                .map(StoredUndo::reason)
                .filter(reason -> !reason.isEmpty())
                .<Cell>map(Cell.Text::new)
                .orElseGet(Cell.Absent::new);
    }

    static Optional<Long> number(String id) {
        try {
            return Optional.of(Long.valueOf(id));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static HttpStatus status(ImportReport report) {
        return switch (report.status()) {
            case COMMITTED, DRY_RUN -> HttpStatus.OK;
            case REJECTED -> {
                if (has(report, IssueCode.TOO_LARGE)) {
                    yield HttpStatus.CONTENT_TOO_LARGE;
                }
                yield NEITHER_TEXT_NOR_WORKBOOK.stream().anyMatch(code -> has(report, code))
                        ? HttpStatus.UNSUPPORTED_MEDIA_TYPE
                        : HttpStatus.UNPROCESSABLE_CONTENT;
            }
        };
    }

    private static boolean has(ImportReport report, IssueCode code) {
        return report.issues().stream().anyMatch(issue -> issue.code().equals(code.name()));
    }
}
