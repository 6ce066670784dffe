package districtkpi.ui.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** That the benchmark still runs; how fast is {@code ./kpi bench}'s to say. */
class ViewsBenchmarkIT {

    @Test
    void visitsEveryPage() throws IOException, InterruptedException, SQLException {
        new ViewsBenchmark().prints(Nation.FEW, 0, 1);
    }
}
