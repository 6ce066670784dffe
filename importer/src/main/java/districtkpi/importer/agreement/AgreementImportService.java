package districtkpi.importer.agreement;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.place.DistrictRepository;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scoreboard.ScoreRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.transaction.Snapshot;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Counts;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.issue.AgreementIssueCode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Takes agreement files in: opens the round that the file names, or adds a version to it. Whatever
 * is wrong with a file is in the report; an exception means that the database failed, and then
 * nothing was stored.
 *
 * <p>Takes agreement files in. A commit compares and stores under the lock of its round, so that
 * what it reports is what happened, whatever else is imported at the same time.
 */
@Service
public final class AgreementImportService {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final AgreementReader reader;
    private final AgreementRepository agreements;
    private final DistrictRepository districts;
    private final ImportRepository imports;
    private final MeasurementRepository measurements;
    private final OverrideRepository overrides;
    private final ScoreRepository scores;
    private final PublicationRepository publications;
    private final AuditTrail audit;
    private final Clock clock;
    private final Snapshot reading;
    private final WriteTransaction writing;

    AgreementImportService(
            AgreementReader reader,
            AgreementRepository agreements,
            DistrictRepository districts,
            ImportRepository imports,
            MeasurementRepository measurements,
            OverrideRepository overrides,
            ScoreRepository scores,
            PublicationRepository publications,
            AuditTrail audit,
            Clock clock,
            Snapshot reading,
            WriteTransaction writing) {
        this.reader = reader;
        this.agreements = agreements;
        this.districts = districts;
        this.imports = imports;
        this.measurements = measurements;
        this.overrides = overrides;
        this.scores = scores;
        this.publications = publications;
        this.audit = audit;
        this.clock = clock;
        this.reading = reading;
        this.writing = writing;
    }

    /** A file that could be read. */
    private record Posted(
            String file, String sha256, AgreementReading reading, Agreement agreement) {}

    /**
     * What a posted agreement does.
     *
     * @param inForce the version that it replaces; absent if it opens the round
     */
    private record Effect(
            Optional<StoredAgreement> inForce, AgreementIssues issues, List<Impact> impact) {

        boolean changesNothing(Posted posted) {
            return inForce.filter(stored -> stored.agreement().equals(posted.agreement()))
                    .isPresent();
        }
    }

    /** Reads and checks an agreement and says what it would do; writes nothing. */
    public ImportReport dryRun(ImportFile file) {
        AgreementReading read = reader.read(file.content());
        if (read.agreement().isEmpty()) {
            return unreadable(file, read);
        }
        Posted posted = posted(file, read, read.agreement().get());
        return reading.get(() -> {
            Effect effect = effect(posted);
            return effect.issues().errors() > 0
                    ? rejected(posted, effect)
                    : report(posted, effect, Status.DRY_RUN, OptionalLong.empty());
        });
    }

    /**
     * Reads, checks and stores an agreement in one transaction. The one in force, posted again as
     * YAML or as JSON, changes nothing.
     */
    public ImportReport commit(ImportFile file) {
        return commit(file, Optional.empty());
    }

    /**
     * The same, guarded.
     *
     * @param basis of the dry run that was shown; if the commit would do anything else, it is
     *     refused with {@code DATA_MOVED}
     */
    public ImportReport commit(ImportFile file, Optional<String> basis) {
        AgreementReading read = reader.read(file.content());
        if (read.agreement().isEmpty()) {
            return unreadable(file, read);
        }
        Posted posted = posted(file, read, read.agreement().get());
        Optional<ImportReport> report =
                writing.getUnless(Optional::isEmpty, () -> commit(posted, basis));
        // Somebody else opened the round meanwhile. Now it is there to be locked.
        return report.or(() -> writing.getUnless(Optional::isEmpty, () -> commit(posted, basis)))
                .orElseThrow(() ->
                        new IllegalStateException("Not opened: " + posted.agreement().round()));
    }

