package districtkpi.importer.recording;

import static districtkpi.importer.recording.RecordingRules.refuseIf;
import static districtkpi.importer.recording.RecordingRules.refuseText;
import static districtkpi.importer.recording.RecordingRules.subject;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.DraftRepository.Saving;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.EvidenceType;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewAction;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scope.RowScope;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.recording.RecordingRefusedException.Reason;
import districtkpi.importer.result.ResultImportService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands in by way of the importer, so that what is recorded online is read by the same rules, and
 * leaves the same trace, as a file.
 *
 * @see "Decision record 0033: what is recorded online becomes an import"
 */
@Service
final class TransactionalRecordingService implements RecordingService {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final RecordingRules rules;
    private final AgreementRepository agreements;
    private final ScoreboardQuery scoreboards;
    private final RoundLock roundLock;
    private final ResultImportService results;
    private final DraftRepository drafts;
    private final ReviewRepository reviews;
    private final EvidenceRepository evidence;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate writing;

    TransactionalRecordingService(
            RecordingRules rules,
            AgreementRepository agreements,
            ScoreboardQuery scoreboards,
            RoundLock roundLock,
            ResultImportService results,
            DraftRepository drafts,
            ReviewRepository reviews,
            EvidenceRepository evidence,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rules = rules;
        this.agreements = agreements;
        this.scoreboards = scoreboards;
        this.roundLock = roundLock;
        this.results = results;
        this.drafts = drafts;
        this.reviews = reviews;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
        // What others handed in while this waited for the round has to be seen.
        this.writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    @Override
    public Saving save(
            RoundId round, DistrictCode district, RecordingField field, String text, int version) {
        Indicator indicator = rules.recordable(round, district, field.indicator());
        refuseIf(
                field.measure().filter(measure -> indicator.measure(measure).isEmpty()).isPresent(),
                Reason.UNKNOWN);
        refuseText(text);
        return Objects.requireNonNull(
                writing.execute(_ -> drafts.save(round, district, field, text, version)));
    }

    @Override
    public Optional<ImportReport> check(
            RoundId round, DistrictCode district, IndicatorId indicator) {
        return file(round, district, rules.recordable(round, district, indicator))
                .map(file -> results.dryRun(file, Optional.of(round)));
    }

    @Override
    public Optional<ImportReport> submit(
            RoundId round, DistrictCode district, IndicatorId indicator, OptionalLong last) {
        Indicator agreed = rules.recordable(round, district, indicator);
        // The import ranks the whole round anew.
        return RowScope.inProvince(() -> commit(round, district, agreed, last));
    }

    private Optional<ImportReport> commit(
            RoundId round, DistrictCode district, Indicator agreed, OptionalLong last) {
        IndicatorId indicator = agreed.id();
        return writing.execute(transaction -> {
            lock(round, district, indicator, last);
            Optional<ImportReport> report =
                    file(round, district, agreed)
                            .map(file -> results.commit(file, Optional.of(round)));
            if (report.filter(refused -> refused.status() == Status.REJECTED).isPresent()) {
                transaction.setRollbackOnly();
                return report;
            }
            OptionalLong newest = newestImport(round, district, agreed);
            refuseIf(newest.isEmpty(), Reason.NOTHING_RECORDED);
            drafts.clear(round, district, indicator);
            add(round, district, indicator, ReviewAction.SUBMITTED, "", newest);
            return report;
        });
    }

    @Override
    public void accept(
            RoundId round, DistrictCode district, IndicatorId indicator, OptionalLong last) {
        review(round, district, indicator, last, ReviewAction.ACCEPTED, "");
    }

    @Override
    public void sendBack(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            OptionalLong last,
            String note) {
        refuseIf(note.isBlank(), Reason.NO_NOTE);
        refuseText(note);
        review(round, district, indicator, last, ReviewAction.SENT_BACK, note.strip());
    }

    @Override
    public long attach(
            RoundId round, DistrictCode district, IndicatorId indicator, ImportFile file) {
        rules.recordable(round, district, indicator);
        refuseIf(file.content().length > MOST_EVIDENCE_BYTES, Reason.TOO_BIG);
        String name = withoutFolders(file);
        EvidenceType type =
                EvidenceType.of(file.content())
                        .orElseThrow(() -> new RecordingRefusedException(Reason.WRONG_TYPE));
        return writing.execute(_ -> {
            long id = evidence.add(round, district, indicator, name, type, file.content());
            audit.record(
                    AuditAction.EVIDENCE_ADDED,
                    subject(round, district, indicator),
                    Map.of(),
                    Map.of("evidence", "" + id, "file", name, "sha256", file.sha256()));
            return id;
        });
    }

    @Override
    public void withdraw(long id) {
        Evidence found =
                evidence.find(id).orElseThrow(() -> new RecordingRefusedException(Reason.UNKNOWN));
        rules.recordable(found.round(), found.district(), found.indicator());
        writing.executeWithoutResult(_ -> {
            evidence.withdraw(id);
            audit.record(
                    AuditAction.EVIDENCE_WITHDRAWN,
                    subject(found.round(), found.district(), found.indicator()),
                    Map.of("evidence", "" + id, "file", found.file()),
                    Map.of());
        });
    }

    private static String withoutFolders(ImportFile file) {
        String name = file.safeName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private void review(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            OptionalLong last,
            ReviewAction action,
            String note) {
        Indicator agreed = rules.reviewable(round, indicator);
        writing.executeWithoutResult(_ -> {
            Optional<ReviewStep> newest = lock(round, district, indicator, last);
            refuseIf(ReviewState.after(newest) == ReviewState.NOT_SUBMITTED, Reason.NOT_SUBMITTED);
            add(round, district, indicator, action, note, newestImport(round, district, agreed));
        });
    }

    /** Waits for the round, so that no two steps are taken on the same one before. */
    private Optional<ReviewStep> lock(
            RoundId round, DistrictCode district, IndicatorId indicator, OptionalLong last) {
        roundLock.lock(round);
        // Somebody may have signed it off while this waited.
        rules.refuseSignedOff(round);
        Optional<ReviewStep> newest =
                reviews.find(round, district).stream()
                        .filter(step -> step.indicator().equals(indicator))
                        .reduce((_, later) -> later);
        OptionalLong id =
                newest.map(step -> OptionalLong.of(step.id())).orElse(OptionalLong.empty());
        refuseIf(!id.equals(last), Reason.MOVED);
        return newest;
    }

    private void add(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            ReviewAction action,
            String note,
            OptionalLong importId) {
        reviews.add(round, district, indicator, action, note, importId);
        audit.record(
                switch (action) {
                    case SUBMITTED -> AuditAction.SUBMITTED;
                    case ACCEPTED -> AuditAction.ACCEPTED;
                    case SENT_BACK -> AuditAction.SENT_BACK;
                },
                subject(round, district, indicator),
                Map.of(),
                note.isEmpty() ? Map.of() : Map.of("note", note));
    }

    /** Recorded late, figures are of the last day of the round, unless another day was typed. */
    private LocalDate asOf(RoundId round) {
        LocalDate today = LocalDate.now(clock.withZone(BANGKOK));
        LocalDate last = agreements.findInForce(round).orElseThrow().agreement().lastDay();
        return today.isAfter(last) ? last : today;
    }

    private Optional<ImportFile> file(RoundId round, DistrictCode district, Indicator indicator) {
        int submitted =
                (int)
                        reviews.find(round, district).stream()
                                .filter(step -> step.indicator().equals(indicator.id()))
                                .filter(step -> step.action() == ReviewAction.SUBMITTED)
                                .count();
        return RecordedFile.of(
                round,
                district,
                indicator,
                drafts.find(round, district),
                asOf(round),
                submitted + 1);
    }

    /** Absent where no figure of the indicator counts. */
    private OptionalLong newestImport(RoundId round, DistrictCode district, Indicator indicator) {
        Scoreboard scoreboard = scoreboards.find(round).orElseThrow();
        List<Measurement> counting =
                indicator.measures().stream()
                        .flatMap(measure ->
                                scoreboard
                                        .measurement(district, indicator.key(measure.id()))
                                        .stream())
                        .toList();
        return counting.stream().mapToLong(figure -> figure.origin().importId()).max();
    }
}
