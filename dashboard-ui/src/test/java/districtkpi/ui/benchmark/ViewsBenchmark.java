package districtkpi.ui.benchmark;

import com.vaadin.browserless.SpringBrowserlessTest;
import districtkpi.db.testing.TestDatabase;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The server's time for each view, beside that of a page that shows nothing. Prints figures and
 * judges none; part of {@code ./kpi bench}, never of a build.
 */
@SpringBootTest(properties = "district-kpi.demo=false")
class ViewsBenchmark extends SpringBrowserlessTest {

    private static final int WARM_UP = 40;
    private static final int RUNS = 200;
    private static final TestDatabase DATABASE = TestDatabase.create();

    @Autowired private AgreementImportService agreements;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws SQLException {
        Nation.people(DATABASE);
        UiTest.connect(registry, DATABASE);
    }

    @Test
    void prints() throws IOException, SQLException {
        Nation.agreements(agreements);
        Nation.results(DATABASE);
        System.out.printf(
                "%n%-36s %8s %8s %8s%n", "milliseconds of the server", "50 %", "95 %", "most");
        for (String address : addresses()) {
            measure(address);
        }
    }

    private static List<String> addresses() {
        return List.of(
                "no-such-page",
                "?round=ROUND",
                "district/DISTRICT?round=ROUND",
                "agreement?round=ROUND",
                "import?round=ROUND",
                "compare?round=ROUND&districts=1001-1002-DISTRICT",
                "plan/DISTRICT?round=ROUND",
                "weights?round=ROUND",
                "weights?round=ROUND&district=DISTRICT",
                "trends?round=ROUND",
                "trends?round=ROUND&district=DISTRICT");
    }

    private static void measure(String address) {
        Random random = new Random(2565);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            String district = "10%02d".formatted(3 + random.nextInt(48));
            String round = Nation.rounds().get(random.nextInt(Nation.rounds().size())).toString();
            String visited = address.replace("DISTRICT", district).replace("ROUND", round);
            long start = System.nanoTime();
            UiTest.open(visited);
            if (i >= WARM_UP) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        Percentile percentile = new Percentile();
        percentile.setData(times.stream().mapToDouble(Double::doubleValue).toArray());
        System.out.printf(
                "%-36s %8.1f %8.1f %8.1f%n",
                address,
                percentile.evaluate(50),
                percentile.evaluate(95),
                percentile.evaluate(100));
    }
}
