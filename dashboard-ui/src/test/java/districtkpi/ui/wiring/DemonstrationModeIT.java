package districtkpi.ui.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.Role;
import districtkpi.db.scope.RowScope;
import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.ui.DistrictKpiApplication;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The program as it is started with nothing prepared: on the embedded database. */
class DemonstrationModeIT {

    @Test
    void anAccountOfEachRoleIsOfferedToThisMachineAloneAndShutWithoutDemonstration(
            @TempDir Path folder) throws Exception {
        try (ServletWebServerApplicationContext first = start(folder, true)) {
            assertThat(first.getBean(AccountRepository.class).findAll())
                    .filteredOn(Account::demonstration)
                    .extracting(Account::role)
                    .containsExactlyInAnyOrder(Role.values());
            assertThat(address(first)).isEqualTo(InetAddress.getLoopbackAddress());
            assertThat(signIn(first, "demo-analyst")).isEqualTo("/");
            assertThat(role(first)).isEqualTo("district_kpi_district");
            assertThat(RowScope.inProvince(() -> role(first))).isEqualTo("district_kpi_program");
        }
        try (ServletWebServerApplicationContext second = start(folder, false)) {
            assertThat(signIn(second, "demo-analyst")).isEqualTo("/sign-in?error=wrong");
            assertThat(second.getBean(AccountRepository.class).findAll())
                    .filteredOn(Account::demonstration)
                    .noneMatch(Account::enabled);
        }
    }

    private static String role(ServletWebServerApplicationContext application) {
        return Objects.toString(
                new JdbcTemplate(application.getBean(DataSource.class))
                        .queryForObject("select current_user::text", String.class));
    }

    private static InetAddress address(ServletWebServerApplicationContext application) {
        TomcatWebServer server =
                (TomcatWebServer) Objects.requireNonNull(application.getWebServer());
        return (InetAddress) server.getTomcat().getConnector().getProperty("address");
    }

    private static String signIn(ServletWebServerApplicationContext application, String name)
            throws Exception {
        URI address =
                URI.create(
                        "http://127.0.0.1:"
                                + application
                                        .getEnvironment()
                                        .getRequiredProperty("local.server.port"));
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "username="
                                                + name
                                                + "&password="
                                                + DemonstrationAccounts.PASSWORD,
                                        UTF_8))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String location =
                    client.send(request, BodyHandlers.discarding())
                            .headers()
                            .firstValue("Location")
                            .orElse("");
            return location.replace(address.toString(), "");
        }
    }

    private static ServletWebServerApplicationContext start(Path folder, boolean demonstration) {
        return (ServletWebServerApplicationContext)
                new SpringApplication(DistrictKpiApplication.class)
                        .run(
                                "--server.port=0",
                                "--server.address=" + (demonstration ? "0.0.0.0" : "127.0.0.1"),
                                "--district-kpi.data=" + folder.resolve("data"),
                                "--district-kpi.password.strength=4",
                                "--district-kpi.demo=" + demonstration);
    }
}
