package districtkpi.importer.source;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark still runs; how fast is {@code ./kpi bench}'s to say. */
class ExtractBenchmarkIT {

    @TempDir private Path folder;

    @Test
    void readsAFewContractsAndWritesThemAgain()
            throws IOException, InterruptedException, SQLException {
        ExtractBenchmark.prints(100, folder);
    }
}
