package districtkpi.ui.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API (OpenAPI): every address with its parameters, its answers and
 * refusals, and an example of each.
 *
 * <p>springdoc finds the addresses; what they take is what {@link Parameters} reads, so that the
 * description cannot say something else. An address that nobody described is an error.
 *
 * @see "Decision record 0014: the description of the API"
 */
@Component
class ApiDescription implements GlobalOpenApiCustomizer {

    private static final String TABLE = "{table}";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]+)}");
    private static final String PROBLEM = "application/problem+json";

    private final ApiCalls calls;
    private final JsonMapper mapper;

    ApiDescription(ApiCalls calls, JsonMapper mapper) {
        this.calls = calls;
        this.mapper = mapper;
    }

    @Override
    public void customise(OpenAPI description) {
        requireAllDescribed(description.getPaths());
        description.setInfo(
                new Info()
                        .title("District KPI")
                        .version("1")
                        .description("Files in, tables out. Refusals are problems (RFC 9457)."));
        description.setServers(List.of(new Server().url("/")));
        ApiSchemas schemas = new ApiSchemas(mapper);
        description.setComponents(
                new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token, made on the page of the account."))
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("User name and password.")));
        description.setSecurity(
                List.of(
                        new SecurityRequirement().addList("token"),
                        new SecurityRequirement().addList("basic")));
        description.setTags(null);
        Paths paths = new Paths();
        for (ApiCall call : calls.all()) {
            PathItem item = paths.computeIfAbsent(call.path(), _ -> new PathItem());
            item.operation(call.method(), operation(call, schemas));
        }
        description.setPaths(paths);
        schemas.components().forEach(description.getComponents()::addSchemas);
    }

    /** springdoc's addresses and ours have to be the same. */
    private void requireAllDescribed(Paths found) {
        Set<String> known = new TreeSet<>();
        calls.all().forEach(call -> known.add(call.method() + " " + call.path()));
        Set<String> undescribed = new TreeSet<>();
        found.forEach((path, item) ->
                item.readOperationsMap()
                        .keySet()
                        .forEach(method -> {
                            if (known.stream().noneMatch(call -> isAt(method + " " + path, call))) {
                                undescribed.add(method + " " + path);
                            }
                        }));
        if (!undescribed.isEmpty()) {
            throw new IllegalStateException("Nobody described " + undescribed);
        }
    }

    private static boolean isAt(String found, String call) {
        int table = found.indexOf(TABLE);
        return table < 0
                ? found.equals(call)
                : call.startsWith(found.substring(0, table))
                        && call.endsWith(found.substring(table + TABLE.length()));
    }

    private Operation operation(ApiCall call, ApiSchemas schemas) {
        Operation operation = new Operation().summary(call.summary());
        operation.setOperationId(
                (call.method() + call.path().substring(ApiPaths.VERSION_1.length()))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_"));
        Matcher inPath = IN_PATH.matcher(call.path());
        while (inPath.find()) {
            String name = inPath.group(1);
            operation.addParametersItem(
                    new Parameter()
                            .in("path")
                            .name(name)
                            .required(true)
                            .schema(ApiSchemas.typed("string"))
                            .example(Query.named(name).map(Query::example).orElse("1")));
        }
        call.queries().stream()
                .sorted()
                .forEach(query -> operation.addParametersItem(parameter(query, call)));
        if (call.takesFile()) {
            operation.setRequestBody(file(call));
        }
        operation.setDescription(
                call.examples().stream()
                        .map(example -> "Example: " + call.method() + " " + example.request())
                        .collect(Collectors.joining("\n")));
        operation.setResponses(responses(call, schemas));
        return operation;
    }

    private static Parameter parameter(Query query, ApiCall call) {
        boolean several = call.repeatable().contains(query);
        Schema<?> one = ApiSchemas.typed("string");
        return new Parameter()
                .in("query")
                .name(query.wireName())
                .required(false)
                .description(query.description())
                .schema(several ? ApiSchemas.many(one) : one)
                .example(several ? List.of(query.example()) : query.example());
    }

    private static RequestBody file(ApiCall call) {
        Schema<?> form = ApiSchemas.typed("object");
        form.addProperty("file", ApiSchemas.typed("string").format("binary"));
        form.setRequired(List.of("file"));
        MediaType parts = new MediaType().schema(form);
        call.examples()
                .forEach(example ->
                        example.file()
                                .ifPresent(file ->
                                        parts.addExamples(
                                                name(example),
                                                new Example()
                                                        .summary(
                                                                call.method()
                                                                        + " "
                                                                        + example.request()
                                                                        + " with "
                                                                        + file.name())
                                                        .value(Map.of("file", file.content())))));
        return new RequestBody()
                .required(true)
                .content(new Content().addMediaType("multipart/form-data", parts));
    }

    private ApiResponses responses(ApiCall call, ApiSchemas schemas) {
        ApiResponses responses = new ApiResponses();
        for (ApiCall.Example example : call.examples()) {
            MediaType answer =
                    content(responses, example.status(), call.mediaType(), schemas.of(call));
            answer.addExamples(
                    name(example),
                    new Example()
                            .summary(call.method() + " " + example.request())
                            .value(value(call, example)));
        }
        if (call.takesFile() && !call.mediaType().equals("text/csv")) {
            for (HttpStatus refused :
                    List.of(HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE)) {
                content(responses, refused, call.mediaType(), schemas.of(call));
            }
        }
        Schema<?> schema = ApiSchemas.reference(schemas.of(ProblemAnswer.class));
        for (Problem problem : ApiRefusals.of(call)) {
            content(responses, problem.status(), PROBLEM, schema)
                    .addExamples(
                            problem.type(),
                            new Example()
                                    .value(
                                            mapper.convertValue(
                                                    ProblemAnswer.of(problem, call.path()),
                                                    OBJECT)));
        }
        return responses;
    }

    /** What a call answers with a status; begun if it was not spoken of before. */
    private static MediaType content(
            ApiResponses responses, HttpStatus status, String type, Schema<?> schema) {
        ApiResponse response =
                responses.computeIfAbsent(
                        String.valueOf(status.value()),
                        _ ->
                                new ApiResponse()
                                        .description(status.getReasonPhrase())
                                        .content(new Content()));
        return response.getContent().computeIfAbsent(type, _ -> new MediaType().schema(schema));
    }

    /** JSON as what it is, everything else as text. */
    private Object value(ApiCall call, ApiCall.Example example) {
        return call.mediaType().equals("application/json")
                ? mapper.readValue(example.response(), Object.class)
                : example.response();
    }

    /** Names the examples of a call apart. */
    private static String name(ApiCall.Example example) {
        return example.request()
                        .substring(ApiPaths.VERSION_1.length())
                        .replaceAll("[^A-Za-z0-9]+", "-")
                        .substring(1)
                + "-"
                + example.status().value();
    }
}
