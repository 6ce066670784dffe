package districtkpi.ui.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.TokenScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The lines of {@code docs/analysts.md}, run against the program as they stand but for its address.
 * R is on few machines, so its address is fetched instead; where curl or Python is missing, the
 * test says so by failing.
 */
class AnalystsIT {

    private static final Path DOCUMENT = Path.of("../docs/analysts.md");
    private static final ApiClient CLIENT = DemonstrationServer.client();
    private static final String TOKEN = DemonstrationServer.token(TokenScope.READ);

    @Test
    void theLineForCurlGivesTheTable() throws Exception {
        assertThat(run("sh", "-c", block("sh"))).isEqualTo(CLIENT.get("/api/v1/scores.csv").text());
    }

    @Test
    void theLinesForPythonGiveEveryRow() throws Exception {
        assertThat(run("python3", "-c", block("python")).split(" ", -1)[0])
                .isEqualTo(String.valueOf(CLIENT.get("/api/v1/scores.csv").rows().size()));
    }

    @Test
    void theLineForRReadsAnAddressThatAnswersWithATable() throws Exception {
        Matcher line =
                Pattern.compile(
                                "^token <- paste\\(\"Bearer\", Sys\\.getenv\\(\"DISTRICT_KPI_TOKEN\"\\)\\)\n"
                                        + "\\w+ <- read\\.csv\\(url\\(\"([^\"]+)\", encoding = \"UTF-8\","
                                        + " headers = c\\(Authorization = token\\)\\)\\)$")
                        .matcher(block("r").strip());

        assertThat(line.matches()).isTrue();
        String path = line.group(1).substring(CLIENT.address().toString().length());
        assertThat(new ApiClient(CLIENT.address(), "Bearer " + TOKEN).get(path).rows())
                .isNotEmpty();
    }

    /** The first block of a language, with the address that the program has here. */
    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(DOCUMENT));
        assertThat(block.find()).as("a block of " + language).isTrue();
        return block.group(1).replace("http://localhost:8080", CLIENT.address().toString());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command));
        builder.environment().put("DISTRICT_KPI_TOKEN", TOKEN);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        String wrong = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(wrong).isZero();
        return said;
    }
}
