package districtkpi.ui.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, whatever the client said that it accepts: a refusal is never negotiated. */
@Component
class ProblemWriter {

    private static final String RETRY_SECONDS = "5";

    private final JsonMapper mapper;

    ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        response.resetBuffer();
        response.setStatus(problem.status().value());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE
                && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(
                        mapper.writeValueAsBytes(
                                ProblemAnswer.of(problem, request.getRequestURI())));
    }
}
