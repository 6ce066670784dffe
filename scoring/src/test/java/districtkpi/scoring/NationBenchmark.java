package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Scores and ranks all 878 districts of the nation in 20 rounds by the 11 indicators of 2565-1.
 *
 * <p>Runs in a process of its own that is given a single processor, garbage collection included.
 * Beside it stands what this machine needs for as many plain comparisons of a share with a
 * threshold, one for each indicator, so that figures of different machines can be told apart from
 * figures of different code. Printed is the best of ten seconds: whatever else the machine does can
 * only make it slower.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(
        value = 1,
        jvmArgs = {
            "-XX:ActiveProcessorCount=1",
            "-XX:+UseSerialGC",
            "-Xms1g",
            "-Xmx1g",
            "--sun-misc-unsafe-memory-access=allow"
        })
public class NationBenchmark {

    private static final String DISTRICTS = "878";
    private static final String ROUNDS = "20";
    private static final long SEED = 2565;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Agreement agreement = Agreements.round2565No1();
    private final List<DistrictCode> districts = new ArrayList<>();
    private final List<List<Map<MeasureKey, MeasuredValue>>> rounds = new ArrayList<>();
    private final List<BigDecimal> plainValues = new ArrayList<>();
    private final List<BigDecimal> plainThresholds = new ArrayList<>();

    @Param(DISTRICTS)
    public int districtCount;

    @Param(ROUNDS)
    public int roundCount;

    /** The part of the figures that is missing. */
    @Param({"0", "0.1"})
    public double missing;

    /** Makes the figures of the whole nation. */
    @Setup
    public void makeFigures() {
        Random random = new Random(SEED);
        for (int i = 0; i < districtCount; i++) {
            districts.add(DistrictCode.of(String.valueOf(1001 + i)));
        }
        for (int i = 0; i < roundCount; i++) {
            List<Map<MeasureKey, MeasuredValue>> round = new ArrayList<>();
            for (int j = 0; j < districtCount; j++) {
                round.add(
                        missing == 0
                                ? RandomFigures.complete(agreement, random)
                                : RandomFigures.of(agreement, random, missing));
            }
            rounds.add(round);
        }
        long indicators = agreement.indicators().count();
        for (int i = 0; i < indicators * districtCount * roundCount; i++) {
            plainValues.add(BigDecimal.valueOf(random.nextInt(1_000_000), 2));
            plainThresholds.add(BigDecimal.valueOf(60 + random.nextInt(40)));
        }
    }

    @Benchmark
    public void scoreAndRankTheNation(Blackhole blackhole) {
        Scorer scorer = new Scorer(agreement);
        for (List<Map<MeasureKey, MeasuredValue>> round : rounds) {
            List<Scorecard> scorecards = new ArrayList<>(districtCount);
            for (int i = 0; i < districtCount; i++) {
                scorecards.add(scorer.score(districts.get(i), round.get(i)));
            }
            blackhole.consume(Ranking.of(agreement, scorecards));
        }
    }

    @Benchmark
    public int comparePlainly() {
        BigDecimal of = BigDecimal.valueOf(500_000, 2);
        int reached = 0;
        for (int i = 0; i < plainValues.size(); i++) {
            if (plainValues.get(i).multiply(HUNDRED).compareTo(plainThresholds.get(i).multiply(of))
                    >= 0) {
                reached++;
            }
        }
        return reached;
    }

    /** Runs the benchmark and prints what it found. */
    public static void main(String[] arguments) throws RunnerException {
        print(new OptionsBuilder());
    }

    /**
     * Runs it another way than it says, such as fewer times.
     *
     * @param options that win over the annotations
     */
    static void print(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results =
                new Runner(
                                options.include(NationBenchmark.class.getName() + "\\..*")
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .run();
        BenchmarkParams any = results.iterator().next().getParams();
        double baseline = milliseconds(results, "comparePlainly", "0");
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "%s districts × 11 indicators × %s rounds, scored and ranked on one processor",
                        any.getParam("districtCount"),
                        any.getParam("roundCount")));
        System.out.println(line("all figures there", nation(results, "0"), baseline));
        System.out.println(line("one figure in ten missing", nation(results, "0.1"), baseline));
        System.out.println(
                String.format(
                        Locale.ROOT, "  %-28s %8.1f ms", "baseline: plain comparisons", baseline));
    }

    private static double nation(Collection<RunResult> results, String missing) {
        return milliseconds(results, "scoreAndRankTheNation", missing);
    }

    private static String line(String name, double milliseconds, double baseline) {
        return String.format(
                Locale.ROOT,
                "  %-28s %8.1f ms = %.0f × the baseline of this machine",
                name,
                milliseconds,
                milliseconds / baseline);
    }

    private static double milliseconds(
            Collection<RunResult> results, String benchmark, String missing) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .filter(result -> result.getParams().getParam("missing").equals(missing))
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getMin())
                .findFirst()
                .orElseThrow();
    }
}
