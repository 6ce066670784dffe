package districtkpi.scoring;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** That the benchmark still runs; how fast is {@code ./kpi bench}'s to say. */
class NationBenchmarkTest {

    @Test
    void scoresAndRanksAFewDistricts() throws RunnerException {
        NationBenchmark.print(
                new OptionsBuilder()
                        .forks(0)
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .shouldFailOnError(true)
                        .param("districtCount", "9")
                        .param("roundCount", "2"));
    }
}
