package districtkpi.ui.api;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.ResultImportService;
import districtkpi.importer.source.ExtractImportService;
import districtkpi.importer.source.ExtractReport;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.importer.source.ImportProgress;
import districtkpi.importer.source.SourceDescription;
import districtkpi.importer.source.Sources;
import districtkpi.importer.table.IssueCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final String SOURCE = "source";
    private static final String AS_OF = "asOf";
    private static final String DISTRICT = "district";
    private static final String COLUMNS_MAPPED = "columns";
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
    private final ExtractImportService extracts;
    private final ImportRepository imports;

    ImportController(
            ResultImportService importer, ExtractImportService extracts, ImportRepository imports) {
        this.importer = importer;
        this.extracts = extracts;
        this.imports = imports;
    }

    @PostMapping(
            path = ApiPaths.VERSION_1 + "/imports",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> post(MultipartHttpServletRequest request) {
        return request.getParameter(SOURCE) == null ? postResults(request) : postExtract(request);
    }

    private ResponseEntity<ReportAnswer> postResults(MultipartHttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of(ROUND, DRY_RUN, SOURCE));
        Optional<RoundId> round = parameters.round(ROUND);
        boolean dryRun = parameters.flag(DRY_RUN);
        ImportFile file = Upload.of(request);
        ImportReport report = dryRun ? importer.dryRun(file, round) : importer.commit(file, round);
        return ResponseEntity.status(status(report))
                .contentType(MediaType.APPLICATION_JSON)
                .body(ReportAnswer.of(report));
    }

    private ResponseEntity<ExtractAnswer> postExtract(MultipartHttpServletRequest request) {
        Parameters parameters =
                Parameters.of(
                        request, Set.of(SOURCE, ROUND, AS_OF, DISTRICT, COLUMNS_MAPPED, DRY_RUN));
        SourceDescription source =
                parameters.required(
                        SOURCE,
                        id -> Sources.find(id).orElseThrow(IllegalArgumentException::new),
                        new LocalizedText(
                                "ไม่มีแหล่งข้อมูลนี้ ดูรายการได้ที่ /api/v1/sources.json",
                                "there is no such source; /api/v1/sources.json lists them."));
        parameters.required(ROUND);
        RoundId round = parameters.round(ROUND).orElseThrow();
        parameters.required(AS_OF);
        LocalDate asOf = parameters.day(AS_OF).orElseThrow();
        Optional<DistrictCode> district =
                parameters.read(
                        DISTRICT,
                        DistrictCode::of,
                        new LocalizedText(
                                "ต้องเป็นรหัสอำเภอ 4 หลัก เช่น 4301",
                                "a district is its four-digit code, such as 4301."));
        Map<ColumnKey, String> columns =
                parameters
                        .read(
                                COLUMNS_MAPPED,
                                ImportController::mapping,
                                new LocalizedText(
                                        "ต้องเป็น คอลัมน์:หัวคอลัมน์ คั่นด้วย ; เช่น activity:งานที่ทำ",
                                        "it is column:heading, separated by ; such as"
                                                + " activity:Job."))
                        .orElse(Map.of());
        boolean dryRun = parameters.flag(DRY_RUN);
        try (Upload.OnDisk file = Upload.onDisk(request)) {
            ExtractRequest extract =
                    new ExtractRequest(
                            file.path(),
                            file.name(),
                            source,
                            round,
                            asOf,
                            district.orElse(null),
                            columns);
            ExtractReport report =
                    dryRun
                            ? extracts.dryRun(extract, ImportProgress.NONE)
                            : extracts.commit(extract, ImportProgress.NONE);
            return ResponseEntity.status(status(report.report()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ExtractAnswer.of(report));
        }
    }

    /** Columns by the headings that mean them, such as {@code activity:Job;village:Place}. */
    private static Map<ColumnKey, String> mapping(String text) {
        Map<ColumnKey, String> mapping = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            int colon = part.indexOf(':');
            if (colon < 0 || part.substring(colon + 1).isBlank()) {
                throw new IllegalArgumentException("No heading in " + part);
            }
            mapping.put(
                    new ColumnKey(part.substring(0, colon).strip()),
                    part.substring(colon + 1).strip());
        }
        return mapping;
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

    static Optional<Long> number(String id) {
        try {
            return Optional.of(Long.valueOf(id));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static HttpStatus status(ImportReport report) {
        return switch (report.status()) {
            case COMMITTED, DRY_RUN -> HttpStatus.OK;
            case REJECTED -> {
                if (has(report, IssueCode.TOO_LARGE)) {
                    yield HttpStatus.CONTENT_TOO_LARGE;
                }
                yield has(report, IssueCode.NOT_A_TABLE)
                        ? HttpStatus.UNSUPPORTED_MEDIA_TYPE
                        : HttpStatus.UNPROCESSABLE_CONTENT;
            }
        };
    }

    private static boolean has(ImportReport report, IssueCode code) {
        return report.issues().stream().anyMatch(issue -> issue.code().equals(code.name()));
    }
}