    /** Nothing if the round was opened by somebody else after it was looked at. */
    private Optional<ImportReport> commit(Posted posted, Optional<String> basis) {
        if (agreements.findInForce(posted.agreement().round()).isPresent()) {
            imports.lock(posted.agreement().round());
        }
        Effect effect = effect(posted);
        if (effect.issues().errors() > 0) {
            return Optional.of(rejected(posted, effect));
        }
        if (effect.changesNothing(posted)) {
            long id = effect.inForce().orElseThrow().id();
            return Optional.of(report(posted, effect, Status.COMMITTED, OptionalLong.of(id)));
        }
        ImportReport shown = report(posted, effect, Status.DRY_RUN, OptionalLong.empty());
        if (basis.isPresent() && !basis.get().equals(shown.basis())) {
            AgreementIssues issues = new AgreementIssues();
            issues.add(AgreementIssueCode.DATA_MOVED, 0, "", "");
            return Optional.of(rejected(posted, new Effect(effect.inForce(), issues, List.of())));
        }
        StoredAgreement stored =
                agreements.add(
                        posted.agreement(),
                        posted.file(),
                        posted.reading().document(),
                        posted.sha256());
        if (stored.version() != nextVersion(effect)) {
            return Optional.empty();
        }
        record(stored);
        scores.rebuild(posted.agreement().round());
        return Optional.of(report(posted, effect, Status.COMMITTED, OptionalLong.of(stored.id())));
    }

    private void record(StoredAgreement stored) {
        int version = stored.version();
        audit.record(
                AuditAction.AGREED,
                "round " + stored.agreement().round(),
                version == 1 ? Map.of() : Map.of("version", String.valueOf(version - 1)),
                Map.of(
                        "version",
                        String.valueOf(version),
                        "file",
                        stored.file(),
                        "sha256",
                        stored.sha256()));
    }

    private Effect effect(Posted posted) {
        Agreement agreement = posted.agreement();
        AgreementIssues issues = new AgreementIssues();
        Optional<StoredAgreement> inForce = agreements.findInForce(agreement.round());
        if (districts(agreement).isEmpty()) {
            issues.add(
                    AgreementIssueCode.UNKNOWN_PROVINCE,
                    0,
                    "province",
                    agreement.provinceCode(),
                    agreement.provinceCode());
        }
        if (inForce.filter(stored -> stored.agreement().equals(agreement)).isEmpty()) {
            lookForDistricts(posted, issues);
        }
        if (inForce.isEmpty()) {
            issues.add(AgreementIssueCode.ROUND_OPENED, 0, "", "", agreement.round());
            lookAtRound(posted, issues);
            return new Effect(inForce, issues, List.of());
        }
        StoredAgreement stored = inForce.get();
        if (stored.agreement().equals(agreement)) {
            issues.add(
                    AgreementIssueCode.ALREADY_IN_FORCE,
                    0,
                    "",
                    "",
                    agreement.round(),
                    stored.version());
        } else {
            RoundFigures figures =
                    new RoundFigures(stored.agreement(), measurements.findAll(agreement.round()));
            figures.check(agreement, posted.reading().measureLines(), issues);
            figures.checkDistricts(
                    districts(stored.agreement()), districts(agreement), agreement, issues);
            publications
                    .findNewest(agreement.round())
                    .ifPresent(published ->
                            issues.add(
                                    AgreementIssueCode.ROUND_PUBLISHED,
                                    0,
                                    "",
                                    "",
                                    agreement.round(),
                                    published.revision()));
            issues.add(
                    AgreementIssueCode.NEW_VERSION,
                    0,
                    "",
                    "",
                    stored.version() + 1,
                    agreement.round());
        }
        return new Effect(inForce, issues, impact(stored.agreement(), agreement));
    }

