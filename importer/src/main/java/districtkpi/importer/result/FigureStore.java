package districtkpi.importer.result;

import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.result.ImportIssue;
import districtkpi.db.result.ImportIssueRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.result.NewImport;
import districtkpi.db.result.NewMeasurement;
import districtkpi.db.result.StoredImport;
import districtkpi.db.result.UndoneImport;
import districtkpi.db.scoreboard.ScoreRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportEffect.Change;
import districtkpi.importer.ImportEffect.Figure;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportEffect.LevelChange;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Counts;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.Issue;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.IssueLog;
import districtkpi.scoring.Ranking;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Compares figures with those that count, says what they do, and stores them: the last step of
 * every import, wherever its figures come from.
 *
 * <p>Within one transaction: {@link #lock} the rounds (not for a dry run), ask for the {@link
 * #effect}, and {@link #store} exactly that.
 */
@Component
public class FigureStore {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ImportRepository imports;
    private final MeasurementRepository measurements;
    private final ImportIssueRepository issues;
    private final ScoreRepository scores;
    private final ScoreboardQuery scoreboards;
    private final AuditTrail audit;

    FigureStore(
            ImportRepository imports,
            MeasurementRepository measurements,
            ImportIssueRepository issues,
            ScoreRepository scores,
            ScoreboardQuery scoreboards,
            AuditTrail audit) {
        this.imports = imports;
        this.measurements = measurements;
        this.issues = issues;
        this.scores = scores;
        this.scoreboards = scoreboards;
        this.audit = audit;
    }

    /** Makes all others who write to these rounds wait until the transaction ends. */
    public void lock(SortedSet<RoundId> rounds) {
        rounds.forEach(imports::lock);
    }

    /**
     * What figures would do. Writes nothing.
     *
     * @param figures each measure of each district once for each day
     * @param rounds that the figures are about, all of them open
     */
    public FigureEffect effect(List<NewMeasurement> figures, SortedSet<RoundId> rounds) {
        FigureComparison comparison = FigureComparison.of(figures, measurements);
        List<LevelChange> levels = new ArrayList<>();
        List<Impact> impact = new ArrayList<>();
        Map<RoundId, Scoreboard> boards = new HashMap<>();
        rounds.forEach(round -> boards.put(round, board(round)));
        Map<Change, Figure> overtaken = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        for (Change change : comparison.changes()) {
            Optional<Figure> counting =
                    change.kind() == ImportEffect.Kind.UNCHANGED
                            ? Optional.empty()
                            : Optional.ofNullable(boards.get(change.round()))
                                    .flatMap(board -> countingAfter(change, board));
            Change known = counting.isPresent() ? change.overtaken() : change;
            changes.add(known);
            counting.ifPresent(figure -> overtaken.put(known, figure));
        }
        for (RoundId round : rounds) {
            Scoreboard board = Objects.requireNonNull(boards.get(round));
            Ranking after = board.rankingWith(comparison.toStore());
            levels.addAll(LevelChange.between(board.ranking(), after, comparison.changes()));
            impact.addAll(Impact.between(board.ranking(), after));
        }
        return new FigureEffect(
                new ImportEffect(changes, levels, impact),
                comparison.toStore(),
                comparison.toConfirm(),
                overtaken);
    }

    /** The figure of a later day that counts today. */
    private static Optional<Figure> countingAfter(Change change, Scoreboard board) {
        return board.measurement(change.district(), change.measure())
                .filter(counting -> counting.asOf().isAfter(change.asOf()))
                .map(Figure::of);
    }

    /**
     * What figures come to.
     *
     * @param now the values that count today, of each round
     * @param later figures of days to come, without their places in the file
     */
    record Outcome(List<Map<DistrictCode, Map<MeasureKey, MeasuredValue>>> now, Set<Later> later) {}

    /** A figure that counts from a day to come. */
    record Later(
            RoundId round,
            DistrictCode district,
            MeasureKey measure,
            LocalDate asOf,
            MeasuredValue value) {}

    /**
     * What would count with figures. Writes nothing.
     *
     * @param figures each measure of each district once for each day
     * @param rounds that the figures are about, all of them open
     */
    Outcome outcome(List<NewMeasurement> figures, SortedSet<RoundId> rounds) {
        List<Map<DistrictCode, Map<MeasureKey, MeasuredValue>>> now = new ArrayList<>();
        Set<Later> later = new HashSet<>();
        for (RoundId round : rounds) {
            Scoreboard board = board(round);
            now.add(board.valuesWith(figures));
            figures.stream()
                    .filter(figure -> figure.round().equals(round))
                    .filter(figure -> figure.asOf().isAfter(board.asOf()))
                    .forEach(figure ->
                            later.add(
                                    new Later(
                                            round,
                                            figure.district(),
                                            figure.measure(),
                                            figure.asOf(),
                                            figure.value())));
        }
        return new Outcome(now, later);
    }

    /**
     * The answer for bytes that were taken in before: they change nothing.
     *
     * @param name of the file this time
     */
    public ImportReport reportOf(StoredImport first, Status status, String name) {
        ZonedDateTime time = first.committedAt().atZone(BANGKOK);
        LocalizedText day = DateReader.shown(time.toLocalDate());
        IssueLog log = new IssueLog(1);
        log.addFile(
                IssueCode.ALREADY_IMPORTED,
                ImportTexts.text("result.time", day, TIME.format(time)),
                first.id());
        return new ImportReport(
                OptionalLong.of(first.id()),
                status,
                name,
                first.sha256(),
                new Counts(first.rows(), 0, 0, measurements.findSaid(first.id()).size(), 0),
                log.issues(),
                effect(List.of(), first.rounds()).shown());
    }

    /**
     * Stores an import, writes it into the audit, and rebuilds the scores of its rounds.
     *
     * @param effect as found in the same transaction, after its rounds were locked
     * @param reported what stays with the import, in the order in which the report has it
     * @return the id of the import
     * @throws org.springframework.dao.DuplicateKeyException if an import of the same bytes is in
     *     force
     */
    public long store(NewImport newImport, FigureEffect effect, List<Issue> reported) {
        long id = imports.add(newImport, effect.toStore());
        audit.record(AuditAction.IMPORTED, "import " + id, Map.of(), audited(newImport));
        measurements.confirm(id, effect.toConfirm());
        issues.add(issues(id, reported));
        newImport.rounds().forEach(scores::rebuild);
        return id;
    }

    private static Map<String, String> audited(NewImport newImport) {
        Map<String, String> audited = new TreeMap<>();
        audited.put("file", newImport.file());
        audited.put(
                "rounds",
                newImport.rounds().stream()
                        .sorted()
                        .map(RoundId::toString)
                        .collect(Collectors.joining(" ")));
        audited.put("rows", String.valueOf(newImport.rows()));
        audited.put("created", String.valueOf(newImport.created()));
        audited.put("changed", String.valueOf(newImport.changed()));
        if (!newImport.cellCorrections().isEmpty()) {
            audited.put("mended-cells", String.valueOf(newImport.cellCorrections().size()));
        }
        return audited;
    }

    private static List<ImportIssue> issues(long id, List<Issue> reported) {
        return IntStream.range(0, reported.size())
                .mapToObj(i -> {
                    Issue issue = reported.get(i);
                    return new ImportIssue(
                            id,
                            i + 1,
                            issue.severity().name(),
                            issue.code(),
                            issue.sheet(),
                            issue.line(),
                            issue.column(),
                            issue.value(),
                            issue.message());
                })
                .toList();
    }

    /** What the undo of an import in force would do. Writes nothing. */
    ImportEffect effectOfUndo(StoredImport stored) {
        List<Change> changes = changesOfUndo(stored);
        List<LevelChange> levels = new ArrayList<>();
        List<Impact> impact = new ArrayList<>();
        for (RoundId round : stored.rounds()) {
            Scoreboard board = board(round);
            Ranking after =
                    Scoreboard.of(
                                    board.stored(),
                                    board.asOf(),
                                    board.districts(),
                                    measurements.findCountingWithout(
                                            stored.id(), round, board.asOf()),
                                    board.overrides())
                            .ranking();
            levels.addAll(LevelChange.between(board.ranking(), after, changes));
            impact.addAll(Impact.between(board.ranking(), after));
        }
        return new ImportEffect(changes, levels, impact);
    }

    /**
     * Undoes an import, writes that into the audit, and rebuilds the scores of its rounds.
     *
     * @return the id of the undo
     */
    long undo(StoredImport stored, String reason) {
        UndoneImport undone = imports.undo(stored.id(), reason);
        audit.record(
                AuditAction.UNDONE,
                "import " + stored.id(),
                Map.of(),
                Map.of("reason", reason, "withdrawn", String.valueOf(undone.withdrawn())));
        stored.rounds().forEach(scores::rebuild);
        return undone.undoId();
    }

    /** Each figure that the import says, on its day. */
    private List<Change> changesOfUndo(StoredImport stored) {
        List<Measurement> said = measurements.findSaid(stored.id());
        Map<Key, Figure> before = new HashMap<>();
        Map<Key, Figure> after = new HashMap<>();
        said.stream()
                .map(figure -> new RoundDay(figure.round(), figure.asOf()))
                .distinct()
                .forEach(on -> {
                    // The figures of one day at a time, as they are compared by an import.
                    measurements
                            .findCounting(on.round(), on.day())
                            .forEach(figure -> before.put(key(figure, on), Figure.of(figure)));
                    measurements
                            .findCountingWithout(stored.id(), on.round(), on.day())
                            .forEach(figure -> after.put(key(figure, on), Figure.of(figure)));
                });
        return said.stream()
                .map(figure -> {
                    Key key = key(figure, new RoundDay(figure.round(), figure.asOf()));
                    Optional<Figure> old = Optional.ofNullable(before.get(key));
                    Optional<Figure> now = Optional.ofNullable(after.get(key));
                    return new Change(
                            FigureComparison.kind(old, now),
                            figure.round(),
                            figure.district(),
                            figure.measure(),
                            figure.asOf(),
                            figure.origin().sheet(),
                            figure.origin().line(),
                            old,
                            now);
                })
                .sorted(FigureComparison.BY_LINE)
                .toList();
    }

    private record RoundDay(RoundId round, LocalDate day) {}

    private record Key(RoundDay on, DistrictCode district, MeasureKey measure) {}

    private static Key key(Measurement figure, RoundDay on) {
        return new Key(on, figure.district(), figure.measure());
    }

    private Scoreboard board(RoundId round) {
        return scoreboards
                .find(round)
                .orElseThrow(() -> new IllegalArgumentException(round + " was not opened"));
    }
}
