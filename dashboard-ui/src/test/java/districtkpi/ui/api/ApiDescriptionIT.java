package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import districtkpi.ui.api.ApiDescription.Call;
import districtkpi.ui.api.ApiDescription.Example;
import io.swagger.v3.oas.models.PathItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionIT {

    private static final ApiClient CLIENT = DemonstrationServer.client();
    private static final JsonMapper JSON = new JsonMapper();

    /** A small extract of a day so early that nothing else changes by it. */
    @BeforeAll
    static void takeAnExtractIn() {
        Answer answer =
                CLIENT.postFile(
                        "/api/v1/imports?source=target-households&round=2564-1&asOf=2020-10-01",
                        "households.csv",
                        """
                        รหัสหมู่บ้าน 8 หลัก,ครัวเรือนเป้าหมาย,ครัวเรือนที่ได้รับการพัฒนา,ข้อมูล ณ วันที่
                        43010101,12,3,1/10/2563
                        """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    static Stream<Call> calls() {
        return DemonstrationServer.application().get(ApiDescription.class).calls().stream();
    }

    static Stream<Call> reading() {
        return calls().filter(call -> call.method() == PathItem.HttpMethod.GET);
    }

    @Test
    void everyAddressIsDescribedAndNothingElseIs() {
        Answer answer = CLIENT.get("/api/openapi.json");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Set<String> described = new TreeSet<>();
        answer.json()
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method -> described.add(method + " " + path.getKey())));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        calls().map(call ->
                                        call.method().name().toLowerCase(Locale.ROOT)
                                                + " "
                                                + call.path())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("reading")
    void theExampleIsWhatTheCallAnswers(Call call) {
        Example example = call.example().orElseThrow();

        Answer answer = CLIENT.get(example.request());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(call.mediaType());
        assertThat(shape(call, answer.text())).isEqualTo(shape(call, example.response()));
    }

    @ParameterizedTest
    @MethodSource("reading")
    void aParameterThatIsNotDescribedIsRefused(Call call) {
        if (call.queries().isEmpty()) {
            return;
        }
        String request = call.example().orElseThrow().request();

        assertThat(CLIENT.get(request + (request.contains("?") ? "&" : "?") + "unheard=1").status())
                .isEqualTo(400);
    }

    @Test
    void thePageShowsEveryCallWithItsExample() {
        Answer page = CLIENT.get("/api");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("style-src 'sha256-");
        calls().forEach(call -> assertThat(page.text()).contains("<code>" + call.path()));
    }

    /** The columns of a table, the keys of objects, or else the first line. */
    private static List<String> shape(Call call, String text) {
        boolean json = call.mediaType().equals("application/json");
        if (!json) {
            return call.mediaType().startsWith("text/") || call.mediaType().endsWith("yaml")
                    ? List.of(text.split("\r?\n", -1)[0])
                    : List.of();
        }
        JsonNode read = JSON.readTree(text);
        JsonNode one = read.isArray() ? read.get(0) : read;
        List<String> keys = new ArrayList<>();
        if (one != null) {
            one.propertyNames().forEach(keys::add);
        }
        return keys;
    }
}