    /** Terms of a district that is not in the round would never hold for anybody. */
    private void lookForDistricts(Posted posted, AgreementIssues issues) {
        List<DistrictCode> known =
                districts(posted.agreement()).stream().map(District::code).toList();
        for (DistrictCode district : posted.agreement().districtsWithTerms()) {
            if (!known.contains(district)) {
                issues.add(
                        AgreementIssueCode.UNKNOWN_DISTRICT,
                        posted.reading().districtLines().getOrDefault(district, 0),
                        "district",
                        district.value(),
                        district);
            }
        }
    }

    /** A round that is opened by a slip of the pen stands on every screen. */
    private void lookAtRound(Posted posted, AgreementIssues issues) {
        List<RoundId> opened =
                agreements.findAllInForce().stream()
                        .map(stored -> stored.agreement().round())
                        .toList();
        Agreement agreement = posted.agreement();
        UnusualRound.find(
                        agreement.round(),
                        agreement.firstDay(),
                        opened,
                        LocalDate.now(clock.withZone(BANGKOK)))
                .ifPresent(unusual ->
                        issues.add(
                                AgreementIssueCode.UNUSUAL_ROUND,
                                posted.reading().roundLine(),
                                "round",
                                unusual.round().toString(),
                                unusual.round(),
                                unusual.start(),
                                unusual.distance(),
                                unusual.likely()));
    }

    private static int nextVersion(Effect effect) {
        return effect.inForce().map(stored -> stored.version() + 1).orElse(1);
    }

    /** Empty while the round has no figures: then there is nothing that could change. */
    private List<Impact> impact(Agreement before, Agreement after) {
        LocalDate today = LocalDate.now(clock.withZone(BANGKOK));
        List<Measurement> counting = measurements.findCounting(after.round(), today);
        if (counting.isEmpty()) {
            return List.of();
        }
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values = new HashMap<>();
        counting.forEach(figure ->
                values.computeIfAbsent(figure.district(), _ -> new HashMap<>())
                        .put(figure.measure(), figure.value()));
        List<LevelOverride> inForce = overrides.findInForce(after.round());
        return Impact.between(
                Scoreboard.rank(before.on(today), districts(before), values, inForce),
                Scoreboard.rank(after.on(today), districts(after), values, inForce));
    }

    private List<District> districts(Agreement agreement) {
        return districts.findValid(agreement.provinceCode(), agreement.lastDay());
    }

    private static Posted posted(ImportFile file, AgreementReading read, Agreement agreement) {
        return new Posted(file.safeName(), file.sha256(), read, agreement);
    }

    private static ImportReport unreadable(ImportFile file, AgreementReading read) {
        return ImportReport.rejected(
                file.safeName(),
                file.sha256(),
                Counts.rejected(read.indicators(), read.faulty()),
                read.issues());
    }

    private static ImportReport rejected(Posted posted, Effect effect) {
        return ImportReport.rejected(
                posted.file(),
                posted.sha256(),
                Counts.rejected(posted.reading().indicators(), 0),
                issues(posted, effect));
    }

    private static ImportReport report(
            Posted posted, Effect effect, Status status, OptionalLong id) {
        List<Indicator> indicators = posted.agreement().indicators().toList();
        Collection<Indicator> known =
                effect.inForce().map(s -> s.agreement().indicators().toList()).orElse(List.of());
        int unchanged = (int) indicators.stream().filter(known::contains).count();
        int created =
                (int)
                        indicators.stream()
                                .filter(i -> known.stream().noneMatch(k -> k.id().equals(i.id())))
                                .count();
        return new ImportReport(
                id,
                status,
                posted.file(),
                posted.sha256(),
                new Counts(
                        indicators.size(),
                        created,
                        indicators.size() - created - unchanged,
                        unchanged,
                        0),
                issues(posted, effect),
                new ImportEffect(List.of(), List.of(), effect.impact()));
    }

    /** What is said of the round, which has no line, then what is said of the file. */
    private static List<Issue> issues(Posted posted, Effect effect) {
        return Stream.concat(effect.issues().inOrder().stream(), posted.reading().issues().stream())
                .toList();
    }
}
