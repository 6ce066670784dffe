package districtkpi.importer.result;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.testing.TestDatabase;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Mutations;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Broken files on a real database: refused ones leave nothing behind. */
class MutatedFilesIT {

    /** After so many the database is emptied, so that comparing it stays quick. */
    private static final int ON_ONE_DATABASE = 200;

    private static TestDatabase database;
    private static ImportContext context;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        context = new ImportContext(database.dataSource());
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    @Test
    void theLongFormLeavesNothingBehindIfRefused() throws SQLException {
        check(random -> Mutations.of(MutatedFilesTest.LONG, random));
    }

    @Test
    void theWideFormLeavesNothingBehindIfRefused() throws SQLException {
        check(random -> Mutations.of(MutatedFilesTest.WIDE, random));
    }

    @Test
    void workbooksLeaveNothingBehindIfRefused() throws SQLException {
        check(MutatedFilesTest::workbook);
    }

    private static void check(Function<Random, byte[]> breaker) throws SQLException {
        String before = "";
        int refused = 0;
        for (int seed = 1; seed <= Mutations.withDatabase(); seed++) {
            if (seed % ON_ONE_DATABASE == 1) {
                database.clear();
                context.open("2565-1");
                before = Tables.fingerprint(database.dataSource());
            }
            ImportFile file = new ImportFile("results", breaker.apply(new Random(seed)));

            ImportReport report = context.service().commit(file, Optional.empty());

            String after = Tables.fingerprint(database.dataSource());
            if (report.status() == Status.REJECTED) {
                refused++;
                assertThat(after).as("unchanged by seed %d", seed).isEqualTo(before);
            }
            before = after;
        }
        assertThat(refused).isPositive();
    }
}
