package districtkpi.office.recording;

import static districtkpi.office.recording.RecordingRules.subject;
import static districtkpi.office.refusal.Refused.refuseIf;
import static districtkpi.office.refusal.Refused.refuseIfGone;
import static districtkpi.office.refusal.Refused.refuseText;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.recording.Draft;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.DraftRepository.Saving;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.EvidenceType;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewAction;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewRepository.HandedIn;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.result.ImportKind;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scope.RowScope;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportEffect.LevelChange;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.result.NotUndoableException;
import districtkpi.importer.result.ResultImportService;
import districtkpi.importer.result.UndoReport;
import districtkpi.importer.result.UndoService;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Lets districts record online, and units review what was handed in. Each call is held to what
 * whoever is signed in may do, and throws {@link Refused} otherwise.
 *
 * <p>Hands in by way of the importer, so that what is recorded online is read by the same rules,
 * and leaves the same trace, as a file.
 *
 * @see "Decision record 0033: what is recorded online becomes an import"
 * @see "Decision record 0040: the day of receipt follows from the evidence"
 */
@Service
public class RecordingService {

    /** What a piece of evidence may weigh. */
    public static final int MAX_EVIDENCE_BYTES = 15 * 1024 * 1024;

    /** What a field or a note may hold, in characters. */
    public static final int MAX_TEXT_LENGTH = 1_000;

    /** What is said of a paper may hold, in characters. */
    public static final int MAX_PAPER_LENGTH = 200;

    /**
     * What whoever hands in looked at.
     *
     * @param last the newest step of the indicator
     * @param newestImport that any figure of the indicator that counts is from
     * @param effect what {@link #check} answered; of its effects the one on the level of the
     *     indicator is held to
     */
    public record Shown(
            OptionalLong last, OptionalLong newestImport, Optional<ImportReport> effect) {}

