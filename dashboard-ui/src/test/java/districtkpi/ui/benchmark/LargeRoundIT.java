package districtkpi.ui.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportReport;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.office.access.Permit;
import districtkpi.office.publication.PublicationService;
import districtkpi.office.recording.RecordingService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.RunningApplication;
import districtkpi.ui.testing.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A round of 878 districts in a process of its own, with half of the memory that the program is to
 * have. Two thirds of that are the program with the round; a file or a form that was put together
 * in memory would end it.
 *
 * <p>With {@code -Dlive=true} it prints what was live at most during each piece of work.
 */
class LargeRoundIT {

    private static final String HEAP = "256m";

    @TempDir private Path folder;

    @Test
    void filesAndFormsOfAWholeNationAreMadeInALittleMemory() throws Exception {
        Path said = folder.resolve("said.txt");
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + HEAP,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Dlive=" + Boolean.getBoolean("live"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Program.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            assertThat(program.waitFor(5, TimeUnit.MINUTES)).as(Files.readString(said)).isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.exitValue()).as(Files.readString(said)).isZero();
        Files.readAllLines(said, UTF_8).stream()
                .filter(line -> line.startsWith(Program.MARK))
                .forEach(System.out::println);
    }

    /** Does everything once. */
    static final class Program {

        static final String MARK = "878 districts, ";

        private static final RoundId ROUND = RoundId.parse("2565-1");
        private static final boolean LIVE = Boolean.getBoolean("live");

        private final RunningApplication application;

        private Program(RunningApplication application) {
            this.application = application;
        }

        public static void main(String[] arguments) throws Exception {
            TestDatabase database = TestDatabase.create();
            Nation.TOGETHER.people(database);
            try (RunningApplication application = RunningApplication.start(false, database)) {
                Nation.TOGETHER.agreements(application.get(AgreementImportService.class));
                Nation.TOGETHER.results(database);
                new Program(application).run();
            }
        }

        private interface Work {

            /** Gives the bytes that were sent. */
            long run() throws Exception;
        }

        private void run() throws Exception {
            application.signIn();
            try (Visitor visitor = new Visitor(application.address())) {
                measure("overview", () -> visitor.visit("?round=" + ROUND).bytes());
                measure(
                        "summary form",
                        () -> visitor.visit("forms/summary?extent=whole&round=" + ROUND).bytes());
                measure("nothing", () -> visitor.visit("no-such-page").bytes());
            }
            measure("package", () -> get("/api/v1/rounds/" + ROUND + "/package.zip"));
            measure("publication", this::publish);
            measure("handing in", this::handIn);
        }

        private long publish() {
            PublicationRepository publications = application.get(PublicationRepository.class);
            PublicationService service = application.get(PublicationService.class);
            Permit.byProgram(() -> service.publish(ROUND, "", Optional.empty()));
            return publications.findRecord(ROUND, 1).orElseThrow().length;
        }

        private long handIn() {
            RecordingService service = application.get(RecordingService.class);
            DistrictCode district = DistrictCode.of("1001");
            IndicatorId id = IndicatorId.of("T1");
            MeasureId spending = MeasureId.of("spending");
            service.save(ROUND, district, RecordingField.value(id, spending), "88", 0);
            service.save(ROUND, district, RecordingField.of(id, spending), "100", 0);
            Scoreboard scoreboard =
                    application.get(ScoreboardQuery.class).find(ROUND).orElseThrow();
            Indicator indicator = scoreboard.stored().agreement().indicator(id).orElseThrow();
            assertThat(
                            service.submit(
                                            ROUND,
                                            district,
                                            id,
                                            new RecordingService.Shown(
                                                    OptionalLong.empty(),
                                                    scoreboard.newestImport(district, indicator),
                                                    service.check(ROUND, district, id)))
                                    .map(ImportReport::status))
                    .contains(ImportReport.Status.COMMITTED);
            return 0;
        }

        private long get(String path) throws IOException, InterruptedException {
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<InputStream> response =
                        client.send(
                                HttpRequest.newBuilder(URI.create(application.address() + path))
                                        .header("Authorization", Administrator.basic())
                                        .build(),
                                HttpResponse.BodyHandlers.ofInputStream());
                assertThat(response.statusCode()).isEqualTo(200);
                try (InputStream body = response.body()) {
                    return body.transferTo(OutputStream.nullOutputStream());
                }
            }
        }

        private static void measure(String what, Work work) throws Exception {
            AtomicBoolean done = new AtomicBoolean(!LIVE);
            AtomicLong most = new AtomicLong();
            Thread watcher = Thread.ofPlatform().start(() -> watch(done, most));
            long start = System.nanoTime();
            long bytes = work.run();
            long millis = (System.nanoTime() - start) / 1_000_000;
            done.set(true);
            watcher.join();
            System.out.printf(
                    Locale.ROOT,
                    "%s%s: %d ms, %d kB%s%n",
                    MARK,
                    what,
                    millis,
                    bytes / 1000,
                    LIVE ? ", at most " + most.get() / 1_000_000 + " MB live" : "");
        }

        /** Collects again and again, a third of the time. */
        private static void watch(AtomicBoolean done, AtomicLong most) {
            Runtime runtime = Runtime.getRuntime();
            while (!done.get()) {
                long start = System.nanoTime();
                System.gc();
                most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
                LockSupport.parkNanos(2 * (System.nanoTime() - start));
            }
        }
    }
}
