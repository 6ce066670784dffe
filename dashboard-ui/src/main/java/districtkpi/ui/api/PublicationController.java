package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.publication.PublicationDraft;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.publication.Publication;
import districtkpi.export.table.Table;
import districtkpi.importer.ImportReport;
import districtkpi.office.analysis.RevisionChanges;
import districtkpi.office.publication.PublicationService;
import districtkpi.office.refusal.Refused;
import districtkpi.office.work.Cost;
import districtkpi.office.work.FileWork;
import districtkpi.ui.security.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rounds published, and what was published. */
@RestController
@Requires(Permission.READ)
class PublicationController {

    static final Set<Query> FOR_POSTING = Set.of(Query.DRY_RUN, Query.REASON, Query.BASIS);

    static final Table<Publication> COLUMNS =
            Table.<Publication>columns()
                    .word("round", Publication::round)
                    .whole("revision", Publication::revision)
                    .word("as_of", Publication::asOf)
                    .word("published_at", Publication::publishedAt)
                    .text("published_by", Publication::publishedBy)
                    .text("reason", Publication::reason)
                    .word("sha256", Publication::sha256)
                    .build();

    private final PublicationRepository publications;
    private final PublicationService service;
    private final AgreementRepository agreements;
    private final Answers answers;
    private final FileWork work;

    PublicationController(
            PublicationRepository publications,
            PublicationService service,
            AgreementRepository agreements,
            Answers answers,
            FileWork work) {
        this.publications = publications;
        this.service = service;
        this.agreements = agreements;
        this.answers = answers;
        this.work = work;
    }

    /**
     * What was published, or would be.
     *
     * @param revision from 1
     * @param basis digest of the record; given back with a post, it publishes exactly this
     * @param figures how many differ from the revision before
     * @param levels how many differ from the revision before
     * @param places how many totals or ranks differ from the revision before
     */
    record PublicationAnswer(
            ImportReport.Status status,
            String round,
            int revision,
            String basis,
            int figures,
            int levels,
            int places) {

        static PublicationAnswer of(
                ImportReport.Status status, RoundId round, PublicationDraft draft) {
            Optional<RevisionChanges> changes =
                    draft.published()
                            .map(before -> RevisionChanges.between(before, draft.scoreboard()));
            return new PublicationAnswer(
                    status,
                    round.toString(),
                    draft.revision(),
                    draft.sha256(),
                    changes.map(found -> found.figures().size()).orElse(0),
                    changes.map(found -> found.levels().size()).orElse(0),
                    changes.map(found -> found.places().size()).orElse(0));
        }
    }

    @GetMapping(ApiCalls.PUBLICATIONS + ".json")
    void json(
            @PathVariable String round, HttpServletRequest request, HttpServletResponse response) {
        list(round, request, response, Download.Form.JSON);
    }

    @GetMapping(ApiCalls.PUBLICATIONS + ".csv")
    void csv(@PathVariable String round, HttpServletRequest request, HttpServletResponse response) {
        list(round, request, response, Download.Form.CSV);
    }

    /** The published record, whose digest is the revision's. */
    @GetMapping(ApiCalls.PUBLICATIONS + "/{revision}.txt")
    void published(
            @PathVariable String round,
            @PathVariable String revision,
            HttpServletRequest request,
            HttpServletResponse response) {
        Parameters.of(request, Set.of());
        answers.send(
                request,
                response,
                () ->
                        Download.of(
                                "publication-" + round + "-" + revision,
                                Download.Form.TEXT,
                                ImportController.number(revision)
                                        .filter(number -> number <= Integer.MAX_VALUE)
                                        .flatMap(number ->
                                                publications.findRecord(
                                                        RequestedRound.id(round),
                                                        number.intValue()))
                                        .orElseThrow(() ->
                                                new ProblemException(
                                                        Problem.unknownRevision(
                                                                round, revision)))));
    }

    @PostMapping(ApiCalls.PUBLICATIONS)
    @Requires(Permission.PUBLISH)
    ResponseEntity<PublicationAnswer> post(@PathVariable String round, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, FOR_POSTING);
        boolean dryRun = parameters.flag(Query.DRY_RUN);
        String reason = parameters.reason();
        RoundId id = RequestedRound.id(round);
        PublicationDraft draft =
                work.forCall(Cost.ofAnswer(), () -> draft(id, round, dryRun, reason, parameters));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        PublicationAnswer.of(
                                dryRun
                                        ? ImportReport.Status.DRY_RUN
                                        : ImportReport.Status.COMMITTED,
                                id,
                                draft));
    }

    /** What would be published, and was unless that was not asked for. */
    private PublicationDraft draft(
            RoundId id, String round, boolean dryRun, String reason, Parameters parameters) {
        PublicationDraft draft =
                publications
                        .draft(id)
                        .orElseThrow(() -> new ProblemException(Problem.unknownRound(round)));
        if (!dryRun) {
            try {
                service.publish(
                        id,
                        reason,
                        Optional.of(ImportController.basis(parameters).orElseGet(draft::sha256)));
            } catch (Refused refused) {
                throw new ProblemException(Problem.notPublishable(round, refused.reason()));
            }
        }
        return draft;
    }

    private void list(
            String round,
            HttpServletRequest request,
            HttpServletResponse response,
            Download.Form form) {
        boolean byteOrderMark =
                Parameters.of(request, Set.of(Query.BYTE_ORDER_MARK)).flag(Query.BYTE_ORDER_MARK);
        answers.send(
                request,
                response,
                () -> {
                    RoundId id = RequestedRound.id(round);
                    if (agreements.findInForce(id).isEmpty()) {
                        throw new ProblemException(Problem.unknownRound(round));
                    }
                    List<Publication> all = publications.findAll(id);
                    return Download.of(
                            "publications-" + round,
                            form,
                            out -> COLUMNS.write(all.stream(), form.ofTable(), byteOrderMark, out));
                });
    }
}
