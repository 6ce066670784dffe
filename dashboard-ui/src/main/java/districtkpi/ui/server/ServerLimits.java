package districtkpi.ui.server;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the web server wait for those alone who do their part. */
@Configuration(proxyBeanMethods = false)
class ServerLimits {

    /**
     * @param patience with a header, or with a body that comes too slowly
     */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> pacedConnections(
            @Value("${district-kpi.patience}") Duration patience) {
        return factory -> {
            factory.setProtocol(PacedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof PacedProtocol protocol) {
                    protocol.setPatience(patience);
                }
            });
        };
    }
}
