package districtkpi.importer.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.DatabaseConfiguration;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.result.ResultImportService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The made-up rounds take the way that real ones take. */
class DemonstrationIT {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2022-11-01T03:00:00Z"), ZoneId.of("Asia/Bangkok"));

    @Test
    void areImportedWithoutAnyWarningAndStayMarked() {
        try (TestDatabase database = TestDatabase.create();
                AnnotationConfigApplicationContext context =
                        new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, database::dataSource);
            context.registerBean(Clock.class, () -> CLOCK);
            context.register(DatabaseConfiguration.class);
            context.scan("districtkpi.importer");
            context.refresh();
            for (String round : List.of("2564-1", "2564-2", "2565-1", "2565-2")) {
                byte[] agreement = AgreementText.shipped(round).text().getBytes(UTF_8);
                byte[] results =
                        AgreementText.resource(
                                        "/districtkpi/demonstration/results-" + round + ".csv")
                                .getBytes(UTF_8);
                context.getBean(AgreementImportService.class)
                        .commit(new ImportFile(round + ".yaml", agreement));

                ImportReport report =
                        context.getBean(ResultImportService.class)
                                .commitDemonstration(new ImportFile(round + ".csv", results));

                assertThat(report.status())
                        .as(report.issues().toString())
                        .isEqualTo(Status.COMMITTED);
                assertThat(report.issues()).as(round).isEmpty();
                Scoreboard scoreboard =
                        context.getBean(ScoreboardQuery.class)
                                .find(RoundId.parse(round))
                                .orElseThrow();
                assertThat(scoreboard.demonstration()).isTrue();
                assertThat(scoreboard.ranking().rows())
                        .hasSize(9)
                        .allMatch(row -> row.rank().isPresent());
            }
        }
    }
}
