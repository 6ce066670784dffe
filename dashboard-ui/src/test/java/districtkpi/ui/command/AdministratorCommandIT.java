package districtkpi.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.scope.RowScope;
import districtkpi.db.testing.TestDatabase;
import districtkpi.office.setting.Setting;
import districtkpi.ui.testing.RunningApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AdministratorCommandIT {

    private static final Pattern PASSWORD = Pattern.compile("\\(shown once\\): (\\S+)");

    @TempDir private Path folder;

    /**
     * What was said at the server.
     *
     * @param status that the program ends with
     */
    private record Said(OptionalInt status, String out, String err) {}

    @Test
    void letsTheOnlyAdministratorInAgainWhileTheProgramRuns() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (RunningApplication application = RunningApplication.start(false, database)) {
            add(application, AccountData.of(AccountName.of("clerk"), "", Role.DIRECTOR));
            shut(application);
            for (int i = 0; i < Setting.MAX_FAILURES.builtIn(); i++) {
                assertThat(signIn(application, "admin", "wrong")).endsWith("error=wrong");
            }
            assertThat(signIn(application, "admin", "wrong")).endsWith("error=locked");

            assertThat(run(database, "administrator").status()).hasValue(2);
            Said unknown = run(database, "administrator", "nobody");
            assertThat(unknown.status()).hasValue(1);
            assertThat(unknown.err()).contains("no account nobody").contains("are: admin");
            assertThat(run(database, "administrator", "clerk").err())
                    .contains("clerk is no administrator");

            Said done = run(database, "administrator", "admin");
            assertThat(done.err()).isEmpty();
            assertThat(done.status()).hasValue(0);
            Matcher password = PASSWORD.matcher(done.out());
            assertThat(password.find()).as(done.out()).isTrue();
            assertThat(signIn(application, "admin", password.group(1))).isEqualTo("/");

            Account account =
                    application.get(AccountRepository.class).find(AccountName.ADMIN).orElseThrow();
            assertThat(account.passwordTemporary()).isTrue();
            assertThat(account.enabled()).isTrue();
            assertThat(
                            RowScope.inProvince(() ->
                                    application
                                            .get(AuditTrail.class)
                                            .findNewest(
                                                    new AuditFilter(
                                                            AuditAction.PASSWORD_RESET, null),
                                                    Long.MAX_VALUE,
                                                    10)))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.account()).isEmpty();
                        assertThat(entry.subject()).isEqualTo("account admin");
                        assertThat(entry.before()).containsEntry("enabled", "false");
                        assertThat(entry.after())
                                .containsEntry("enabled", "true")
                                .containsEntry("way", "server");
                    });
        }
    }

    @Test
    void worksWithTheEmbeddedDatabaseWhileNoProgramRuns() {
        Said none = run("administrator", "admin", "--district-kpi.data=" + folder);
        assertThat(none.status()).hasValue(1);
        assertThat(none.err()).contains("There are no data in the folder " + folder);
        assertThat(folder).isEmptyDirectory();

        EmbeddedDatabase.start(folder).close();
        Said started = run("administrator", "admin", "--district-kpi.data=" + folder);
        assertThat(started.status()).hasValue(1);
        assertThat(started.err()).contains("There is no account admin");
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void leavesServingToTheProgramAndRefusesWhatIsNoCommand() {
        assertThat(run().status()).isEmpty();
        assertThat(run("--server.port=80").status()).isEmpty();
        Said unknown = run("administrate");
        assertThat(unknown.status()).hasValue(2);
        assertThat(unknown.err()).contains("There is no command administrate");
    }

    private static Said run(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--spring.datasource.url=" + database.jdbcUrl());
        all.add("--spring.datasource.username=" + database.username());
        all.add("--spring.datasource.password=" + database.password());
        return run(all.toArray(String[]::new));
    }

    private static Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OptionalInt status =
                Commands.run(
                        arguments,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void add(RunningApplication application, AccountData data) {
        AccountRepository accounts = application.get(AccountRepository.class);
        inTransaction(application, () -> accounts.add(data, NewPassword.NONE, false));
    }

    private static void shut(RunningApplication application) {
        AccountRepository accounts = application.get(AccountRepository.class);
        Account admin = accounts.find(AccountName.ADMIN).orElseThrow();
        inTransaction(
                application,
                () -> accounts.change(admin.id(), admin.version(), admin.data(), false));
    }

    private static void inTransaction(RunningApplication application, Runnable step) {
        RowScope.inProvince(() ->
                new TransactionTemplate(application.get(PlatformTransactionManager.class))
                        .executeWithoutResult(_ -> step.run()));
    }

    /** Where it leads. */
    private static String signIn(RunningApplication application, String name, String password)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(application.address() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "username="
                                                + name
                                                + "&password="
                                                + URLEncoder.encode(
                                                        password, StandardCharsets.UTF_8)))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElse("")
                    .replace(application.address().toString(), "");
        }
    }
}
