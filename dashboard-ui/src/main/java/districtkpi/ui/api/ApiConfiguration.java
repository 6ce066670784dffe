package districtkpi.ui.api;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Keeps what is unknown below {@code /api} from reaching the views, which take every address. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    /** After the controllers, before static files and views. */
    private static final int BETWEEN_CONTROLLERS_AND_VIEWS = 10;

    @Bean
    SimpleUrlHandlerMapping unknownApiAddresses() {
        HttpRequestHandler unknown =
                (request, _) -> {
                    throw new ProblemException(Problem.unknownAddress(request.getRequestURI()));
                };
        return new SimpleUrlHandlerMapping(
                Map.of(ApiPaths.EVERYTHING, unknown), BETWEEN_CONTROLLERS_AND_VIEWS);
    }
}
