package districtkpi.importer.result;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.place.DistrictRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.result.ImportKind;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.result.NewCellCorrection;
import districtkpi.db.result.NewImport;
import districtkpi.db.result.NewMeasurement;
import districtkpi.db.result.StoredImport;
import districtkpi.db.transaction.Snapshot;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.DateAnswer;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportEffect.Kind;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Counts;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.result.ResultFile.UndecidedColumn;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueLog;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Takes results files in, all or nothing. Whatever is wrong with a file is in the report; an
 * exception means that the database failed, and then nothing was stored.
 *
 * <p>Takes results files in. A commit reads, compares and stores under the locks of its rounds, so
 * that what it reports is what happened, whatever else is imported at the same time.
 *
 * @see "Decision record 0007: results files are read generously, understood strictly, taken whole"
 */
@Service
public final class ResultImportService {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final AgreementRepository agreements;
    private final DistrictRepository districts;
    private final ImportRepository imports;
    private final MeasurementRepository measurements;
    private final SignOffRepository signOffs;
    private final FigureStore figureStore;
    private final Clock clock;
    private final ImportLimits limits;
    private final Snapshot reading;
    private final WriteTransaction writing;

    ResultImportService(
            AgreementRepository agreements,
            DistrictRepository districts,
            ImportRepository imports,
            MeasurementRepository measurements,
            SignOffRepository signOffs,
            FigureStore figureStore,
            Clock clock,
            @Value("${district-kpi.import.max-bytes:" + ImportLimits.DEFAULT_BYTES + "}")
                    int maxBytes,
            Snapshot reading,
            WriteTransaction writing) {
        this.agreements = agreements;
        this.districts = districts;
        this.imports = imports;
        this.measurements = measurements;
        this.signOffs = signOffs;
        this.figureStore = figureStore;
        this.clock = clock;
        this.limits = ImportLimits.ofBytes(maxBytes);
        this.reading = reading;
        this.writing = writing;
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
     * @param source as it was handed in, with what was said of it
     * @param basis of the dry run that was shown, where there was one
     */
    private record Incoming(
            String name,
            byte[] content,
            String sha256,
            ImportKind kind,
            Optional<RoundId> requested,
            ImportFile source,
            ResultFile file,
            Purpose purpose,
            Optional<String> basis,
            ImportProgress progress) {

        IssueLog log() {
            return file.log();
        }

        DateAnswer dates() {
            return source.dates();
        }

        CellCorrections corrections() {
            return source.corrections();
        }

        Status success() {
            return purpose == Purpose.DRY_RUN ? Status.DRY_RUN : Status.COMMITTED;
        }
    }

    /**
     * Reads and checks a file and says what it would do; writes nothing.
     *
     * @param round the round of the file, where the file itself has none
     */
    public ImportReport dryRun(ImportFile file, Optional<RoundId> round) {
        return dryRun(file, round, ImportProgress.NONE);
    }

    /**
     * Like {@link #dryRun(ImportFile, Optional)}, watched.
     *
     * @throws districtkpi.importer.ImportCancelledException if the watcher gives it up
     */
    public ImportReport dryRun(ImportFile file, Optional<RoundId> round, ImportProgress progress) {
        Incoming incoming = receive(file, round, Purpose.DRY_RUN, Optional.empty(), progress);
        return reading.get(() -> take(incoming));
    }

    /**
     * Like {@link #dryRun(ImportFile, Optional)}, with every issue however many there are: for the
     * file of refused rows.
     */
    public ImportReport check(ImportFile file, Optional<RoundId> round) {
        ResultFile read = ResultFile.read(file, round, limits.ofRefusedRows());
        Incoming incoming =
                incoming(file, round, Purpose.DRY_RUN, Optional.empty(), ImportProgress.NONE, read);
        return reading.get(() -> take(incoming));
    }

    /**
     * Reads, checks and stores a file in one transaction; stores nothing if it has an error. The
     * same bytes again change nothing, unless their import was undone.
     *
     * @param round the round of the file, where the file itself has none
     */
    public ImportReport commit(ImportFile file, Optional<RoundId> round) {
        return commit(file, round, Optional.empty(), ImportProgress.NONE);
    }

    /**
     * Like {@link #commit(ImportFile, Optional)}, watched, and only if it does what was shown.
     *
     * @param basis of the dry run that was shown; if the commit would do anything else, it is
     *     refused with {@code DATA_MOVED}
     * @throws districtkpi.importer.ImportCancelledException if the watcher gives it up
     */
    public ImportReport commit(
            ImportFile file,
            Optional<RoundId> round,
            Optional<String> basis,
            ImportProgress progress) {
        return write(file, round, Purpose.RESULTS, basis, progress);
    }

    /** Like {@link #commit}, for made-up results, which stay marked as such. */
    public ImportReport commitDemonstration(ImportFile file) {
        return write(
                file,
                Optional.empty(),
                Purpose.DEMONSTRATION,
                Optional.empty(),
                ImportProgress.NONE);
    }

    private ImportReport write(
            ImportFile file,
            Optional<RoundId> round,
            Purpose purpose,
            Optional<String> basis,
            ImportProgress progress) {
        try {
            Incoming incoming = receive(file, round, purpose, basis, progress);
            return writing.get(() -> take(incoming));
        } catch (DuplicateKeyException sameBytesForAnotherRound) {
            // Another session took in the same bytes for a round that this one did not wait for;
            // now they can be seen.
            Incoming incoming = receive(file, round, purpose, basis, progress);
            return writing.get(() -> take(incoming));
        }
    }

    private Incoming receive(
            ImportFile file,
            Optional<RoundId> round,
            Purpose purpose,
            Optional<String> basis,
            ImportProgress progress) {
        int length = file.content().length;
        progress.read(0, length, 0);
        ResultFile read = ResultFile.read(file, round, limits);
        progress.read(length, length, read.rowCount());
        return incoming(file, round, purpose, basis, progress, read);
    }

    private static Incoming incoming(
            ImportFile file,
            Optional<RoundId> round,
            Purpose purpose,
            Optional<String> basis,
            ImportProgress progress,
            ResultFile read) {
        return new Incoming(
                file.safeName(),
                file.content(),
                file.sha256(),
                file.recordedOnline() ? ImportKind.ONLINE : ImportKind.RESULTS,
                round,
                file,
                read,
                purpose,
                basis,
                progress);
    }

    private ImportReport take(Incoming incoming) {
        Optional<ImportReport> repeated = reportIfImported(incoming);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        NavigableMap<RoundId, OpenRound> open = openRounds(incoming.file().rounds());
        if (incoming.purpose() != Purpose.DRY_RUN) {
            figureStore.lock(touched(incoming, open));
            // Another session may have taken in the same file, or another version of the
            // agreement, while this one waited.
            repeated = reportIfImported(incoming);
            if (repeated.isPresent()) {
                return repeated.get();
            }
            open = openRounds(incoming.file().rounds());
        }
        touched(incoming, open).stream()
                .filter(round -> signOffs.findHolding(round).isPresent())
                .forEach(round ->
                        incoming.log()
                                .add(
                                        IssueCode.ROUND_SIGNED_OFF,
                                        new Cell(0, "round", round.toString())));
        LocalDate today = LocalDate.now(clock.withZone(BANGKOK));
        List<NewMeasurement> figures = incoming.file().figures(open, today);
        askForDateOrder(incoming, figures, open, today);
        incoming.progress().throwIfCancelled();
        if (incoming.log().hasErrors()) {
            // What was shown had none: the agreement is another, or the day.
            return incoming.basis().isPresent()
                    ? moved(incoming)
                    : rejected(
                            incoming,
                            incoming.log().issues(),
                            changesOfGoodRows(incoming, figures, open));
        }
        NavigableSet<RoundId> rounds = touched(incoming, open);
        FigureEffect effect = figureStore.effect(figures, rounds);
        effect.reportOvertaken(incoming.log());
        ImportReport report = report(incoming, effect, OptionalLong.empty());
        if (incoming.basis().isPresent() && !incoming.basis().get().equals(report.basis())) {
            return moved(incoming);
        }
        incoming.progress().throwIfCancelled();
        if (incoming.purpose() == Purpose.DRY_RUN) {
            return report;
        }
        long id = store(incoming, figures, effect, rounds);
        incoming.progress().throwIfCancelled();
        return report(incoming, effect, OptionalLong.of(id));
    }

    /**
     * Refuses a file with days such as 3/4/2022 if it makes a difference to the figures that count,
     * or to what can be read at all, whether the day or the month stands first; once for each such
     * column. A level that waits for another measure does not tell.
     */
    private void askForDateOrder(
            Incoming incoming,
            List<NewMeasurement> figures,
            NavigableMap<RoundId, OpenRound> open,
            LocalDate today) {
        List<UndecidedColumn> undecided = incoming.file().undecidedDates();
        if (undecided.isEmpty()) {
            return;
        }
        NavigableSet<RoundId> rounds = touched(incoming, open);
        IssueLog log = incoming.log();
        FigureStore.Outcome dayFirst = figureStore.outcome(good(figures, log), rounds);
        Predicate<List<UndecidedColumn>> doesTheSame =
                columns -> {
                    IssueLog other = new IssueLog(0);
                    List<NewMeasurement> monthFirst =
                            incoming.file().figures(open, today, columns, other);
                    return log.hasErrorsOnTheLinesOf(other)
                            && dayFirst.equals(
                                    figureStore.outcome(good(monthFirst, other), rounds));
                };
        List<UndecidedColumn> asked =
                undecided.stream().filter(column -> !doesTheSame.test(List.of(column))).toList();
        if (asked.isEmpty() && undecided.size() > 1 && !doesTheSame.test(undecided)) {
            asked = undecided;
        }
        asked.forEach(column -> log.askForDateOrder(column.sheet(), column.cell()));
        log.enter("");
    }

    private static List<NewMeasurement> good(List<NewMeasurement> figures, IssueLog log) {
        return figures.stream()
                .filter(figure -> !log.hasErrorOn(figure.sheet(), figure.line()))
                .toList();
    }

    /** What the rows that nothing is wrong with would do, were it not for the others. */
    private List<ImportEffect.Change> changesOfGoodRows(
            Incoming incoming,
            List<NewMeasurement> figures,
            NavigableMap<RoundId, OpenRound> open) {
        List<NewMeasurement> good = good(figures, incoming.log());
        return figureStore.effect(good, touched(incoming, open)).shown().changes();
    }

    private static NavigableSet<RoundId> touched(
            Incoming incoming, NavigableMap<RoundId, OpenRound> open) {
        NavigableSet<RoundId> rounds = new TreeSet<>(incoming.file().rounds());
        rounds.retainAll(open.keySet());
        return rounds;
    }

    private static ImportReport report(Incoming incoming, FigureEffect effect, OptionalLong id) {
        return new ImportReport(
                        id,
                        incoming.success(),
                        incoming.name(),
                        incoming.sha256(),
                        Counts.of(incoming.file().rowCount(), effect.shown()),
                        incoming.log().issues(),
                        effect.shown())
                .withCells(incoming.corrections(), List.of());
    }

    /** The answer for bytes that were taken in before. */
    private Optional<ImportReport> reportIfImported(Incoming incoming) {
        Optional<StoredImport> stored =
                imports.findBySha256(incoming.sha256(), incoming.corrections().sha256());
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
        if (incoming.dates().isGiven() && meansOtherDays(incoming, first)) {
            incoming.log().addFile(IssueCode.IMPORTED_WITH_OTHER_DATES, first.id());
            return Optional.of(rejected(incoming));
        }
        return Optional.of(
                figureStore
                        .reportOf(first, incoming.success(), incoming.name())
                        .withCells(incoming.corrections(), List.of()));
    }

    /** A figure of a file. */
    private record Place(String sheet, int line, MeasureKey measure) {}

    /** Whether an import of the same bytes says something else where the order decides it. */
    private boolean meansOtherDays(Incoming incoming, StoredImport first) {
        LocalDate day = LocalDate.ofInstant(first.committedAt(), BANGKOK);
        Map<Place, NewMeasurement> meant = figuresBy(incoming, incoming.dates(), day);
        Map<Place, NewMeasurement> otherwise = figuresBy(incoming, incoming.dates().turned(), day);
        if (meant.equals(otherwise)) {
            return false;
        }
        Map<Place, Measurement> said =
                measurements.findSaid(first.id()).stream()
                        .collect(
                                Collectors.toMap(
                                        figure ->
                                                new Place(
                                                        figure.origin().sheet(),
                                                        figure.origin().line(),
                                                        figure.measure()),
                                        figure -> figure,
                                        (one, _) -> one));
        boolean anyUnreadable =
                said.keySet().stream()
                        .anyMatch(
                                place -> otherwise.containsKey(place) && !meant.containsKey(place));
        return anyUnreadable
                || meant.entrySet().stream()
                        .anyMatch(entry ->
                                isOther(
                                        entry.getValue(),
                                        Optional.ofNullable(otherwise.get(entry.getKey())),
                                        Optional.ofNullable(said.get(entry.getKey()))));
    }

    /** What does not depend on the order may differ for other reasons, as by a new agreement. */
    private static boolean isOther(
            NewMeasurement meant, Optional<NewMeasurement> otherwise, Optional<Measurement> said) {
        if (said.isEmpty()) {
            return true;
        }
        boolean orderDecidesDay =
                otherwise.map(turned -> !turned.asOf().equals(meant.asOf())).orElse(true);
        boolean orderDecidesValue =
                otherwise.map(turned -> !turned.value().equals(meant.value())).orElse(true);
        return (orderDecidesDay && !meant.asOf().equals(said.get().asOf()))
                || (orderDecidesValue
                        && !FigureComparison.isSame(said.get().value(), meant.value()));
    }

    /**
     * @param day of import, which figures without a day describe
     */
    private Map<Place, NewMeasurement> figuresBy(
            Incoming incoming, DateAnswer dates, LocalDate day) {
        ImportFile file = incoming.source().with(dates);
        ResultFile read = ResultFile.read(file, incoming.requested(), limits);
        return read.figures(openRounds(read.rounds()), day).stream()
                .collect(
                        Collectors.toMap(
                                figure ->
                                        new Place(figure.sheet(), figure.line(), figure.measure()),
                                figure -> figure,
                                (one, _) -> one));
    }

    private ImportReport rejected(Incoming incoming) {
        return rejected(incoming, incoming.log().issues(), List.of());
    }

    /** A refusal that says first of all that something else was shown. */
    private ImportReport moved(Incoming incoming) {
        IssueLog log = new IssueLog(1);
        log.addFile(IssueCode.DATA_MOVED);
        return rejected(
                incoming,
                Stream.concat(log.issues().stream(), incoming.log().issues().stream()).toList(),
                List.of());
    }

    private static ImportReport rejected(
            Incoming incoming, List<Issue> issues, List<ImportEffect.Change> changes) {
        return ImportReport.rejected(
                        incoming.name(),
                        incoming.sha256(),
                        Counts.rejected(
                                incoming.file().rowCount(), incoming.file().rejectedCount()),
                        issues)
                .withEffect(new ImportEffect(changes, List.of(), List.of()))
                .withCells(incoming.corrections(), incoming.file().wrongCells());
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
                            used.contains(agreement.round())
                                    ? openRound(agreement)
                                    : new OpenRound(agreement, List.of()));
                });
        return open;
    }

    private OpenRound openRound(Agreement agreement) {
        List<District> all = districts.findAll(agreement.provinceCode());
        return new OpenRound(
                agreement,
                all.stream().filter(one -> one.isValidOn(agreement.lastDay())).toList(),
                DistrictNames.endedWithin(all, agreement.firstDay(), agreement.lastDay()));
    }

    /** What was mended, with whose row it is. */
    private static List<NewCellCorrection> corrections(
            Incoming incoming, List<NewMeasurement> figures) {
        Map<Row, DistrictCode> districts =
                figures.stream()
                        .collect(
                                Collectors.toMap(
                                        figure -> new Row(figure.sheet(), figure.line()),
                                        NewMeasurement::district,
                                        (one, _) -> one));
        return incoming.corrections().all().stream()
                .map(one ->
                        new NewCellCorrection(
                                one.sheet(),
                                one.line(),
                                one.column() + 1,
                                one.heading(),
                                one.before(),
                                one.after(),
                                districts.get(new Row(one.sheet(), one.line())),
                                one.at()))
                .toList();
    }

    /** Where figures stand. */
    private record Row(String sheet, int line) {}

    private long store(
            Incoming incoming,
            List<NewMeasurement> figures,
            FigureEffect effect,
            Set<RoundId> rounds) {
        return figureStore.store(
                new NewImport(
                        incoming.kind(),
                        incoming.name(),
                        incoming.content(),
                        incoming.sha256(),
                        rounds,
                        incoming.file().rowCount(),
                        effect.shown().count(Kind.CREATED),
                        effect.shown().count(Kind.CHANGED),
                        effect.shown().count(Kind.UNCHANGED),
                        incoming.log().warnings(),
                        incoming.purpose() == Purpose.DEMONSTRATION,
                        corrections(incoming, figures),
                        incoming.corrections().sha256()),
                effect,
                incoming.log().issues());
    }
}
