package districtkpi.ui.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What the browser may load for a page ({@code Content-Security-Policy}): nothing from anywhere
 * else, and of inline scripts only those that the server itself wrote into this page.
 *
 * <p>Vaadin's client runs what the server sends as functions made of text, so that {@code
 * unsafe-eval} has to stay; and it writes styles into elements.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    private static final String COMMON =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src"
                    + " 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; script-src-attr 'none'; ";

    /** Of everything but the page itself. */
    static final String WITHOUT_SCRIPTS = COMMON + "script-src 'self'";

    private static final int NONCE_BYTES = 18;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::restrict);
    }

    private void restrict(IndexHtmlResponse response) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        response.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        response.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
        response.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy",
                        COMMON + "script-src 'self' 'unsafe-eval' 'nonce-" + nonce + "'");
    }
}
