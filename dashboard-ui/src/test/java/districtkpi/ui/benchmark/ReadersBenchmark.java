package districtkpi.ui.benchmark;

import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.ui.testing.RunningApplication;
import districtkpi.ui.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

/**
 * Many readers at once, each signed in and going from page to page as a browser does, beside one
 * reader alone. Prints how long they wait, and what memory is used after a full collection while
 * all of them have a page open; judges nothing.
 *
 * <p>Start it with {@code -Xmx512m} to see that this is enough. The readers are in the same program
 * as the server, so that both the time and the memory are a little worse than an office's.
 */
class ReadersBenchmark {

    private static final int READERS = Integer.getInteger("readers", 200);
    private static final Duration TIME = Duration.ofMinutes(2);

    private static final int MIN_PAUSE_MILLIS = 4_000;
    private static final int MAX_PAUSE_MILLIS = 10_000;

    /** What somebody looks at who wants to know how the districts stand. */
    private static final List<String> ADDRESSES =
            List.of(
                    "?round=ROUND",
                    "district/DISTRICT?round=ROUND",
                    "?round=ROUND&tab=check",
                    "indicator/T1?round=ROUND",
                    "district/DISTRICT?round=ROUND&tab=trend",
                    "compare?round=ROUND&districts=1001-DISTRICT",
                    "trends?round=ROUND&district=DISTRICT",
                    "plan/DISTRICT?round=ROUND",
                    "agreement?round=ROUND",
                    "register?round=ROUND");

    @Test
    void prints() throws IOException, InterruptedException, SQLException, ExecutionException {
        prints(Nation.WHOLE, READERS, TIME);
    }

    /**
     * @param readers at once
     * @param time of their visits
     */
    void prints(Nation nation, int readers, Duration time)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        TestDatabase database = TestDatabase.create();
        nation.people(database);
        try (RunningApplication application = RunningApplication.start(false, database);
                HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            nation.agreements(application.get(AgreementImportService.class));
            nation.results(database);
            List<RoundId> rounds = nation.rounds();
            URI address = application.address();
            Reader first = new Reader(address, client, rounds, 0);
            first.visitAll();
            System.out.printf(
                    "%n%-12s %8s %8s %8s %8s %8s %10s %10s%n",
                    "readers", "visits", "50 %", "95 %", "most", "errors", "MB heap", "kB each");
            // Alone, without pauses: nobody else waits meanwhile.
            first.times.clear();
            for (int i = 0; i < 3; i++) {
                first.visitAll();
            }
            long before = usedAfterCollection();
            print("1", first.times, 0, before, 0);

            List<Reader> all = new ArrayList<>();
            for (int number = 1; number <= readers; number++) {
                all.add(new Reader(address, client, rounds, number));
            }
            AtomicInteger errors = new AtomicInteger();
            long end = System.nanoTime() + time.toNanos();
            List<Future<Void>> running = new ArrayList<>();
            for (Reader reader : all) {
                running.add(
                        threads.submit(
                                (Callable<Void>)
                                        () -> {
                                            reader.read(end, errors);
                                            return null;
                                        }));
            }
            for (Future<Void> one : running) {
                one.get();
            }
            // All of them have a page open still.
            long after = usedAfterCollection();
            print(
                    String.valueOf(readers),
                    all.stream().flatMap(reader -> reader.times.stream()).toList(),
                    errors.get(),
                    after,
                    (after - before) / readers / 1000);
        }
    }

    private static void print(
            String readers, List<Double> times, int errors, long heap, long kilobytesEach) {
        Percentile percentile = new Percentile();
        percentile.setData(times.stream().mapToDouble(Double::doubleValue).toArray());
        System.out.printf(
                "%-12s %8d %8.1f %8.1f %8.1f %8d %10d %10d%n",
                readers,
                times.size(),
                percentile.evaluate(50),
                percentile.evaluate(95),
                percentile.evaluate(100),
                errors,
                heap / 1_000_000,
                kilobytesEach);
    }

    private static long usedAfterCollection() throws InterruptedException {
        long used = Long.MAX_VALUE;
        // What is held weakly goes step by step.
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(300);
            Runtime runtime = Runtime.getRuntime();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }

    /** Somebody signed in, with a page of their own. */
    private static final class Reader {

        private final Visitor visitor;
        private final List<RoundId> rounds;
        private final Random random;
        private final List<Double> times = new ArrayList<>();

        private Reader(URI server, HttpClient client, List<RoundId> rounds, int number)
                throws IOException, InterruptedException {
            visitor = new Visitor(server, client);
            // The newest are looked at, not twenty.
            this.rounds = rounds.subList(Math.max(0, rounds.size() - 3), rounds.size());
            random = new Random(2565L + number);
        }

        private void visitAll() throws IOException, InterruptedException {
            for (String address : ADDRESSES) {
                for (RoundId round : rounds) {
                    visit(address, round);
                }
            }
        }

        private void read(long end, AtomicInteger errors) throws InterruptedException {
            // Not all at once.
            Thread.sleep(random.nextInt(MAX_PAUSE_MILLIS));
            while (System.nanoTime() < end) {
                try {
                    visit(
                            ADDRESSES.get(random.nextInt(ADDRESSES.size())),
                            rounds.get(random.nextInt(rounds.size())));
                } catch (IOException | RuntimeException failed) {
                    errors.incrementAndGet();
                }
                Thread.sleep(random.nextInt(MIN_PAUSE_MILLIS, MAX_PAUSE_MILLIS));
            }
        }

        private void visit(String address, RoundId round) throws IOException, InterruptedException {
            String district =
                    String.format(Locale.ROOT, "%s%02d", Nation.PROVINCE, 3 + random.nextInt(48));
            times.add(
                    visitor.visit(
                                    address.replace("DISTRICT", district)
                                            .replace("ROUND", round.toString()))
                            .millis());
        }
    }
}
