package districtkpi.ui.wiring;

import districtkpi.ui.text.ServerTexts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a way of reading the headers of proxies that believes everybody: who makes
 * up {@code X-Forwarded-For} would never be slowed down. Tomcat's own way ({@code native}) believes
 * the proxies alone that {@code DISTRICT_KPI_PROXIES} names.
 */
@Component
class ForwardedHeaders {

    ForwardedHeaders(@Value("${server.forward-headers-strategy:}") String strategy) {
        if (strategy.equalsIgnoreCase("framework")) {
            throw new IllegalStateException(
                    ServerTexts.bilingual(ServerTexts.text("server.forwarded-headers")));
        }
    }
}
