package districtkpi.ui.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** That the benchmark still runs; how long readers wait is {@code ./kpi bench}'s to say. */
class ReadersBenchmarkIT {

    @Test
    void letsSomeReadAtOnce()
            throws IOException, InterruptedException, SQLException, ExecutionException {
        new ReadersBenchmark().prints(Nation.FEW, 3, Duration.ofSeconds(12));
    }
}
