package districtkpi.ui.api;

import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.ResultImportService;
import districtkpi.importer.table.IssueCode;
import jakarta.servlet.http.HttpServletRequest;
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

    private static final String ROUND = "round";
    private static final String DRY_RUN = "dryRun";
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
                    .build();

    private final ResultImportService importer;
    private final ImportRepository imports;

    ImportController(ResultImportService importer, ImportRepository imports) {
        this.importer = importer;
        this.imports = imports;
    }

    @PostMapping(
            path = ApiPaths.VERSION_1 + "/imports",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReportAnswer> post(MultipartHttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of(ROUND, DRY_RUN));
        Optional<RoundId> round = parameters.round(ROUND);
        boolean dryRun = parameters.flag(DRY_RUN);
        ImportFile file = Upload.of(request);
        ImportReport report = dryRun ? importer.dryRun(file, round) : importer.commit(file, round);
        return ResponseEntity.status(status(report))
                .contentType(MediaType.APPLICATION_JSON)
                .body(ReportAnswer.of(report));
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

    /** The original bytes, as nothing but bytes: whoever sent them may have meant harm. */
    @GetMapping(ApiPaths.VERSION_1 + "/imports/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        StoredImport stored = find(id);
        byte[] content =
                imports.content(stored.id())
                        .orElseThrow(() -> new ProblemException(Problem.unknownImport(id)));
        return Download.original(stored.file(), content);
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

    private static Optional<Long> number(String id) {
        try {
            return Optional.of(Long.valueOf(id));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static final Set<IssueCode> NEITHER_TEXT_NOR_WORKBOOK =
            EnumSet.of(IssueCode.NOT_A_TABLE, IssueCode.OLD_WORKBOOK, IssueCode.ENCRYPTED_WORKBOOK);

    private static HttpStatus status(ImportReport report) {
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
