package districtkpi.ui.benchmark;

import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.ui.testing.RunningApplication;
import districtkpi.ui.testing.Visitor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

/**
 * The server's time for each view, beside that of a page that shows nothing. Prints figures and
 * judges none; part of {@code ./kpi bench}; the build runs it with a little of everything, to see
 * that it still can.
 */
class ViewsBenchmark {

    private static final String SERVER_THREADS = "http-nio-";

    /** The time that a virtual thread works cannot be asked for. */
    private static final List<String> OWN_THREADS =
            List.of("--spring.threads.virtual.enabled=false");

    /** Of each page, with {@code -Dvisits=50} fewer. */
    private static final int VISITS = Integer.getInteger("visits", 200);

    /** With {@code -Dviews=district/.*} only some. */
    private static final Pattern VIEWS = Pattern.compile(System.getProperty("views", ".*"));

    private final Random random = new Random(2565);

    @Test
    void prints() throws IOException, InterruptedException, SQLException {
        prints(Nation.WHOLE, VISITS / 2, VISITS);
    }

    /**
     * @param warmUp visits of each page before those that count
     * @param runs visits that count
     */
    void prints(Nation nation, int warmUp, int runs)
            throws IOException, InterruptedException, SQLException {
        TestDatabase database = TestDatabase.create();
        nation.people(database);
        try (RunningApplication application =
                        RunningApplication.start(false, database, OWN_THREADS);
                Visitor visitor = new Visitor(application.address())) {
            nation.agreements(application.get(AgreementImportService.class));
            nation.results(database);
            System.out.printf(
                    "%n%-64s %9s %8s %8s %8s %9s %9s%n",
                    "milliseconds of the server",
                    "first",
                    "50 %",
                    "95 %",
                    "most",
                    "processor",
                    "kilobytes");
            for (String address : addresses()) {
                if (VIEWS.matcher(address).matches()) {
                    measure(visitor, address, nation.rounds(), warmUp, runs);
                }
            }
        }
    }

    private static List<String> addresses() {
        return List.of(
                "no-such-page",
                "?round=ROUND",
                "?round=ROUND&district=DISTRICT",
                "?round=ROUND&columns=all",
                "?round=ROUND&tab=check",
                "?round=ROUND&tab=progress",
                "?round=ROUND&tab=statistics",
                "presentation?round=ROUND",
                "presentation?round=ROUND&slide=decisions",
                "district/DISTRICT?round=ROUND",
                "district/DISTRICT?round=ROUND&tab=trend",
                "district/DISTRICT?round=ROUND&tab=plan",
                "district/DISTRICT?round=ROUND&tab=sources",
                "indicator/T1?round=ROUND",
                "indicator/T3?round=ROUND",
                "compare?round=ROUND",
                "compare?round=ROUND&districts=1001-1002-DISTRICT",
                "compare?round=ROUND&districts=1001-1002-DISTRICT&tab=province",
                "compare?round=ROUND&districts=1001-1002-DISTRICT&tab=learn",
                "plan/DISTRICT?round=ROUND",
                "weights?round=ROUND",
                "weights?round=ROUND&district=DISTRICT",
                "laboratory?round=ROUND",
                "trends?round=ROUND",
                "trends?round=ROUND&district=DISTRICT",
                "agreement?round=ROUND",
                "record?round=ROUND",
                "record/DISTRICT?round=ROUND",
                "review?round=ROUND",
                "register?round=ROUND",
                "cascade?round=ROUND",
                "cascade/DISTRICT?round=ROUND",
                "publication?round=ROUND",
                "import?round=ROUND",
                "data?round=ROUND",
                "forms/summary?round=ROUND",
                "forms/evaluation/DISTRICT?round=ROUND",
                "forms/agreement?round=ROUND",
                "accounts?round=ROUND",
                "account?round=ROUND",
                "settings?round=ROUND",
                "audit?round=ROUND",
                "backup?round=ROUND");
    }

    /** First each round once, since what is worked out of a round is kept; then at random. */
    private void measure(
            Visitor visitor, String address, List<RoundId> rounds, int warmUp, int runs)
            throws IOException, InterruptedException {
        double first = 0;
        for (RoundId round : rounds) {
            first = Math.max(first, visitor.visit(someDistrict(address, round)).millis());
        }
        double[] times = new double[runs];
        long bytes = 0;
        long before = 0;
        for (int i = -warmUp; i < runs; i++) {
            RoundId round = rounds.get(random.nextInt(rounds.size()));
            if (i == 0) {
                before = processorNanos();
            }
            Visitor.Visit visit = visitor.visit(someDistrict(address, round));
            if (i >= 0) {
                times[i] = visit.millis();
                bytes += visit.bytes();
            }
        }
        Percentile percentile = new Percentile();
        percentile.setData(times);
        System.out.printf(
                "%-64s %9.1f %8.1f %8.1f %8.1f %9.1f %9d%n",
                address,
                first,
                percentile.evaluate(50),
                percentile.evaluate(95),
                percentile.evaluate(100),
                (processorNanos() - before) / 1e6 / runs,
                bytes / runs / 1000);
    }

    /**
     * The time that processors worked for the server's answers: without waiting for the database,
     * or for other programs of a busy machine.
     */
    private static long processorNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getAllThreadIds())
                .filter(id -> {
                    ThreadInfo thread = threads.getThreadInfo(id);
                    return thread != null && thread.getThreadName().startsWith(SERVER_THREADS);
                })
                .map(threads::getThreadCpuTime)
                .sum();
    }

    private String someDistrict(String address, RoundId round) {
        String district =
                String.format(Locale.ROOT, "%s%02d", Nation.PROVINCE, 3 + random.nextInt(48));
        return address.replace("DISTRICT", district).replace("ROUND", round.toString());
    }
}
