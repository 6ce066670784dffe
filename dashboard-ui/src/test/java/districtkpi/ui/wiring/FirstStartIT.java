package districtkpi.ui.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.Role;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.cascade.CascadeRepository;
import districtkpi.db.cascade.DistrictCascade;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.scope.RowScope;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.office.access.Permit;
import districtkpi.office.importing.ImportIntent;
import districtkpi.office.importing.ImportService;
import districtkpi.office.round.RoundWithdrawal;
import districtkpi.ui.DistrictKpiApplication;
import districtkpi.ui.security.IdentityProviders;
import districtkpi.ui.testing.Administrator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FirstStartIT {

    /** It does not answer, and the program starts all the same. */
    private static final String[] ONLY_BY_PROVIDER = {
        "--DISTRICT_KPI_PROVIDER_ONLY=true",
        "--spring.security.oauth2.client.registration.office.client-id=district-kpi",
        "--spring.security.oauth2.client.provider.office.issuer-uri=http://127.0.0.1:1"
    };

    /** How far the offices are, and their steps in the review. */
    private static final String WORK =
            """
            4301: 11 indicators cascaded, 3 officers, 0 unacknowledged
            4302: 0 indicators cascaded, 0 officers, 0 unacknowledged
            4305: 4 indicators cascaded, 3 officers, 1 unacknowledged
            4307: 0 indicators cascaded, 1 officers, 0 unacknowledged
            4308: 0 indicators cascaded, 0 officers, 0 unacknowledged
            4316: 0 indicators cascaded, 1 officers, 0 unacknowledged
            WAITING 5, SENT_BACK 1, REVIEWED 21\
            """;

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
            assertThat(first.getBeanNamesForType(ClientRegistrationRepository.class)).isEmpty();
            assertThat(first.getBeanNamesForType(IdentityProviders.class)).isEmpty();
        }
        try (ConfigurableApplicationContext second = start(true)) {
            assertThat(rounds(second)).containsExactly("2565-2", "2565-1", "2564-2", "2564-1");
            assertThat(second.getBean(ImportRepository.class).findNewest(10))
                    .hasSize(5)
                    .allMatch(stored -> stored.demonstration());
            assertThat(work(second)).isEqualTo(WORK);
            renameTheFirstAdministrator(second);
            assertThat(signIn(second)).isEqualTo("/");
        }
        try (ConfigurableApplicationContext third = start(true, ONLY_BY_PROVIDER)) {
            assertThat(signIn(third)).isEqualTo("/sign-in?error=wrong");
            assertThat(health(third)).isEqualTo("{\"status\":\"UP\"}");
            assertThat(third.getBean(AccountRepository.class).find(AccountName.ADMIN)).isEmpty();
            assertThat(third.getBean(ImportRepository.class).findNewest(10)).hasSize(5);
            assertThat(work(third)).as("Nothing is made up twice").isEqualTo(WORK);
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

    /** Else what an administrator took away would be there again in the morning. */
    @Test
    void doesNotOpenAgainWhatWasWithdrawn() {
        try (TestDatabase other = TestDatabase.create()) {
            RoundId signed = RoundId.parse("2565-1");
            try (ConfigurableApplicationContext first = start(other, false)) {
                String agreement =
                        first.getBean(AgreementRepository.class)
                                .findInForce(signed)
                                .orElseThrow()
                                .document();
                RoundWithdrawal withdrawal = first.getBean(RoundWithdrawal.class);
                RowScope.inProvince(() ->
                        Permit.byProgram(() -> {
                            first.getBean(ImportService.class)
                                    .takeAgreement(
                                            new ImportFile(
                                                    "2566-1.yaml",
                                                    agreement
                                                            .replace("2565-1", "2566-1")
                                                            .getBytes(StandardCharsets.UTF_8)),
                                            new ImportIntent.Commit(Optional.empty()));
                            withdrawal.withdraw(
                                    signed, withdrawal.ask(signed), "2565-1", "opened by mistake");
                        }));
                assertThat(rounds(first)).containsExactly("2566-1");
            }
            try (ConfigurableApplicationContext second = start(other, false)) {
                assertThat(rounds(second)).containsExactly("2566-1");
            }
            try (ConfigurableApplicationContext third = start(other, true)) {
                assertThat(rounds(third)).containsExactly("2566-1", "2565-2", "2564-2", "2564-1");
            }
        }
    }

    private static String work(ConfigurableApplicationContext context) {
        RoundId round = RoundId.parse("2565-2");
        return RowScope.inProvince(() -> {
            Map<DistrictCode, DistrictCascade> cascades =
                    context.getBean(CascadeRepository.class).findAll(round);
            List<ReviewState> states =
                    ReviewStep.newest(context.getBean(ReviewRepository.class).findAll(round))
                            .stream()
                            .map(step -> ReviewState.after(Optional.of(step)))
                            .toList();
            return Stream.concat(
                            Stream.of("4301", "4302", "4305", "4307", "4308", "4316")
                                    .map(DistrictCode::of)
                                    .map(code ->
                                            cascades.getOrDefault(code, DistrictCascade.none(code)))
                                    .map(one ->
                                            String.format(
                                                    Locale.ROOT,
                                                    "%s: %d indicators cascaded, %d officers, %d unacknowledged",
                                                    one.district(),
                                                    one.cascaded().size(),
                                                    one.officers(),
                                                    one.unacknowledged())),
                            Stream.of(
                                    Stream.of(
                                                    ReviewState.WAITING,
                                                    ReviewState.SENT_BACK,
                                                    ReviewState.REVIEWED)
                                            .map(state ->
                                                    state
                                                            + " "
                                                            + Collections.frequency(states, state))
                                            .collect(Collectors.joining(", "))))
                    .collect(Collectors.joining("\n"));
        });
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

    /** With the right password. */
    private static String signIn(ConfigurableApplicationContext context) throws Exception {
        String address =
                "http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "username=head.of.it&password=" + Administrator.PASSWORD))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElse("")
                    .replace(address, "");
        }
    }

    private static ConfigurableApplicationContext start(boolean demonstration, String... more) {
        return start(database, demonstration, more);
    }

    private static ConfigurableApplicationContext start(
            TestDatabase database, boolean demonstration, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("--server.port=0");
        settings.add("--spring.datasource.url=" + database.jdbcUrl());
        settings.add("--spring.datasource.username=" + database.username());
        settings.add("--spring.datasource.password=" + database.password());
        settings.add("--district-kpi.admin-password=" + Administrator.PASSWORD);
        settings.add("--district-kpi.password.strength=" + Administrator.STRENGTH);
        settings.add("--district-kpi.demo=" + demonstration);
        return new SpringApplication(DistrictKpiApplication.class)
                .run(settings.toArray(String[]::new));
    }
}
