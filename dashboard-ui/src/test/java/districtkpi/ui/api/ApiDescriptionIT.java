package districtkpi.ui.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import districtkpi.ui.api.ApiCall.Example;
import districtkpi.ui.api.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ApiDescriptionIT {

    private static final ApiClient CLIENT = DemonstrationServer.client();
    private static final ApiClient STRANGER = new ApiClient(CLIENT.address(), "Bearer dkpi_nobody");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DESCRIPTION = "https://localhost/api/openapi.json";
    private static final String PROBLEM = "application/problem+json";

    private static JsonNode description = JSON.nullNode();
    private static SchemaRegistry schemas =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

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

    @BeforeAll
    static void readTheDescription() {
        Answer answer = CLIENT.get("/api/openapi.json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        description = answer.json();
        // What is not described is not to be answered either, though readers have to bear it.
        description
                .get("components")
                .get("schemas")
                .forEach(schema -> {
                    if (schema.has("properties") && !schema.has("additionalProperties")) {
                        ((ObjectNode) schema).put("additionalProperties", false);
                    }
                });
        schemas =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of(DESCRIPTION, description.toString())));
    }

    static Stream<ApiCall> calls() {
        return DemonstrationServer.application().get(ApiCalls.class).all().stream();
    }

    @Test
    void everyAddressIsDescribedAndNothingElseIs() {
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method -> described.add(method + " " + path.getKey())));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        calls().map(call -> method(call) + " " + call.path()).toList());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyExampleIsWhatTheCallAnswersAndFitsItsSchema(ApiCall call) {
        for (Example example : call.examples()) {
            Answer answer = send(CLIENT, call, example, example.request());

            assertThat(answer.status()).as(answer.text()).isEqualTo(example.status().value());
            assertThat(answer.header("Content-Type")).startsWith(call.mediaType());
            assertThat(shape(call, answer.text()))
                    .as(answer.text())
                    .isEqualTo(shape(call, example.response()));
            if (call.mediaType().equals("application/json")) {
                assertFits(call, answer, call.mediaType(), answer.text());
                assertFits(call, answer, call.mediaType(), example.response());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whatIsWrongIsRefusedAsDescribed(ApiCall call) {
        Example example = call.examples().getFirst();
        String request = example.request();

        assertProblem(
                call,
                send(
                        CLIENT,
                        call,
                        example,
                        request + (request.contains("?") ? "&" : "?") + "unheard=1"));
        assertProblem(call, send(STRANGER, call, example, request));
        String nowhere =
                request.replaceFirst("/rounds/[0-9-]+/", "/rounds/2599-1/")
                        .replaceFirst("/imports/[0-9]+", "/imports/0")
                        .replaceFirst("/sources/[a-z-]+/", "/sources/unheard/");
        if (!nowhere.equals(request)) {
            assertProblem(call, send(CLIENT, call, example, nowhere));
        }
        if (call.takesFile()) {
            assertProblem(call, CLIENT.post(request, "text/csv", new byte[0]));
        }
    }

    @Test
    void everyExampleOfAProblemFitsItsSchema() {
        calls().forEach(call ->
                responses(call)
                        .forEach(response ->
                                response.path("content")
                                        .path(PROBLEM)
                                        .path("examples")
                                        .forEach(example ->
                                                assertThat(
                                                                faults(
                                                                        "Problem",
                                                                        example.get("value")
                                                                                .toString()))
                                                        .isEmpty())));
    }

    @Test
    void thePageShowsEveryCallWithItsExample() {
        Answer page = CLIENT.get("/api");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("style-src 'sha256-");
        calls().forEach(call -> assertThat(page.text()).contains("<code>" + call.path()));
        assertThat(page.text()).contains("-F file=@results.csv");
    }

    private static Answer send(ApiClient client, ApiCall call, Example example, String request) {
        return example.file()
                .map(file -> client.postFile(request, file.name(), file.content()))
                .orElseGet(() -> client.send(call.method().name(), request));
    }

    private static JsonNode responses(ApiCall call) {
        return description.get("paths").get(call.path()).get(method(call)).get("responses");
    }

    private static String method(ApiCall call) {
        return call.method().name().toLowerCase(Locale.ROOT);
    }

    /** The problem is one of those that are described, with the status that it has there. */
    private static void assertProblem(ApiCall call, Answer answer) {
        assertThat(answer.header("Content-Type")).as(answer.text()).isEqualTo(PROBLEM);
        assertFits(call, answer, PROBLEM, answer.text());
        List<String> described = new ArrayList<>();
        responses(call)
                .get(String.valueOf(answer.status()))
                .get("content")
                .get(PROBLEM)
                .get("examples")
                .forEach(example -> described.add(example.at("/value/type").asString()));
        assertThat(described)
                .as(call.method() + " " + call.path() + " " + answer.status())
                .contains(answer.json().get("type").asString());
    }

    private static void assertFits(ApiCall call, Answer answer, String mediaType, String json) {
        JsonNode content = responses(call).path(String.valueOf(answer.status())).path("content");
        assertThat(content.has(mediaType))
                .as(call.method() + " " + call.path() + " " + answer.status())
                .isTrue();
        String place =
                "/paths/"
                        + call.path().replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
                        + "/"
                        + method(call)
                        + "/responses/"
                        + answer.status()
                        + "/content/"
                        + mediaType.replace("/", "~1").replace("+", "%2B")
                        + "/schema";
        assertThat(
                        schemas.getSchema(SchemaLocation.of(DESCRIPTION + "#" + place))
                                .validate(json, InputFormat.JSON))
                .as(call.method() + " " + call.path())
                .isEmpty();
    }

    private static List<?> faults(String schema, String json) {
        return schemas.getSchema(SchemaLocation.of(DESCRIPTION + "#/components/schemas/" + schema))
                .validate(json, InputFormat.JSON);
    }

    /** The columns of a table, the keys of objects, or else the first line. */
    private static List<String> shape(ApiCall call, String text) {
        boolean json = call.mediaType().equals("application/json");
        if (!json) {
            return call.mediaType().startsWith("text/") || call.mediaType().endsWith("yaml")
                    ? List.of(text.split("\r?\n", -1)[0])
                    : List.of();
        }
        JsonNode read = JSON.readTree(text.getBytes(UTF_8));
        JsonNode one = read.isArray() ? read.get(0) : read;
        List<String> keys = new ArrayList<>();
        if (one != null) {
            one.propertyNames().forEach(keys::add);
        }
        return keys;
    }
}