    /**
     * What whoever reviews looked at.
     *
     * @param last the newest step of the indicator
     * @param newestImport that any figure of the indicator is from
     * @param level that counts, which somebody may have set
     * @param evidence the ids of all that counts
     */
    public record Seen(
            OptionalLong last, OptionalLong newestImport, OptionalInt level, Set<Long> evidence) {

        public Seen {
            evidence = Set.copyOf(evidence);
        }

        /** What a round shows of an indicator of a district. */
        public static Seen of(
                OptionalLong last,
                Scoreboard scoreboard,
                DistrictCode district,
                Indicator indicator,
                Collection<Evidence> evidence) {
            return new Seen(
                    last,
                    scoreboard.newestImport(district, indicator),
                    scoreboard.level(district, indicator.id()),
                    evidence.stream().map(Evidence::id).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * Evidence on paper.
     *
     * @param day on which the province received it: today or earlier, not before the round
     * @param what it is; never blank, at most {@link #MAX_PAPER_LENGTH} characters
     */
    public record Paper(LocalDate day, String what) {

        public Paper {
            what = what.strip();
        }
    }

    private final RecordingRules rules;
    private final AgreementRepository agreements;
    private final ScoreboardQuery scoreboards;
    private final RoundLock roundLock;
    private final ResultImportService results;
    private final UndoService undos;
    private final DraftRepository drafts;
    private final ReviewRepository reviews;
    private final EvidenceRepository evidence;
    private final ImportRepository imports;
    private final AuditTrail audit;
    private final Clock clock;
    private final WriteTransaction writing;

    RecordingService(
            RecordingRules rules,
            AgreementRepository agreements,
            ScoreboardQuery scoreboards,
            RoundLock roundLock,
            ResultImportService results,
            UndoService undos,
            DraftRepository drafts,
            ReviewRepository reviews,
            EvidenceRepository evidence,
            ImportRepository imports,
            AuditTrail audit,
            Clock clock,
            WriteTransaction writing) {
        this.rules = rules;
        this.agreements = agreements;
        this.scoreboards = scoreboards;
        this.roundLock = roundLock;
        this.results = results;
        this.undos = undos;
        this.drafts = drafts;
        this.reviews = reviews;
        this.evidence = evidence;
        this.imports = imports;
        this.audit = audit;
        this.clock = clock;
        this.writing = writing;
    }

    /**
     * Keeps what was typed into a field, right or wrong. A day that follows from the evidence has
     * no field. The first change after the indicator was handed in keeps the other fields as they
     * were then.
     *
     * @param version of what was in the field before; 0 where there was nothing
     */
    public Saving save(
            RoundId round, DistrictCode district, RecordingField field, String text, int version) {
        Indicator indicator = rules.recordable(round, district, field.indicator());
        refuseIf(
                field.measure()
                        .filter(id ->
                                indicator
                                        .recordedMeasure(id)
                                        .filter(measure -> !measure.evidenceReceipt())
                                        .isEmpty())
                        .isPresent(),
                Reason.UNKNOWN);
        refuseText(text, MAX_TEXT_LENGTH);
        return writing.get(() -> {
            int known = begin(round, district, field, version);
            return drafts.save(round, district, field, text, known);
        });
    }

    /**
     * Begins a correction with all that was handed in, so that changing one field does not lose the
     * others.
     *
     * @return the version that the field has by then: whoever saw what was handed in saw its first
     */
    private int begin(RoundId round, DistrictCode district, RecordingField field, int version) {
        Map<RecordingField, String> handedIn = handedIn(round, district, field.indicator());
        if (draftsOf(round, district, field.indicator()).isEmpty()) {
            handedIn.forEach((other, text) -> drafts.save(round, district, other, text, 0));
        }
        return version == 0
                        && draftsOf(round, district, field.indicator()).stream()
                                .filter(draft -> draft.field().equals(field))
                                .anyMatch(draft ->
                                        draft.version() == 1
                                                && draft.text().equals(handedIn.get(field)))
                ? 1
                : version;
    }

    private List<Draft> draftsOf(RoundId round, DistrictCode district, IndicatorId indicator) {
        return drafts.find(round, district).stream()
                .filter(draft -> draft.field().indicator().equals(indicator))
                .toList();
    }

    /** What stood in the fields when the indicator was handed in last, even if that is no more. */
    private Map<RecordingField, String> handedIn(
            RoundId round, DistrictCode district, IndicatorId indicator) {
        return steps(round, district, indicator).stream()
                .filter(step -> step.action() == ReviewAction.SUBMITTED)
                .reduce((_, later) -> later)
                .flatMap(step -> reviews.findTexts(List.of(step)).values().stream().findFirst())
                .orElse(Map.of());
    }

    /**
     * What handing in would do: the importer's own answer to what stands in the fields, and to the
     * day of receipt where the agreement has one. Corrections start from what was handed in last.
     *
     * @return absent where nothing stands in the fields of the indicator, and its evidence says
     *     nothing new. The columns of its issues are the {@linkplain RecordingField#key() keys} of
     *     the fields
     */
    public Optional<ImportReport> check(
            RoundId round, DistrictCode district, IndicatorId indicator) {
        Indicator agreed = rules.recordable(round, district, indicator);
        return file(round, district, agreed)
                .map(file ->
                        named(results.dryRun(file, Optional.of(round)), round, district, agreed));
    }

    /** The columns of the issues are the fields of the form. */
    private ImportReport named(
            ImportReport report, RoundId round, DistrictCode district, Indicator indicator) {
        RecordedFile file = recorded(round, district, indicator, List.of());
        Map<RecordingField, String> texts = texts(round, district, indicator.id());
        return report.withIssues(
                report.issues().stream()
                        .map(issue ->
                                file.field(texts, issue.line(), issue.column())
                                        .map(field ->
                                                new Issue(
                                                        issue.severity(),
                                                        issue.code(),
                                                        issue.line(),
                                                        field.key(),
                                                        issue.value(),
                                                        issue.message()))
                                        .orElse(issue))
                        .toList());
    }

    /**
     * What would be handed in now, and what that changes.
     *
     * @param last the newest step of the indicator that was shown; another one refuses it
     */
    public HandIn prepare(
            RoundId round, DistrictCode district, IndicatorId indicator, OptionalLong last) {
        Indicator agreed = rules.recordable(round, district, indicator);
        List<ReviewStep> steps = steps(round, district, indicator);
        refuseMoved(steps, last);
        Optional<ImportReport> effect = check(round, district, indicator);
        OptionalLong newest = newestImport(round, district, agreed);
        refuseIf(effect.isEmpty() && newest.isEmpty(), Reason.NOTHING_RECORDED);
        return new HandIn(
                new Shown(last, newest, effect),
                effect.isEmpty()
                        ? HandIn.Difference.NOTHING_TYPED
                        : isHandedIn(round, district, agreed, steps)
                                ? HandIn.Difference.NOTHING_CHANGED
                                : HandIn.Difference.SOMETHING);
    }

    /** Whether all that stands in the fields and counts as evidence is handed in already. */
    private boolean isHandedIn(
            RoundId round, DistrictCode district, Indicator indicator, List<ReviewStep> steps) {
        return steps.stream()
                .filter(ReviewStep::inForce)
                .filter(step -> step.action() == ReviewAction.SUBMITTED)
                .reduce((_, later) -> later)
                .filter(_ ->
                        texts(round, district, indicator.id())
                                .equals(handedIn(round, district, indicator.id())))
                .filter(step ->
                        evidenceOf(round, district, indicator).stream()
                                .noneMatch(one -> one.recordedAt().isAfter(step.happenedAt())))
                .isPresent();
    }

    /**
     * Hands an indicator in: what stands in the fields becomes figures, by an import with a file
     * like any other, and so does the day of receipt of its evidence. Where nothing stands there,
     * the figures that count are handed in.
     *
     * @param shown what {@link #prepare} gave to be shown; anything else refuses it
     * @return what the import did; a rejected one means that nothing was handed in. Absent where
     *     there was nothing to take in
     */
    public Optional<ImportReport> submit(
            RoundId round, DistrictCode district, IndicatorId indicator, Shown shown) {
        Indicator agreed = rules.recordable(round, district, indicator);
        // The import ranks the whole round anew.
        return RowScope.inProvince(() -> commit(round, district, agreed, shown));
    }

    private Optional<ImportReport> commit(
            RoundId round, DistrictCode district, Indicator agreed, Shown shown) {
        IndicatorId indicator = agreed.id();
        return writing.getUnless(
                RecordingService::isRejected,
                () -> {
                    lock(round, district, indicator, shown.last());
                    Optional<ImportFile> file = file(round, district, agreed);
                    refuseIf(
                            !file.map(ImportFile::sha256)
                                            .equals(shown.effect().map(ImportReport::sha256))
                                    || !newestImport(round, district, agreed)
                                            .equals(shown.newestImport()),
                            Reason.NOT_AS_SHOWN);
                    Map<RecordingField, String> texts = texts(round, district, indicator);
                    Optional<ImportReport> report =
                            file.map(taken -> results.commit(taken, Optional.of(round)));
                    if (isRejected(report)) {
                        return report.map(refused -> named(refused, round, district, agreed));
                    }
                    refuseIf(
                            !report.map(done -> change(done.levels(), district, indicator))
                                    .equals(
                                            shown.effect()
                                                    .map(asked ->
                                                            change(
                                                                    asked.levels(),
                                                                    district,
                                                                    indicator))),
                            Reason.NOT_AS_SHOWN);
                    OptionalLong newest = newestImport(round, district, agreed);
                    refuseIf(newest.isEmpty(), Reason.NOTHING_RECORDED);
                    drafts.clear(round, district, indicator);
                    reviews.addHandedIn(
                            round,
                            district,
                            indicator,
                            newest,
                            new HandedIn(
                                    report.map(ImportReport::id).orElse(OptionalLong.empty()),
                                    texts));
                    record(AuditAction.SUBMITTED, round, district, indicator, "");
                    return report;
                });
    }

    private static boolean isRejected(Optional<ImportReport> report) {
        return report.filter(one -> one.status() == Status.REJECTED).isPresent();
    }

    /** From which level to which one; others' points do not matter to whoever hands in. */
    private static List<OptionalInt> change(
            List<LevelChange> levels, DistrictCode district, IndicatorId indicator) {
        return levels.stream()
                .filter(change -> change.district().equals(district))
                .filter(change -> change.indicator().equals(indicator))
                .flatMap(change -> Stream.of(change.levelBefore(), change.levelAfter()))
                .toList();
    }

    /**
     * Accepts what was handed in.
     *
     * @param seen what was shown; anything else refuses it
     */
    public void accept(RoundId round, DistrictCode district, IndicatorId indicator, Seen seen) {
        Indicator agreed = rules.reviewable(round, indicator);
        review(round, district, agreed, seen, ReviewAction.ACCEPTED, "");
    }

    /**
     * Sends back what was handed in.
     *
     * @param seen what was shown; anything else refuses it
     * @param note what is to be mended; never blank
     */
    public void sendBack(
            RoundId round, DistrictCode district, IndicatorId indicator, Seen seen, String note) {
        Indicator agreed = rules.reviewable(round, indicator);
        refuseIf(note.isBlank(), Reason.NO_NOTE);
        refuseText(note, MAX_TEXT_LENGTH);
        review(round, district, agreed, seen, ReviewAction.SENT_BACK, note.strip());
    }

    /**
     * What taking the newest step in force back would do to figures.
     *
     * @return absent where it changes none: it is a step of the review, or nothing was taken in
     */
    public Optional<UndoReport> checkTakingBack(
            RoundId round, DistrictCode district, IndicatorId indicator) {
        ReviewStep step = takeable(round, district, indicator);
        return RowScope.inProvince(() -> undoing(step, undos::dryRun));
    }

    /**
     * Takes the newest step in force back, by a step of its own. What was handed in is taken back
     * by the district until somebody reviewed it; its figures count no more, and what was typed
     * stands in the form again. A review is taken back by whoever answers for the indicator.
     *
     * @param last the newest step of the indicator that was shown; another one refuses it
     * @param shown what {@link #checkTakingBack} answered; another effect on the level of the
     *     indicator refuses it
     * @param reason why; never blank for a review, at most {@link ReasonText#MAX_LENGTH} characters
     */
    public void takeBack(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            OptionalLong last,
            Optional<UndoReport> shown,
            String reason) {
        boolean handedIn = takeable(round, district, indicator).action() == ReviewAction.SUBMITTED;
        refuseIf(!handedIn && reason.isBlank(), Reason.NO_REASON);
        refuseText(reason, ReasonText.MAX_LENGTH);
        RowScope.inProvince(() ->
                writing.run(() -> {
                    lock(round, district, indicator, last);
                    ReviewStep step = newestInForce(round, district, indicator).orElseThrow();
                    Optional<UndoReport> undone =
                            undoing(
                                    step,
                                    id -> undos.undo(id, whyUndone(reason), Optional.empty()));
                    refuseIf(
                            !undone.map(done -> change(done.levels(), district, indicator))
                                    .equals(
                                            shown.map(asked ->
                                                    change(asked.levels(), district, indicator))),
                            Reason.NOT_AS_SHOWN);
                    reviews.takeBack(round, step, reason.strip());
                    record(AuditAction.TAKEN_BACK, round, district, indicator, reason.strip());
                }));
    }

    /** The step that whoever is signed in may take back now. */
    private ReviewStep takeable(RoundId round, DistrictCode district, IndicatorId indicator) {
        ReviewStep step =
                newestInForce(round, district, indicator)
                        .orElseThrow(() -> new Refused(Reason.NOTHING_TO_TAKE_BACK));
        if (step.action() == ReviewAction.SUBMITTED) {
            rules.recordable(round, district, indicator);
        } else {
            rules.reviewable(round, indicator);
        }
        rules.refuseSignedOff(round);
        return step;
    }

    private static Optional<UndoReport> undoing(
            ReviewStep step, LongFunction<Optional<UndoReport>> undo) {
        if (step.broughtImport().isEmpty()) {
            return Optional.empty();
        }
        try {
            return undo.apply(step.broughtImport().getAsLong());
        } catch (NotUndoableException refused) {
            throw new Refused(
                    refused.because() == NotUndoableException.Cause.SIGNED_OFF
                            ? Reason.SIGNED_OFF
                            : Reason.NOT_UNDOABLE);
        }
    }

    private static String whyUndone(String reason) {
        return reason.isBlank() ? RecordedFile.said("withdrawn") : reason.strip();
    }

    /**
     * Keeps a file as evidence.
     *
     * @return its id
     */
    public long attach(
            RoundId round, DistrictCode district, IndicatorId indicator, ImportFile file) {
        rules.recordable(round, district, indicator);
        refuseIf(file.content().length > MAX_EVIDENCE_BYTES, Reason.TOO_BIG);
        String name = withoutFolders(file);
        EvidenceType type =
                EvidenceType.of(file.content()).orElseThrow(() -> new Refused(Reason.WRONG_TYPE));
        return writing.get(() -> {
            long id = evidence.add(round, district, indicator, name, type, file.content());
            audit.record(
                    AuditAction.EVIDENCE_ADDED,
                    subject(round, district, indicator),
                    Map.of(),
                    Map.of("evidence", "" + id, "file", name, "sha256", file.sha256()));
            return id;
        });
    }

    /** Lets a file count no more; it is kept. What follows from that counts once handed in. */
    public void withdraw(long id) {
        Evidence found = known(id);
        rules.recordable(found.round(), found.district(), found.indicator());
        refuseIf(found.isPaper(), Reason.NOT_YOURS);
        writing.run(() -> withdraw(found));
    }

    private Evidence known(long id) {
        return evidence.find(id).orElseThrow(() -> new Refused(Reason.UNKNOWN));
    }

    private void withdraw(Evidence found) {
        evidence.withdraw(found.id());
        audit.record(
                AuditAction.EVIDENCE_WITHDRAWN,
                subject(found.round(), found.district(), found.indicator()),
                Map.of("evidence", "" + found.id(), "file", found.name()),
                Map.of());
    }

    /**
     * What recording paper would do.
     *
     * @return absent where it changes no figure: the indicator was not handed in yet, earlier
     *     evidence counts, or the agreement has no day of receipt of it
     */
    public Optional<ImportReport> checkPaper(
            RoundId round, DistrictCode district, IndicatorId indicator, Paper paper) {
        return check(adding(round, district, indicator, paper));
    }

    /**
     * Records that evidence came on paper, by whoever answers for the indicator. Where the
     * indicator was handed in, what follows from that counts at once, by an import like any other.
     *
     * @param shown the basis of what {@link #checkPaper} answered; another effect refuses it
     * @return what the import did; a rejected one means that nothing was recorded
     */
    public Optional<ImportReport> receivePaper(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            Paper paper,
            Optional<String> shown) {
        return take(
                adding(round, district, indicator, paper),
                shown,
                () -> {
                    long id =
                            evidence.addPaper(
                                    round, district, indicator, paper.what(), paper.day());
                    audit.record(
                            AuditAction.PAPER_RECEIVED,
                            subject(round, district, indicator),
                            Map.of(),
                            Map.of(
                                    "evidence",
                                    "" + id,
                                    "what",
                                    paper.what(),
                                    "day",
                                    paper.day().toString()));
                });
    }

    /** What withdrawing paper would do; absent where it changes no figure. */
    public Optional<ImportReport> checkPaperWithdrawal(long id) {
        return check(removing(id));
    }

    /**
     * Lets paper count no more; it is kept. Like {@link #receivePaper} it takes effect at once.
     *
     * @param shown the basis of what {@link #checkPaperWithdrawal} answered
     */
    public Optional<ImportReport> withdrawPaper(long id, Optional<String> shown) {
        return take(removing(id), shown, () -> withdraw(known(id)));
    }

    /**
     * A step of whoever answers for an indicator that changes which evidence counts.
     *
     * @param then what counts after it, of what counts before
     */
    private record PaperStep(
            RoundId round,
            DistrictCode district,
            Indicator indicator,
            UnaryOperator<List<Evidence>> then) {}

    private PaperStep adding(
            RoundId round, DistrictCode district, IndicatorId indicator, Paper paper) {
        Indicator agreed = rules.reviewable(round, indicator);
        Scoreboard board = scoreboards.find(round).orElseThrow();
        refuseIf(board.district(district).isEmpty(), Reason.UNKNOWN);
        refuseIf(paper.what().isEmpty(), Reason.NO_DESCRIPTION);
        refuseText(paper.what(), MAX_PAPER_LENGTH);
        refuseIf(paper.day().isAfter(Deadline.dayOf(clock.instant())), Reason.DAY_IN_FUTURE);
        refuseIf(
                paper.day().isBefore(board.stored().agreement().firstDay()),
                Reason.DAY_BEFORE_ROUND);
        Evidence added =
                new Evidence(
                        Long.MAX_VALUE,
                        round,
                        district,
                        indicator,
                        paper.what(),
                        new Evidence.Form.Paper(paper.day()),
                        clock.instant(),
                        "");
        return new PaperStep(
                round,
                district,
                agreed,
                before -> Stream.concat(before.stream(), Stream.of(added)).toList());
    }

    private PaperStep removing(long id) {
        Evidence found = known(id);
        Indicator agreed = rules.reviewable(found.round(), found.indicator());
        refuseIf(!found.isPaper(), Reason.NOT_YOURS);
        return new PaperStep(
                found.round(),
                found.district(),
                agreed,
                before -> {
                    refuseIf(
                            before.stream().noneMatch(one -> one.id() == id),
                            Reason.INDICATOR_MOVED);
                    return before.stream().filter(one -> one.id() != id).toList();
                });
    }

    private Optional<ImportReport> check(PaperStep step) {
        rules.refuseSignedOff(step.round());
        return file(step).map(file -> results.dryRun(file, Optional.of(step.round())));
    }

    private Optional<ImportReport> take(
            PaperStep step, Optional<String> shown, Runnable recording) {
        return writing.getUnless(
                RecordingService::isRejected,
                () -> {
                    lock(step.round());
                    Optional<ImportFile> file = file(step);
                    refuseIf(file.isPresent() != shown.isPresent(), Reason.INDICATOR_MOVED);
                    recording.run();
                    return file.map(effect ->
                            results.commit(
                                    effect, Optional.of(step.round()), shown, ImportProgress.NONE));
                });
    }

    /** What the step does to the figures; absent before the indicator is handed in. */
    private Optional<ImportFile> file(PaperStep step) {
        RoundId round = step.round();
        DistrictCode district = step.district();
        Indicator indicator = step.indicator();
        List<Evidence> then = step.then().apply(evidenceOf(round, district, indicator));
        if (ReviewState.after(newestInForce(round, district, indicator.id()))
                == ReviewState.NOT_SUBMITTED) {
            return Optional.empty();
        }
        return recorded(round, district, indicator, then)
                .ofPaper(evidence.countPaperSteps(round, district, indicator.id()) + 1);
    }

    /**
     * The day of receipt of evidence; absent where the agreement has none of the indicator. It asks
     * for nothing but what it is given, so it is not held to what whoever is signed in may do.
     *
     * @param scoreboard the round with the figures that count now
     * @param evidence all that counts of the indicator of the district
     */
    public Optional<DayOfReceipt> dayOfReceipt(
            Scoreboard scoreboard,
            DistrictCode district,
            Indicator indicator,
            List<Evidence> evidence) {
        return indicator
                .evidenceReceipt()
                .map(measure -> {
                    Optional<Measurement> counting =
                            scoreboard.measurement(district, indicator.key(measure.id()));
                    return new DayOfReceipt(
                            indicator,
                            measure,
                            scoreboard.stored().agreement().firstDay(),
                            Evidence.first(evidence),
                            counting,
                            counting.flatMap(figure -> imports.find(figure.origin().importId()))
                                    .filter(source -> source.kind() == ImportKind.ONLINE)
                                    .isPresent());
                });
    }

    private static String withoutFolders(ImportFile file) {
        String name = file.safeName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private void review(
            RoundId round,
            DistrictCode district,
            Indicator agreed,
            Seen seen,
            ReviewAction action,
            String note) {
        IndicatorId indicator = agreed.id();
        writing.run(() -> {
            lock(round, district, indicator, seen.last());
            refuseIf(
                    ReviewState.after(newestInForce(round, district, indicator))
                            == ReviewState.NOT_SUBMITTED,
                    Reason.NOT_SUBMITTED);
            Seen now =
                    Seen.of(
                            seen.last(),
                            scoreboards.find(round).orElseThrow(),
                            district,
                            agreed,
                            evidenceOf(round, district, agreed));
            refuseIf(!now.equals(seen), Reason.NOT_AS_SHOWN);
            reviews.add(round, district, indicator, action, note, now.newestImport());
            record(
                    action == ReviewAction.ACCEPTED ? AuditAction.ACCEPTED : AuditAction.SENT_BACK,
                    round,
                    district,
                    indicator,
                    note);
        });
    }

    /** Waits for the round, so that no two steps are taken on the same one before. */
    private void lock(
            RoundId round, DistrictCode district, IndicatorId indicator, OptionalLong last) {
        lock(round);
        refuseMoved(steps(round, district, indicator), last);
    }

    private static void refuseMoved(List<ReviewStep> steps, OptionalLong last) {
        refuseIf(
                !steps.stream().mapToLong(ReviewStep::id).max().equals(last),
                Reason.INDICATOR_MOVED);
    }

    private void lock(RoundId round) {
        refuseIfGone(() -> roundLock.lock(round));
        // Somebody may have signed it off while this waited.
        rules.refuseSignedOff(round);
    }

    private List<ReviewStep> steps(RoundId round, DistrictCode district, IndicatorId indicator) {
        return reviews.find(round, district).stream()
                .filter(step -> step.indicator().equals(indicator))
                .toList();
    }

    private Optional<ReviewStep> newestInForce(
            RoundId round, DistrictCode district, IndicatorId indicator) {
        return ReviewStep.newest(steps(round, district, indicator)).stream().findFirst();
    }

    private void record(
            AuditAction action,
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            String note) {
        audit.record(
                action,
                subject(round, district, indicator),
                Map.of(),
                note.isEmpty() ? Map.of() : Map.of("note", note));
    }

    /** Recorded late, figures are of the last day of the round, unless another day was typed. */
    private LocalDate asOf(RoundId round) {
        LocalDate today = Deadline.dayOf(clock.instant());
        LocalDate last = agreements.findInForce(round).orElseThrow().agreement().lastDay();
        return today.isAfter(last) ? last : today;
    }

    private Optional<ImportFile> file(RoundId round, DistrictCode district, Indicator indicator) {
        int submitted =
                (int)
                        steps(round, district, indicator.id()).stream()
                                .filter(step -> step.action() == ReviewAction.SUBMITTED)
                                .count();
        return recorded(round, district, indicator, evidenceOf(round, district, indicator))
                .ofDistrict(texts(round, district, indicator.id()), submitted + 1);
    }

    private Map<RecordingField, String> texts(
            RoundId round, DistrictCode district, IndicatorId indicator) {
        return Draft.texts(
                indicator, drafts.find(round, district), handedIn(round, district, indicator));
    }

    private List<Evidence> evidenceOf(RoundId round, DistrictCode district, Indicator indicator) {
        return evidence.find(round, district).stream()
                .filter(one -> one.indicator().equals(indicator.id()))
                .toList();
    }

    private RecordedFile recorded(
            RoundId round, DistrictCode district, Indicator indicator, List<Evidence> counting) {
        return new RecordedFile(
                round,
                district,
                indicator,
                asOf(round),
                // Asked with every key that is typed: most indicators have no such day.
                indicator
                        .evidenceReceipt()
                        .flatMap(_ ->
                                dayOfReceipt(
                                        scoreboards.find(round).orElseThrow(),
                                        district,
                                        indicator,
                                        counting)));
    }

    /** Absent where no figure of the indicator counts. */
    private OptionalLong newestImport(RoundId round, DistrictCode district, Indicator indicator) {
        return scoreboards.find(round).orElseThrow().newestImport(district, indicator);
    }
}
