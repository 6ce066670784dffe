package districtkpi.importer.source;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken extracts on a real database: refused ones leave nothing behind. */
class MutatedExtractsIT {

    private static ExtractContext context;

    @TempDir private Path folder;

    @BeforeAll
    static void openRound() {
        context = new ExtractContext();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void textsLeaveNothingBehindIfRefused() throws IOException {
        check(random -> Mutations.of(MutatedExtractsTest.TEXT, random));
    }

    @Test
    void workbooksLeaveNothingBehindIfRefused() throws IOException {
        check(random -> Mutations.of(MutatedExtractsTest.WORKBOOK, random));
    }

    private void check(Function<Random, byte[]> breaker) throws IOException {
        String before = context.counts();
        int refused = 0;
        for (int seed = 1; seed <= Mutations.withDatabase(); seed++) {
            Path file = Files.write(folder.resolve("extract"), breaker.apply(new Random(seed)));

            ExtractReport report = context.commit(file, "bpm");

            String after = context.counts();
            if (report.report().status() == Status.REJECTED) {
                refused++;
                assertThat(after).as("unchanged by seed %d", seed).isEqualTo(before);
            }
            before = after;
        }
        assertThat(refused).isPositive();
    }
}
