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

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int CARRIERS_PER_PROCESSOR = 8;
    private static final int MIN_CARRIERS = 32;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icon.svg", "any");
    }

    /**
     * Virtual threads share few threads of the system, and one that works keeps its place until it
     * waits for something: with more of them than processors the system lets all get on, and who
     * wants little does not wait for who wants much. Before the first virtual thread begins.
     */
    private static void shareProcessors() {
        if (System.getProperty(CARRIERS) == null) {
            int wanted = Runtime.getRuntime().availableProcessors() * CARRIERS_PER_PROCESSOR;
            System.setProperty(CARRIERS, String.valueOf(Math.max(MIN_CARRIERS, wanted)));
        }
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
        shareProcessors();
        SpringApplication.run(DistrictKpiApplication.class, arguments);
    }
}
