package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.StoredExtract;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.source.ExtractReport;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.importer.source.ExtractRows;
import districtkpi.importer.source.SourceDescription;
import districtkpi.importer.source.Sources;
import districtkpi.importer.source.WhatCounts;
import districtkpi.office.importing.ImportService;
import districtkpi.office.work.Cost;
import districtkpi.office.work.FileWork;
import districtkpi.ui.security.Requires;
import districtkpi.ui.text.ServerTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The sources whose extracts are taken in, the way in, and the rows behind a figure. */
@RestController
@Requires(Permission.READ)
class ExtractController {

    static final String SOURCE = "source";

    static final Set<Query> FOR_POSTING =
            Set.of(
                    Query.SOURCE,
                    Query.ROUND,
                    Query.AS_OF,
                    Query.DISTRICT,
                    Query.COLUMNS,
                    Query.SHEETS,
                    Query.TOTAL_ROWS,
                    Query.REPEATED_ROWS,
                    Query.DATE_ORDER,
                    Query.DRY_RUN,
                    Query.BASIS);
    static final Set<Query> FOR_ERRORS =
            Set.of(
                    Query.SOURCE,
                    Query.ROUND,
                    Query.AS_OF,
                    Query.DISTRICT,
                    Query.COLUMNS,
                    Query.SHEETS,
                    Query.TOTAL_ROWS,
                    Query.REPEATED_ROWS,
                    Query.DATE_ORDER,
                    Query.BYTE_ORDER_MARK);
    static final Set<Query> REPEATABLE = Set.of(Query.SHEETS);
    static final Set<Query> FOR_ROWS = Set.of(Query.DISTRICT, Query.MEASURE);

    private final ImportService importing;
    private final ExtractRows rows;
    private final FileWork work;
    private final Answers answers;

    ExtractController(ImportService importing, ExtractRows rows, FileWork work, Answers answers) {
        this.work = work;
        this.importing = importing;
        this.rows = rows;
        this.answers = answers;
    }

    /** Takes an extract in; without a source the file is one of results. */
    @Requires(Permission.IMPORT)
    @PostMapping(
            path = ApiPaths.VERSION_1 + "/imports",
            params = SOURCE,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ExtractAnswer> post(MultipartHttpServletRequest request) {
        Parameters parameters = Parameters.of(request, FOR_POSTING, REPEATABLE);
        boolean dryRun = parameters.flag(Query.DRY_RUN);
        try (Upload.OnDisk file = Upload.onDisk(request)) {
            ExtractRequest extract = extract(parameters, file);
            ExtractReport report =
                    work.forCall(
                            Cost.ofStream(file.size()),
                            () ->
                                    importing.takeExtract(
                                            extract,
                                            ImportController.intent(dryRun, parameters),
                                            ImportProgress.NONE));
            return ResponseEntity.status(ImportController.status(report.report()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ExtractAnswer.of(report));
        }
    }

    /** The refused rows of an extract, to be mended; stores nothing. */
    @Requires(Permission.IMPORT)
    @PostMapping(
            path = ApiPaths.VERSION_1 + "/imports/errors.csv",
            params = SOURCE,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void errors(MultipartHttpServletRequest request, HttpServletResponse response) {
        Parameters parameters = Parameters.of(request, FOR_ERRORS, REPEATABLE);
        boolean mark = parameters.flag(Query.BYTE_ORDER_MARK);
        try (Upload.OnDisk file = Upload.onDisk(request)) {
            ExtractRequest extract = extract(parameters, file);
            answers.send(
                    request,
                    response,
                    Cost.ofStream(file.size()),
                    () -> Download.refused(importing.refusedRows(extract), mark));
        }
    }

    private static ExtractRequest extract(Parameters parameters, Upload.OnDisk file) {
        SourceDescription source =
                parameters.required(
                        Query.SOURCE,
                        id -> Sources.find(id).orElseThrow(IllegalArgumentException::new),
                        ServerTexts.text("parameter.source"));
        parameters.required(Query.ROUND);
        RoundId round = parameters.round(Query.ROUND).orElseThrow();
        parameters.required(Query.AS_OF);
        LocalDate asOf = parameters.day(Query.AS_OF).orElseThrow();
        Optional<DistrictCode> district =
                parameters.read(
                        Query.DISTRICT, DistrictCode::of, ServerTexts.text("parameter.district"));
        Map<ColumnKey, String> columns =
                parameters
                        .read(
                                Query.COLUMNS,
                                ExtractController::mapping,
                                ServerTexts.text("parameter.columns"))
                        .orElse(Map.of());
        return new ExtractRequest(
                file.path(),
                file.name(),
                source,
                round,
                asOf,
                district.orElse(null),
                columns,
                whatCounts(parameters));
    }

    /** What was answered to the questions of a dry run. */
    private static WhatCounts whatCounts(Parameters parameters) {
        return new WhatCounts(
                parameters.all(
                        Query.SHEETS,
                        name -> {
                            if (name.isBlank()) {
                                throw new IllegalArgumentException("No sheet");
                            }
                            return name.strip();
                        },
                        ServerTexts.text("parameter.sheets")),
                doubtful(parameters, Query.TOTAL_ROWS),
                doubtful(parameters, Query.REPEATED_ROWS),
                ImportController.dateOrder(parameters));
    }

    private static WhatCounts.@Nullable DoubtfulRows doubtful(Parameters parameters, Query query) {
        return parameters
                .read(
                        query,
                        WhatCounts.DoubtfulRows::parse,
                        ServerTexts.text("parameter.doubtful-rows"))
                .orElse(null);
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

    @GetMapping(ApiPaths.VERSION_1 + "/sources.json")
    ResponseEntity<List<SourceAnswer>> sources(HttpServletRequest request) {
        Parameters.of(request, Set.of());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Sources.all().stream().map(SourceAnswer::of).toList());
    }

    /** The rows of an extract, of which there may be millions. */
    @GetMapping(ApiPaths.VERSION_1 + "/imports/{id}/rows.csv")
    @Requires(Permission.SOURCES)
    void rows(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Parameters parameters = Parameters.of(request, FOR_ROWS);
        StoredExtract extract =
                ImportController.number(id)
                        .flatMap(rows::find)
                        .orElseThrow(() -> new ProblemException(Problem.unknownExtract(id)));
        Optional<DistrictCode> district =
                parameters.read(
                        Query.DISTRICT, DistrictCode::of, ServerTexts.text("parameter.district"));
        Optional<MeasureId> measure =
                parameters.read(
                        Query.MEASURE,
                        text -> known(extract, text),
                        ServerTexts.text("parameter.one-of", rows.measures(extract)));
        answers.send(
                request,
                response,
                Cost.ofAnswer(),
                () ->
                        Download.of(
                                "rows-" + id,
                                Download.Form.CSV,
                                out -> rows.write(extract, district, measure, out)));
    }

    private MeasureId known(StoredExtract extract, String text) {
        MeasureId measure = MeasureId.of(text);
        if (!rows.measures(extract).contains(measure)) {
            throw new IllegalArgumentException("Not a measure of the extract: " + text);
        }
        return measure;
    }
}
