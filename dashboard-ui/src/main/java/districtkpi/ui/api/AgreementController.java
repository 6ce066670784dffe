package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.office.importing.ImportService;
import districtkpi.office.work.FileWork;
import districtkpi.ui.security.Requires;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Agreements in. */
@RestController
@Requires(Permission.AGREE)
class AgreementController {

    static final Set<Query> FOR_POSTING = Set.of(Query.DRY_RUN, Query.BASIS);

    private final ImportService importing;
    private final FileWork work;

    AgreementController(ImportService importing, FileWork work) {
        this.importing = importing;
        this.work = work;
    }

    @PostMapping(
            path = ApiPaths.VERSION_1 + "/agreements",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReportAnswer> post(MultipartHttpServletRequest request) {
        Parameters parameters = Parameters.of(request, FOR_POSTING);
        boolean dryRun = parameters.flag(Query.DRY_RUN);
        ImportReport report =
                work.forCall(
                        Upload.cost(request),
                        () -> {
                            ImportFile file = Upload.of(request);
                            return importing.takeAgreement(
                                    file, ImportController.intent(dryRun, parameters));
                        });
        HttpStatus status =
                switch (report.status()) {
                    case COMMITTED, DRY_RUN -> HttpStatus.OK;
                    case REJECTED -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(ReportAnswer.of(report));
    }
}
