package districtkpi.importer.result;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.place.DistrictRepository;
import districtkpi.db.result.ImportIssue;
import districtkpi.db.result.ImportIssueRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.NewImport;
import districtkpi.db.result.NewMeasurement;
import districtkpi.db.result.StoredImport;
import districtkpi.db.scoreboard.ScoreRepository;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Impact;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueCode;
import districtkpi.importer.table.IssueLog;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes results files in. A commit reads, compares and stores under the locks of its rounds, so
 * that what it reports is what happened, whatever else is imported at the same time.
 *
 * @see "Decision record 0007: results files are read generously, understood strictly, taken whole"
 */
@Service
final class TransactionalResultImportService implements ResultImportService {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final AgreementRepository agreements;
    private final DistrictRepository districts;
    private final ImportRepository imports;
    private final ImportIssueRepository issues;
    private final ScoreRepository scores;
    private final ScoreboardQuery scoreboards;
    private final Clock clock;
    private final ImportLimits limits;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    TransactionalResultImportService(
            AgreementRepository agreements,
            DistrictRepository districts,
            ImportRepository imports,
            ImportIssueRepository issues,
            ScoreRepository scores,
            ScoreboardQuery scoreboards,
            Clock clock,
            @Value("${district-kpi.import.max-bytes:" + ImportLimits.DEFAULT_BYTES + "}")
                    int maxBytes,
            PlatformTransactionManager transactions) {
        this.agreements = agreements;
        this.districts = districts;
        this.imports = imports;
        this.issues = issues;
        this.scores = scores;
        this.scoreboards = scoreboards;
        this.clock = clock;
        this.limits = ImportLimits.ofBytes(maxBytes);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        // One snapshot for everything that is compared.
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.writing = new TransactionTemplate(transactions);
        // What others committed while this import waited for its locks has to be seen.
        this.writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** What is to become of a file. */
    private enum Purpose {
        DRY_RUN,
        RESULTS,
        DEMONSTRATION
    }

    /**
     * A file on its way in.
     *
     * @param name as it may be stored and shown
     */
    private record Incoming(
            String name,
            byte[] content,
            String sha256,
            Optional<RoundId> requested,
            ResultFile file,
            Purpose purpose) {

        IssueLog log() {
            return file.log();
        }

        Status success() {
            return purpose == Purpose.DRY_RUN ? Status.DRY_RUN : Status.COMMITTED;
        }
    }

    @Override
    public ImportReport dryRun(ImportFile file, Optional<RoundId> round) {
        Incoming incoming = receive(file, round, Purpose.DRY_RUN);
        return reading.execute(status -> take(incoming));
    }

    @Override
    public ImportReport commit(ImportFile file, Optional<RoundId> round) {
        return write(file, round, Purpose.RESULTS);
    }

    @Override
    public ImportReport commitDemonstration(ImportFile file) {
        return write(file, Optional.empty(), Purpose.DEMONSTRATION);
    }

    private ImportReport write(ImportFile file, Optional<RoundId> round, Purpose purpose) {
        try {
            Incoming incoming = receive(file, round, purpose);
            return writing.execute(status -> take(incoming));
        } catch (DuplicateKeyException sameBytesForAnotherRound) {
            // Another session took in the same bytes for a round that this one did not wait for;
            // now they can be seen.
            Incoming incoming = receive(file, round, purpose);
            return writing.execute(status -> take(incoming));
        }
    }

    private Incoming receive(ImportFile file, Optional<RoundId> round, Purpose purpose) {
        return new Incoming(
                file.safeName(),
                file.content(),
                file.sha256(),
                round,
                ResultFile.read(file, round, limits),
                purpose);
    }

    private ImportReport take(Incoming incoming) {
        Optional<ImportReport> repeated = reportIfImported(incoming);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        NavigableMap<RoundId, OpenRound> open = openRounds(incoming.file().rounds());
        if (incoming.purpose() != Purpose.DRY_RUN) {
            open.navigableKeySet().stream()
                    .filter(incoming.file().rounds()::contains)
                    .forEach(imports::lock);
            // Another session may have taken in the same file, or another version of the
            // agreement, while this one waited.
            repeated = reportIfImported(incoming);
            if (repeated.isPresent()) {
                return repeated.get();
            }
            open = openRounds(incoming.file().rounds());
        }
        LocalDate today = LocalDate.now(clock.withZone(BANGKOK));
        List<NewMeasurement> figures = incoming.file().figures(open, today);
        if (incoming.log().hasErrors()) {
            return rejected(incoming);
        }
        FigureComparison comparison = FigureComparison.of(figures, imports);
        NavigableSet<RoundId> rounds = new TreeSet<>(incoming.file().rounds());
        rounds.retainAll(open.keySet());
        List<Impact> impact = impact(rounds, comparison.toStore());
        OptionalLong id =
                incoming.purpose() == Purpose.DRY_RUN
                        ? OptionalLong.empty()
                        : OptionalLong.of(store(incoming, comparison, rounds));
        return new ImportReport(
                id,
                incoming.success(),
                incoming.name(),
                incoming.sha256(),
                incoming.file().rowCount(),
                comparison.created(),
                comparison.changed(),
                comparison.unchanged(),
                0,
                incoming.log().issues(),
                impact);
    }

    /** The answer for bytes that were taken in before. */
    private Optional<ImportReport> reportIfImported(Incoming incoming) {
        Optional<StoredImport> stored = imports.findBySha256(incoming.sha256());
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        StoredImport first = stored.get();
        if (incoming.requested().isPresent()
                && !first.rounds().equals(Set.of(incoming.requested().get()))) {
            incoming.log()
                    .addFile(
                            IssueCode.IMPORTED_FOR_OTHER_ROUND,
                            String.join(
                                    ", ", first.rounds().stream().map(RoundId::toString).toList()),
                            first.id(),
                            incoming.requested().get());
            return Optional.of(rejected(incoming));
        }
        ZonedDateTime time = first.committedAt().atZone(BANGKOK);
        LocalizedText day = DateReader.shown(time.toLocalDate());
        IssueLog log = new IssueLog(limits.issues());
        log.addFile(
                IssueCode.ALREADY_IMPORTED,
                new LocalizedText(
                        day.th() + " เวลา " + TIME.format(time) + " น.",
                        day.en() + " at " + TIME.format(time)),
                first.id());
        return Optional.of(
                new ImportReport(
                        OptionalLong.of(first.id()),
                        incoming.success(),
                        incoming.name(),
                        incoming.sha256(),
                        first.rows(),
                        0,
                        0,
                        first.created() + first.changed() + first.unchanged(),
                        0,
                        log.issues(),
                        impact(new TreeSet<>(first.rounds()), List.of())));
    }

    private ImportReport rejected(Incoming incoming) {
        return new ImportReport(
                OptionalLong.empty(),
                Status.REJECTED,
                incoming.name(),
                incoming.sha256(),
                incoming.file().rowCount(),
                0,
                0,
                0,
                incoming.file().rejectedCount(),
                incoming.log().issues(),
                List.of());
    }

    /** All rounds that are open, those that a file is about with their districts. */
    private NavigableMap<RoundId, OpenRound> openRounds(Set<RoundId> used) {
        NavigableMap<RoundId, OpenRound> open = new TreeMap<>();
        agreements
                .findAllInForce()
                .forEach(stored -> {
                    Agreement agreement = stored.agreement();
                    open.put(
                            agreement.round(),
                            new OpenRound(
                                    agreement,
                                    used.contains(agreement.round())
                                            ? districts(agreement)
                                            : List.of()));
                });
        return open;
    }

    private List<District> districts(Agreement agreement) {
        return districts.findValid(agreement.provinceCode(), agreement.lastDay());
    }

    private long store(Incoming incoming, FigureComparison comparison, Set<RoundId> rounds) {
        long id =
                imports.add(
                        new NewImport(
                                incoming.name(),
                                incoming.content(),
                                incoming.sha256(),
                                rounds,
                                incoming.file().rowCount(),
                                comparison.created(),
                                comparison.changed(),
                                comparison.unchanged(),
                                incoming.log().warnings(),
                                incoming.purpose() == Purpose.DEMONSTRATION),
                        comparison.toStore());
        issues.add(issues(id, incoming.log().issues()));
        rounds.forEach(scores::rebuild);
        return id;
    }

    /** What stays with an import, in the order in which the report has it. */
    private static List<ImportIssue> issues(long id, List<Issue> reported) {
        return IntStream.range(0, reported.size())
                .mapToObj(i -> {
                    Issue issue = reported.get(i);
                    return new ImportIssue(
                            id,
                            i + 1,
                            issue.severity().name(),
                            issue.code(),
                            issue.line(),
                            issue.column(),
                            issue.value(),
                            issue.message());
                })
                .toList();
    }

    private List<Impact> impact(NavigableSet<RoundId> rounds, List<NewMeasurement> added) {
        return rounds.stream()
                .flatMap(round -> scoreboards.find(round).stream())
                .flatMap(
                        board -> Impact.between(board.ranking(), board.rankingWith(added)).stream())
                .toList();
    }
}
