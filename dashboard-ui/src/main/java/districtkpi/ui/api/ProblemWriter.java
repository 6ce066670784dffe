package districtkpi.ui.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes problems, whatever the client said that it accepts: a refusal is never negotiated. */
@Component
class ProblemWriter {

    private static final String TYPE_PREFIX = "urn:district-kpi:problem:";

    private final JsonMapper mapper;

    ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        ObjectNode body =
                mapper.createObjectNode()
                        .put("type", TYPE_PREFIX + problem.type())
                        .put("title", problem.title().en())
                        .put("titleTh", problem.title().th())
                        .put("status", problem.status().value())
                        .put("detail", problem.detail().en())
                        .put("detailTh", problem.detail().th())
                        .put("instance", request.getRequestURI());
        response.resetBuffer();
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(mapper.writeValueAsBytes(body));
    }
}
