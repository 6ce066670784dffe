package districtkpi.ui.wiring;

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
                    "SERVER_FORWARD_HEADERS_STRATEGY=framework เชื่อที่อยู่ที่ผู้เรียกแต่งขึ้นได้ โปรดใช้"
                            + " native / believes addresses that anybody can make up: use native.");
        }
    }
}
