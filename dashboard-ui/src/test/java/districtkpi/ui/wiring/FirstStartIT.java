package districtkpi.ui.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.Role;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.ui.DistrictKpiApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FirstStartIT {

    private static TestDatabase database;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void opensTheSignedRoundAloneAndLaterAddsTheDemonstrationOnce() throws Exception {
        try (ConfigurableApplicationContext first = start(false)) {
            assertThat(rounds(first)).containsExactly("2565-1");
            assertThat(first.getBean(ImportRepository.class).findNewest(10)).isEmpty();
        }
        try (ConfigurableApplicationContext second = start(true)) {
            assertThat(rounds(second)).containsExactly("2565-2", "2565-1", "2564-2", "2564-1");
            assertThat(second.getBean(ImportRepository.class).findNewest(10))
                    .hasSize(5)
                    .allMatch(stored -> stored.demonstration());
            renameTheFirstAdministrator(second);
        }
        try (ConfigurableApplicationContext third = start(true)) {
            assertThat(health(third)).isEqualTo("{\"status\":\"UP\"}");
            assertThat(third.getBean(AccountRepository.class).find(AccountName.ADMIN)).isEmpty();
            assertThat(third.getBean(ImportRepository.class).findNewest(10)).hasSize(5);
            List<StoredAgreement> agreements =
                    third.getBean(AgreementRepository.class).findAllInForce();
            assertThat(agreements).allMatch(stored -> stored.version() == 1);
            Scoreboard scoreboard =
                    third.getBean(ScoreboardQuery.class)
                            .find(RoundId.parse("2565-1"))
                            .orElseThrow();
            assertThat(scoreboard.demonstration()).isTrue();
            assertThat(scoreboard.ranking().statistics()).isPresent();
        }
    }

    /** Whoever did so does not want a second one, with a password that stands in some setting. */
    private static void renameTheFirstAdministrator(ConfigurableApplicationContext context) {
        AccountRepository accounts = context.getBean(AccountRepository.class);
        Account first = accounts.find(AccountName.ADMIN).orElseThrow();
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        accounts.change(
                                first.id(),
                                first.version(),
                                AccountData.of(
                                        AccountName.of("head.of.it"), "", Role.ADMINISTRATOR),
                                true));
    }

    private static String health(ConfigurableApplicationContext context) throws Exception {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        URI address = URI.create("http://127.0.0.1:" + port + "/actuator/health");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static List<String> rounds(ConfigurableApplicationContext context) {
        return context.getBean(AgreementRepository.class).findAllInForce().stream()
                .map(stored -> stored.agreement().round().toString())
                .toList();
    }

    private static ConfigurableApplicationContext start(boolean demonstration) {
        return new SpringApplication(DistrictKpiApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--district-kpi.password.strength=4",
                        "--district-kpi.demo=" + demonstration);
    }
}
