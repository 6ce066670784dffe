package districtkpi.ui.wiring;

import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.ui.text.ServerTexts;
import java.net.InetAddress;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * With demonstration data on the embedded database anybody may sign in as anything; then nobody but
 * this machine is served, whatever {@code SERVER_ADDRESS} says.
 */
@Configuration(proxyBeanMethods = false)
class DemonstrationMode {

    private static final Logger log = LoggerFactory.getLogger(DemonstrationMode.class);

    @Bean
    DemonstrationAccounts demonstrationAccounts(StartSettings settings, Environment environment) {
        return new DemonstrationAccounts(
                !OwnDatabase.isNamed(environment) && settings.demonstration().orElse(true));
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> loopbackAlone(
            DemonstrationAccounts accounts, Environment environment) {
        return factory -> {
            if (accounts.offered()) {
                InetAddress loopback = InetAddress.getLoopbackAddress();
                String wanted = environment.getProperty("server.address", "");
                if (!isLoopback(wanted)) {
                    log.warn(
                            "{}",
                            ServerTexts.bilingual(
                                    ServerTexts.text("server.demonstration", wanted)));
                }
                factory.setAddress(loopback);
            }
        };
    }

    private static boolean isLoopback(String address) {
        return Objects.equals(address, "localhost") || address.startsWith("127.");
    }
}
