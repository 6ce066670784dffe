package districtkpi.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import districtkpi.ui.command.Commands;
import districtkpi.ui.command.UnreadableNames;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the dashboard. What it needs around it is set up in {@code districtkpi.ui.wiring}. */
// Nobody signs in but with an account: there is no user that Spring makes up.
@SpringBootApplication(
        scanBasePackages = "districtkpi",
        exclude = UserDetailsServiceAutoConfiguration.class)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class DistrictKpiApplication implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icon.svg", "any");
    }

    public static void main(String[] arguments) {
        Optional<String> unreadable =
                UnreadableNames.find(
                        System.getenv("DISTRICT_KPI_DATA"),
                        System.getProperty("user.dir"),
                        arguments);
        if (unreadable.isPresent()) {
            System.err.println(unreadable.get());
            System.exit(1);
        }
        OptionalInt status = Commands.run(arguments, System.out, System.err);
        if (status.isPresent()) {
            System.exit(status.getAsInt());
        }
        SpringApplication.run(DistrictKpiApplication.class, arguments);
    }
}
