package districtkpi.ui.data;

import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Optional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the reader found the program, so that the lines on the page work as they stand. */
final class OwnAddress {

    private static final String USUAL = "http://localhost:8080";

    private OwnAddress() {}

    /** Without a slash at its end. */
    static String get() {
        return Optional.ofNullable(VaadinServletRequest.getCurrent())
                .map(request ->
                        ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                                .build()
                                .toUriString())
                .orElse(USUAL);
    }
}
