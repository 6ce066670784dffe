package districtkpi.importer.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.publication.SignOff;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.db.result.StoredUndo;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.Publishing;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportCancelledException;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportEffect.Kind;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.scoring.Ranking;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class UndoIT {

    private static final RoundId ROUND = TestRounds.FIRST;
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 3, 31);
    private static final String HEADER = "round,district,indicator,measure,value,of,as_of,note";

    /** A database that is empty again after each replay. */
    private static TestDatabase emptyDatabase;

    private static ImportContext empty;

    private static TestDatabase database;
    private static ImportContext context;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        context = new ImportContext(database.dataSource(), new TickingClock());
        emptyDatabase = TestDatabase.create();
        empty = new ImportContext(emptyDatabase.dataSource());
        empty.open("2565-1");
    }

    @AfterAll
    static void close() {
        empty.close();
        emptyDatabase.close();
        context.close();
        database.close();
    }

    @BeforeEach
    void open() {
        database.clear();
        context.open("2565-1");
    }

    /** Every moment is later than the one before, so that what happened has an order. */
    private static final class TickingClock extends Clock {

        private final AtomicLong ticks = new AtomicLong();

        @Override
        public Instant instant() {
            return Instant.parse("2022-03-31T17:30:00Z").plusMillis(ticks.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }

    private ImportReport commit(String... lines) {
        return context.service().commit(file(lines), Optional.empty());
    }

    private UndoReport undo(ImportReport report) {
        return undo(context, report.id().orElseThrow());
    }

    private static UndoReport undo(ImportContext context, long id) {
        return context.get(UndoService.class).undo(id, "", Optional.empty()).orElseThrow();
    }

    private static ImportFile file(String... lines) {
        List<String> all = new ArrayList<>(List.of(HEADER));
        all.addAll(List.of(lines));
        return RoundFile.file("results.csv", all);
    }

    private MeasurementRepository measurements() {
        return context.get(MeasurementRepository.class);
    }

    private ImportRepository imports() {
        return context.get(ImportRepository.class);
    }

    private List<Measurement> counting() {
        return measurements().findCounting(ROUND, LAST_DAY);
    }

    private Ranking ranking() {
        return context.get(ScoreboardQuery.class).find(ROUND).orElseThrow().ranking();
    }

    /** What counts on each day, without where it is from. */
    private static Map<LocalDate, List<String>> figures(ImportContext context) {
        Map<LocalDate, List<String>> figures = new TreeMap<>();
        for (int day = 1; day <= 4; day++) {
            LocalDate on = LocalDate.of(2022, 3, day);
            figures.put(
                    on,
                    context.get(MeasurementRepository.class).findCounting(ROUND, on).stream()
                            .map(figure ->
                                    String.join(
                                            " ",
                                            figure.district().toString(),
                                            figure.measure().toString(),
                                            figure.value().toString(),
                                            figure.asOf().toString(),
                                            figure.note()))
                            .toList());
        }
        return figures;
    }

    /** What counts on each day after files were taken in by an empty database. */
    private static Map<LocalDate, List<String>> replayed(List<ImportFile> files) {
        return new TransactionTemplate(empty.get(PlatformTransactionManager.class))
                .execute(status -> {
                    status.setRollbackOnly();
                    files.forEach(file -> empty.service().commit(file, Optional.empty()));
                    return figures(empty);
                });
    }

    @Test
    void restoresTheFiguresTotalsAndScoresBeforeTheImport() throws SQLException {
        context.service().commit(RoundFile.of("2565-1", "2022-03-01", 1), Optional.empty());
        List<Measurement> figures = counting();
        Ranking ranking = ranking();
        List<String> scores = scores();

        ImportReport wrong =
                context.service().commit(RoundFile.of("2565-1", "2022-03-01", 2), Optional.empty());
        assertThat(ranking()).isNotEqualTo(ranking);
        UndoReport report = undo(wrong);

        assertThat(report.status()).isEqualTo(Status.COMMITTED);
        assertThat(counting()).isEqualTo(figures);
        assertThat(ranking()).isEqualTo(ranking);
        assertThat(scores()).isEqualTo(scores);
        assertThat(count("measurement")).as("nothing is deleted").isGreaterThan(252);
        assertThat(report.impact())
                .extracting(ImportEffect.Impact::totalAfter)
                .isEqualTo(wrong.impact().stream().map(ImportEffect.Impact::totalBefore).toList());
        assertThat(report.changed()).isEqualTo(wrong.changed());
    }

    @Test
    void dryRunSaysWhatTheUndoDoesAndWritesNothing() throws SQLException {
        commit("2565-1,4301,P7,channels,1,,2022-03-01,");
        long id =
                commit(
                                "2565-1,4301,P7,channels,3,,2022-03-01,",
                                "2565-1,4302,P7,channels,2,,2022-03-01,")
                        .id()
                        .orElseThrow();
        String before = Tables.text(database.dataSource());

        UndoReport dryRun = context.get(UndoService.class).dryRun(id).orElseThrow();

        assertThat(Tables.text(database.dataSource())).isEqualTo(before);
        assertThat(dryRun.status()).isEqualTo(Status.DRY_RUN);
        assertThat(dryRun.changes())
                .extracting(change -> change.line() + " " + change.kind())
                .containsExactly("2 CHANGED", "3 REMOVED");
        assertThat(dryRun.changes().getFirst().after().orElseThrow().value().toString())
                .isEqualTo("Count[count=1]");
        UndoReport done =
                context.get(UndoService.class)
                        .undo(id, "", Optional.of(dryRun.basis()))
                        .orElseThrow();
        assertThat(done)
                .usingRecursiveComparison()
                .ignoringFields("undoId", "status")
                .isEqualTo(dryRun);
    }

    @Test
    void keepsAFigureThatALaterFileSaysToo() {
        ImportReport first = commit("2565-1,4301,P7,channels,2,,2022-03-01,");
        ImportReport second =
                commit(
                        "2565-1,4302,P7,channels,1,,2022-03-01,",
                        "2565-1,4301,P7,channels,02,,1/3/2565,");

        UndoReport report = undo(first);

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(counting())
                .filteredOn(figure -> figure.district().equals(DistrictCode.of("4301")))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.origin().importId()).isEqualTo(second.id().orElseThrow());
                    assertThat(figure.origin().line()).isEqualTo(3);
                    assertThat(figure.origin().rawText())
                            .isEqualTo("2565-1,4301,P7,channels,02,,1/3/2565,");
                    assertThat(figure.origin().sha256()).isEqualTo(second.sha256());
                });
        assertThat(measurements().findAll(ROUND)).hasSize(2);
        undo(second);
        assertThat(counting()).isEmpty();
        assertThat(measurements().findAll(ROUND)).isEmpty();
        assertThat(measurements().findDays(ROUND)).isEmpty();
        assertThat(measurements().findFirstReported(ROUND, DistrictCode.of("4301"), LAST_DAY))
                .isEmpty();
    }

    @Test
    void takesTheSameFileInAgainAsTheNewest() {
        ImportFile file = file("2565-1,4301,P7,channels,2,,2022-03-01,");
        long first = context.service().commit(file, Optional.empty()).id().orElseThrow();
        undo(context, first);
        commit("2565-1,4301,P7,channels,3,,2022-03-01,");

        ImportReport again = context.service().commit(file, Optional.empty());
        ImportReport onceMore = context.service().commit(file, Optional.empty());

        assertThat(again.changed()).isEqualTo(1);
        assertThat(again.id()).isNotEmpty().isNotEqualTo(first);
        assertThat(onceMore.id()).isEqualTo(again.id());
        assertThat(onceMore.issues()).extracting(Issue::code).containsExactly("ALREADY_IMPORTED");
        assertThat(counting().getFirst().value().toString()).isEqualTo("Count[count=2]");
        undo(again);
        assertThat(counting().getFirst().value().toString()).isEqualTo("Count[count=3]");
        assertThat(context.service().commit(file, Optional.empty()).changed()).isEqualTo(1);
    }

    @Test
    void recordsWhenAndWhyAndRefusesASecondTime() {
        ImportReport report = commit("2565-1,4301,P7,channels,2,,2022-03-01,");
        long id = report.id().orElseThrow();
        context.get(UndoService.class).undo(id, " ผิดไฟล์\n1-2345-67890-12-3 ", Optional.empty());

        StoredImport stored = imports().find(id).orElseThrow();
        StoredUndo undo = stored.undone().orElseThrow();
        assertThat(undo.reason()).isEqualTo("ผิดไฟล์ •-••••-•••••-••-•");
        assertThat(undo.undoneAt()).isAfter(stored.committedAt());
        assertThat(imports().findNewest(1)).containsExactly(stored);
        assertThat(imports().content(id)).isPresent();
        assertThatThrownBy(() -> undo(report))
                .isInstanceOf(NotUndoableException.class)
                .hasMessage(
                        String.format(
                                Locale.ROOT,
                                "Import %d was undone already on 2022-04-01 at 00:30. To have it back, import its file again.",
                                id));
        assertThatThrownBy(() -> context.get(UndoService.class).dryRun(id))
                .isInstanceOf(NotUndoableException.class);
        assertThat(context.get(UndoService.class).dryRun(4711)).isEmpty();
    }

    @Test
    void nothingComesIntoARoundThatWasSignedOffOrOutOfIt() {
        ImportReport report = commit("2565-1,4301,P7,channels,2,,2022-03-01,");
        SignOff signOff = Publishing.in(context::get).close(ROUND);
        ImportFile next = file("2565-1,4301,P7,channels,3,,2022-03-02,");

        for (ImportReport refused :
                List.of(
                        context.service().dryRun(next, Optional.empty()),
                        context.service().commit(next, Optional.empty()))) {
            assertThat(refused.status()).isEqualTo(Status.REJECTED);
            assertThat(refused.issues())
                    .extracting(Issue::code, Issue::value)
                    .containsExactly(tuple("ROUND_SIGNED_OFF", "2565-1"));
            assertThat(refused.issues().getFirst().message().th())
                    .startsWith("ผลของรอบ 2565-1 ได้รับการรับรองแล้ว");
            assertThat(refused.issues().getFirst().message().en())
                    .startsWith("The results of round 2565-1 were signed off")
                    .endsWith("ask the director to open the round again, with a reason.");
        }
        assertThatThrownBy(() -> undo(report))
                .isInstanceOf(NotUndoableException.class)
                .hasMessageContaining("signed off");
        assertThat(counting()).hasSize(1);

        Publishing.in(context::get).reopen(signOff);
        assertThat(context.service().commit(next, Optional.empty()).changed()).isEqualTo(1);
    }

    @Test
    void refusesWhereALaterFileMayHaveConfirmedWithoutARecord() throws SQLException {
        ImportReport first = commit("2565-1,4301,P7,channels,2,,2022-03-01,");
        ImportReport second = commit("2565-1,4301,P7,channels,02,,2022-03-01,");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table import disable trigger user");
            statement.execute("update import set confirmations_recorded = false");
            statement.execute("alter table import enable trigger user");
        }

        assertThatThrownBy(() -> undo(first))
                .isInstanceOf(NotUndoableException.class)
                .hasMessageContaining(
                        String.format(
                                Locale.ROOT, "Undo import %d first", second.id().orElseThrow()));
        undo(second);
        undo(first);
        assertThat(counting()).isEmpty();
    }

    @Test
    void aCommitDoesWhatItsDryRunShowedOrNothing() throws SQLException {
        commit("2565-1,4301,P7,channels,1,,2022-03-01,");
        ImportFile file = file("2565-1,4301,P7,channels,3,,2022-03-01,");
        ImportReport shown = context.service().dryRun(file, Optional.empty());
        assertThat(shown.changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(Kind.CHANGED);
                    assertThat(change.before().orElseThrow().value().toString())
                            .isEqualTo("Count[count=1]");
                    assertThat(change.before().orElseThrow().line()).isEqualTo(2);
                });
        assertThat(shown.levels())
                .singleElement()
                .satisfies(level -> {
                    assertThat(level.indicator().value()).isEqualTo("P7");
                    assertThat(level.levelAfter()).isPresent();
                });

        // Somebody else: what was shown as the value before is another one now.
        commit("2565-1,4301,P7,channels,2,,2022-03-01,");
        String before = Tables.text(database.dataSource());
        ImportReport moved = commitShown(file, shown);

        assertThat(moved.status()).isEqualTo(Status.REJECTED);
        assertThat(moved.issues()).extracting(Issue::code).containsExactly("DATA_MOVED");
        assertThat(moved.id()).isEmpty();
        assertThat(Tables.text(database.dataSource())).isEqualTo(before);
        ImportReport shownAgain = context.service().dryRun(file, Optional.empty());
        ImportReport committed = commitShown(file, shownAgain);
        assertThat(committed.status()).isEqualTo(Status.COMMITTED);
        assertThat(committed)
                .usingRecursiveComparison()
                .ignoringFields("id", "status")
                .isEqualTo(shownAgain);
        // A request that is sent again after its answer was lost.
        assertThat(commitShown(file, shownAgain).issues())
                .extracting(Issue::code)
                .containsExactly("ALREADY_IMPORTED");
    }

    private ImportReport commitShown(ImportFile file, ImportReport shown) {
        return context.service()
                .commit(file, Optional.empty(), Optional.of(shown.basis()), ImportProgress.NONE);
    }

    @Test
    void anUndoDoesWhatItsDryRunShowedOrNothing() {
        ImportReport first = commit("2565-1,4301,P7,channels,1,,2022-03-01,");
        long id = first.id().orElseThrow();
        UndoService service = context.get(UndoService.class);
        UndoReport shown = service.dryRun(id).orElseThrow();
        commit("2565-1,4301,P7,channels,2,,2022-03-01,");

        UndoReport moved = service.undo(id, "", Optional.of(shown.basis())).orElseThrow();

        assertThat(moved.status()).isEqualTo(Status.REJECTED);
        assertThat(moved.issues()).extracting(Issue::code).containsExactly("DATA_MOVED");
        assertThat(imports().find(id).orElseThrow().undone()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenItIsCancelledAtTheLastMoment() throws SQLException {
        String before = Tables.text(database.dataSource());
        for (int question = 1; question <= 3; question++) {
            int last = question;
            AtomicLong asked = new AtomicLong();
            ImportProgress impatient =
                    new ImportProgress() {
                        @Override
                        public void read(long bytes, long total, long rows) {}

                        @Override
                        public boolean cancelled() {
                            return asked.incrementAndGet() >= last;
                        }
                    };

            assertThatThrownBy(() ->
                            context.service()
                                    .commit(
                                            file("2565-1,4301,P7,channels,1,,2022-03-01,"),
                                            Optional.empty(),
                                            Optional.empty(),
                                            impatient))
                    .isInstanceOf(ImportCancelledException.class);
            assertThat(asked).hasValue(last);
            assertThat(Tables.text(database.dataSource())).isEqualTo(before);
        }
    }

    /** Few measures, days and values, so that files meet each other all the time. */
    private static ImportFile randomFile(Random random) {
        List<String> lines = new ArrayList<>();
        for (String district : List.of("4301", "4302")) {
            for (String measure : List.of("P7,channels", "P2,new_centres")) {
                for (int day = 1; day <= 2; day++) {
                    if (random.nextInt(3) == 0) {
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "2565-1,%s,%s,%d,,2022-03-0%d,%s",
                                        district,
                                        measure,
                                        random.nextInt(2),
                                        day,
                                        random.nextInt(6) == 0 ? "checked" : ""));
                    }
                }
            }
        }
        lines.add(
                String.format(
                        Locale.ROOT, "2565-1,4305,P7,channels,%d,,2022-03-03,", random.nextInt(2)));
        return file(lines.toArray(String[]::new));
    }

    private List<StoredImport> inForce() {
        return imports().findNewest(1_000).reversed().stream()
                .filter(stored -> stored.undone().isEmpty())
                .toList();
    }

    private List<ImportFile> files(List<StoredImport> stored) {
        return stored.stream()
                .map(one -> new ImportFile(one.file(), imports().content(one.id()).orElseThrow()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void afterImportsAndUndosInAnyOrderTheFiguresAreThoseOfTheImportsInForce(long seed) {
        Random random = new Random(seed);
        List<ImportFile> known = new ArrayList<>();
        for (int step = 0; step < 14; step++) {
            List<StoredImport> inForce = inForce();
            if (!inForce.isEmpty() && random.nextInt(5) < 2) {
                StoredImport chosen = inForce.get(random.nextInt(inForce.size()));
                Ranking before = ranking();
                UndoReport foreseen =
                        context.get(UndoService.class).dryRun(chosen.id()).orElseThrow();
                UndoReport done = undo(context, chosen.id());
                assertThat(done.basis()).as("seed %d", seed).isEqualTo(foreseen.basis());
                assertThat(done.impact())
                        .as("seed %d", seed)
                        .isEqualTo(ImportEffect.Impact.between(before, ranking()));
            } else {
                ImportFile file =
                        known.isEmpty() || random.nextInt(4) > 0
                                ? randomFile(random)
                                : known.get(random.nextInt(known.size()));
                known.add(file);
                context.service().commit(file, Optional.empty());
            }
            assertThat(figures(context))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(replayed(files(inForce())));
            assertThat(counting())
                    .as("seed %d, step %d", seed, step)
                    .extracting(figure -> figure.origin().importId())
                    .isSubsetOf(inForce().stream().map(StoredImport::id).toList());
        }
    }

    /** What one of several people did, and what was answered. */
    private record Deed(Instant at, Optional<ImportFile> file, long id, String answer) {}

    @Test
    void whatSeveralPeopleDoAtOnceIsWhatTheyWouldHaveDoneInSomeOrder() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("Several people at once: seed " + seed);
        int people = 4;
        CyclicBarrier start = new CyclicBarrier(people);
        List<Deed> deeds = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<Callable<List<Deed>>> work =
                    IntStream.range(0, people)
                            .<Callable<List<Deed>>>mapToObj(person ->
                                    () -> {
                                        start.await();
                                        return work(new Random(seed + person));
                                    })
                            .toList();
            for (Future<List<Deed>> done : threads.invokeAll(work)) {
                deeds.addAll(done.get());
            }
        }
        deeds.sort(Comparator.comparing(Deed::at));
        assertThat(deeds).hasSizeGreaterThan(people * 3);

        assertThat(figures(context)).as("seed %d", seed).isEqualTo(replayed(files(inForce())));
        List<String> inOrder =
                new TransactionTemplate(empty.get(PlatformTransactionManager.class))
                        .execute(status -> {
                            status.setRollbackOnly();
                            return inOrder(deeds);
                        });
        assertThat(deeds).as("seed %d", seed).extracting(Deed::answer).isEqualTo(inOrder);
    }

    private List<Deed> work(Random random) {
        List<Deed> deeds = new ArrayList<>();
        List<Long> own = new ArrayList<>();
        for (int step = 0; step < 6; step++) {
            if (!own.isEmpty() && random.nextInt(3) == 0) {
                long id = own.remove(random.nextInt(own.size()));
                UndoReport report = undo(context, id);
                deeds.add(
                        new Deed(
                                imports().find(id).orElseThrow().undone().orElseThrow().undoneAt(),
                                Optional.empty(),
                                id,
                                answer(report)));
            } else {
                // A remark of its own makes the bytes those of nobody else.
                ImportFile file = randomFile(random);
                ImportFile unique =
                        RoundFile.file(
                                "results.csv",
                                List.of(
                                        HEADER + ",person" + random.nextLong(),
                                        new String(file.content(), StandardCharsets.UTF_8)
                                                .lines()
                                                .skip(1)
                                                .map(line -> line + ",")
                                                .collect(Collectors.joining("\n"))));
                ImportReport report = context.service().commit(unique, Optional.empty());
                long id = report.id().orElseThrow();
                own.add(id);
                deeds.add(
                        new Deed(
                                imports().find(id).orElseThrow().committedAt(),
                                Optional.of(unique),
                                id,
                                answer(report)));
            }
        }
        return deeds;
    }

    /** The answers to the same deeds, one after the other. */
    private static List<String> inOrder(List<Deed> deeds) {
        Map<Long, Long> ids = new TreeMap<>();
        List<String> answers = new ArrayList<>();
        for (Deed deed : deeds) {
            if (deed.file().isPresent()) {
                ImportReport report = empty.service().commit(deed.file().get(), Optional.empty());
                ids.put(deed.id(), report.id().orElseThrow());
                answers.add(answer(report));
            } else {
                answers.add(answer(undo(empty, Objects.requireNonNull(ids.get(deed.id())))));
            }
        }
        return answers;
    }

    private static String answer(ImportReport report) {
        return String.format(
                Locale.ROOT,
                "%d %d %d %s",
                report.created(),
                report.changed(),
                report.unchanged(),
                report.impact());
    }

    private static String answer(UndoReport report) {
        return String.format(
                Locale.ROOT,
                "%d %d %d %s",
                report.removed(),
                report.changed(),
                report.unchanged(),
                report.impact());
    }

    private List<String> scores() throws SQLException {
        return rows("select score::text from score order by district_code, indicator");
    }

    private int count(String table) throws SQLException {
        return Integer.parseInt(rows("select count(*)::text from " + table).getFirst());
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    @Test
    void theAuditSaysWhatCameInAndWhatWasTakenBack() {
        ImportReport report = commit("2565-1,4301,P7,channels,1,,2022-03-01,");
        assertThat(
                        context.get(UndoService.class)
                                .undo(report.id().orElseThrow(), "wrong file", Optional.empty()))
                .isPresent();

        List<AuditEntry> newest =
                context.get(AuditTrail.class).findNewest(AuditFilter.ALL, Long.MAX_VALUE, 2);

        assertThat(newest)
                .extracting(AuditEntry::action, AuditEntry::subject, AuditEntry::after)
                .containsExactly(
                        tuple(
                                AuditAction.UNDONE,
                                "import " + report.id().orElseThrow(),
                                Map.of("reason", "wrong file", "withdrawn", "1")),
                        tuple(
                                AuditAction.IMPORTED,
                                "import " + report.id().orElseThrow(),
                                Map.of(
                                        "file", "results.csv",
                                        "rounds", "2565-1",
                                        "rows", "1",
                                        "created", "1",
                                        "changed", "0")));
        assertThat(newest).allSatisfy(entry -> assertThat(entry.before()).isEmpty());
    }
}
