package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** What every refusal of the API has in common. */
final class Problems {

    private Problems() {}

    static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("type").asString()).isEqualTo("urn:district-kpi:problem:" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("titleTh").asString()).containsPattern("[ก-ฮ]");
        assertThat(problem.get("detailTh").asString()).containsPattern("[ก-ฮ]");
        assertThat(problem.get("instance").asString()).startsWith("/api");
    }
}
