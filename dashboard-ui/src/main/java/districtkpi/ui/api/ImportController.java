package districtkpi.ui.api;

import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.db.result.StoredUndo;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.NotUndoableException;
import districtkpi.importer.result.RefusedRows;
import districtkpi.importer.result.ResultImportService;
import districtkpi.importer.result.UndoReport;
import districtkpi.importer.result.UndoService;
import districtkpi.importer.table.IssueCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Results files in, and what came in before. */
@RestController
class ImportController {

    static final String ROUND = "round";
    static final String DRY_RUN = "dryRun";
    static final String BASIS = "basis";
    private static final String REASON = "reason";
    private static final String BYTE_ORDER_MARK = "bom";
    private static final String LIMIT = "limit";
    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 10_000;

    private static final Table<StoredImport> COLUMNS =
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
                            stored -> Cells.word(stored.undone().map(StoredUndo::undoneAt)))
                    .cell("undo_reason", stored -> reason(stored))
                    .build();

    private final ResultImportService importer;
    private final UndoService undos;
    private final ImportRepository imports;

    ImportController(ResultImportService importer, UndoService undos, ImportRepository imports) {
        this.importer = importer;
        this.undos = undos;
        this.imports = imports;
    }

    @PostMapping(
            path = ApiPaths.VERSION_1 + "/imports",
            params = "!" + ExtractController.SOURCE,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReportAnswer> post(MultipartHttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of(ROUND, DRY_RUN, BASIS));
        Optional<RoundId> round = parameters.round(ROUND);
        boolean dryRun = parameters.flag(DRY_RUN);
        Optional<String> basis = basis(parameters);
        ImportFile file = Upload.of(request);
        ImportReport report =
                dryRun
                        ? importer.dryRun(file, round)
                        : importer.commit(file, round, basis, ImportProgress.NONE);
        return ResponseEntity.status(status(report))
                .contentType(MediaType.APPLICATION_JSON)
                .body(ReportAnswer.of(report));
    }

    /** The refused rows of a file, to be mended; writes nothing. */
    @PostMapping(
            path = ApiPaths.VERSION_1 + "/imports/errors.csv",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> errors(MultipartHttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of(ROUND, BYTE_ORDER_MARK));
        Optional<RoundId> round = parameters.round(ROUND);
        boolean mark = parameters.flag(BYTE_ORDER_MARK);
        ImportFile file = Upload.of(request);
        String csv = RefusedRows.csv(file, importer.dryRun(file, round));
        return Download.csv(
                RefusedRows.fileName(file),
                ((mark ? "\uFEFF" : "") + csv).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(ApiPaths.VERSION_1 + "/imports/{id}/undo")
    ResponseEntity<UndoAnswer> undo(@PathVariable String id, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of(DRY_RUN, REASON, BASIS));
        boolean dryRun = parameters.flag(DRY_RUN);
        String reason = parameters.has(REASON) ? parameters.required(REASON) : "";
        Optional<String> basis = basis(parameters);
        long number = number(id).orElseThrow(() -> new ProblemException(Problem.unknownImport(id)));
        UndoReport report;
        try {
            report =
                    (dryRun ? undos.dryRun(number) : undos.undo(number, reason, basis))
                            .orElseThrow(() -> new ProblemException(Problem.unknownImport(id)));
        } catch (NotUndoableException refused) {
            throw new ProblemException(Problem.notUndoable(refused));
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
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        return Download.of("imports", Download.Form.JSON, COLUMNS.json(newest(request)));
    }

    @GetMapping(ApiPaths.VERSION_1 + "/imports.csv")
    ResponseEntity<byte[]> csv(HttpServletRequest request) {
        return Download.of("imports", Download.Form.CSV, COLUMNS.csv(newest(request), false));
    }

    @GetMapping(ApiPaths.VERSION_1 + "/imports/{id}.json")
    ResponseEntity<byte[]> one(@PathVariable String id) {
        return Download.of("import-" + id, Download.Form.JSON, COLUMNS.json(find(id)));
    }

    /**
     * The original bytes, as nothing but bytes: whoever sent them may have meant harm. They are
     * written as they are read, whatever their number.
     */
    @GetMapping(ApiPaths.VERSION_1 + "/imports/{id}/file")
    void file(@PathVariable String id, HttpServletResponse response) throws IOException {
        StoredImport stored = find(id);
        Download.original(stored.file(), response);
        imports.writeContent(stored.id(), response.getOutputStream());
    }

    private List<StoredImport> newest(HttpServletRequest request) {
        return imports.findNewest(
                Parameters.of(request, Set.of(LIMIT)).number(LIMIT, 1, HIGHEST_LIMIT, USUAL_LIMIT));
    }

    private StoredImport find(String id) {
        return number(id)
                .flatMap(imports::find)
                .orElseThrow(() -> new ProblemException(Problem.unknownImport(id)));
    }

    static Optional<String> basis(Parameters parameters) {
        return parameters.has(BASIS) ? Optional.of(parameters.required(BASIS)) : Optional.empty();
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

    private static final Set<IssueCode> NEITHER_TEXT_NOR_WORKBOOK =
            EnumSet.of(IssueCode.NOT_A_TABLE, IssueCode.OLD_WORKBOOK, IssueCode.ENCRYPTED_WORKBOOK);

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
