package districtkpi.ui.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API (OpenAPI): every address with its parameters and an example.
 *
 * <p>springdoc finds the addresses; what they take is what {@link Parameters} reads, so that the
 * description cannot say something else. An address that nobody described is an error.
 *
 * @see "Decision record 0014: the description of the API"
 */
@Component
class ApiDescription implements GlobalOpenApiCustomizer {

    private static final String EXAMPLES = "/districtkpi/api/examples.json";
    private static final String ROUND = ApiPaths.VERSION_1 + "/rounds/{round}";
    private static final String TABLE = "{table}";
    private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]+)}");

    private final List<Call> calls;

    /**
     * A call.
     *
     * @param queries everything that it takes
     * @param repeatable those of them that may be given several times
     * @param example none for calls that change something
     */
    record Call(
            PathItem.HttpMethod method,
            String path,
            String summary,
            Set<Query> queries,
            Set<Query> repeatable,
            Optional<Example> example) {

        boolean takesFile() {
            return method == PathItem.HttpMethod.POST && !path.endsWith("/undo");
        }

        String mediaType() {
            String ending = path.substring(path.lastIndexOf('.') + 1);
            return switch (ending) {
                case "csv" -> "text/csv";
                case "txt" -> "text/plain";
                case "yaml" -> "application/yaml";
                case "zip" -> "application/zip";
                case "xlsx" -> Download.Form.XLSX.type().toString();
                case "json" -> "application/json";
                default ->
                        method == PathItem.HttpMethod.POST
                                ? "application/json"
                                : "application/octet-stream";
            };
        }
    }

    /**
     * An example that can be called on the demonstration rounds.
     *
     * @param request the address with its query
     * @param response the start of what it answers
     */
    record Example(String request, String response) {}

    ApiDescription(RoundTables tables, JsonMapper mapper) {
        JsonNode examples = examples(mapper);
        List<Call> all = new ArrayList<>();
        for (Call call : fixed()) {
            all.add(withExample(call, examples));
        }
        for (RoundTable<?> table : tables.all()) {
            for (String ending : List.of(".csv", ".json")) {
                String path = ROUND + "/" + table.name() + ending;
                if (all.stream().noneMatch(call -> call.path().equals(path))) {
                    all.add(
                            withExample(
                                    get(
                                            path,
                                            "The table " + table.name() + " of a round.",
                                            table.parameters(),
                                            table.filters()),
                                    examples));
                }
            }
        }
        for (String name : RoundTables.NAMES_OF_MANY.split("\\|", -1)) {
            RoundTable<?> table = tables.ofMany(name);
            Set<Query> queries = new TreeSet<>(table.parameters());
            queries.add(Query.ROUND);
            Set<Query> repeatable = new TreeSet<>(table.filters());
            repeatable.add(Query.ROUND);
            for (String ending : List.of(".csv", ".json")) {
                all.add(
                        withExample(
                                get(
                                        ApiPaths.VERSION_1 + "/" + name + ending,
                                        "The table "
                                                + table.name()
                                                + " of the rounds that are named, or of all.",
                                        queries,
                                        repeatable),
                                examples));
            }
        }
        calls = List.copyOf(all);
    }

    private static List<Call> fixed() {
        String base = ApiPaths.VERSION_1;
        Set<Query> none = Set.of();
        return List.of(
                post(
                        base + "/imports",
                        "Takes a file of results in, all of it or nothing.",
                        joined(ImportController.FOR_POSTING, ExtractController.FOR_POSTING)),
                post(
                        base + "/imports/errors.csv",
                        "The rows of a file that would be refused, with what is wrong.",
                        joined(ImportController.FOR_ERRORS, ExtractController.FOR_ERRORS)),
                new Call(
                        PathItem.HttpMethod.POST,
                        base + "/imports/{id}/undo",
                        "Undoes an import; nothing is deleted.",
                        ImportController.FOR_UNDO,
                        none,
                        Optional.empty()),
                get(
                        base + "/imports/{id}/rows.csv",
                        "The rows of an extract, and what each counted for.",
                        ExtractController.FOR_ROWS,
                        none),
                get(
                        base + "/sources.json",
                        "The source systems whose extracts are taken in, with their columns.",
                        none,
                        none),
                get(
                        base + "/imports.json",
                        "The imports, newest first; a header Link leads to the next page.",
                        ImportController.FOR_LISTING,
                        none),
                get(
                        base + "/imports.csv",
                        "The imports, newest first; a header Link leads to the next page.",
                        ImportController.FOR_LISTING,
                        none),
                get(base + "/imports/{id}.json", "One import.", none, none),
                get(base + "/imports/{id}/file", "The file of an import as it came.", none, none),
                get(
                        base + "/issues.csv",
                        "What was doubtful about the files that were taken in.",
                        IssueController.PARAMETERS,
                        IssueController.REPEATABLE),
                get(
                        base + "/issues.json",
                        "What was doubtful about the files that were taken in.",
                        IssueController.PARAMETERS,
                        IssueController.REPEATABLE),
                get(
                        base + "/audit.csv",
                        "Who did what, and when, newest first.",
                        AuditController.PARAMETERS,
                        none),
                post(
                        base + "/agreements",
                        "Opens a round, or adds a version to its agreement.",
                        AgreementController.FOR_POSTING),
                get(
                        base + "/rounds.json",
                        "The rounds, newest first.",
                        Set.of(Query.BYTE_ORDER_MARK),
                        none),
                get(
                        base + "/rounds.csv",
                        "The rounds, newest first.",
                        Set.of(Query.BYTE_ORDER_MARK),
                        none),
                get(
                        ROUND + "/template.csv",
                        "The round's results to fill in.",
                        TemplateController.PARAMETERS,
                        none),
                get(
                        ROUND + "/template.xlsx",
                        "The round's results to fill in.",
                        TemplateController.PARAMETERS,
                        none),
                get(
                        base + "/sources/{source}/template.csv",
                        "An extract of a source to fill in.",
                        TemplateController.OF_SOURCE,
                        none),
                get(
                        base + "/sources/{source}/template.xlsx",
                        "An extract of a source to fill in.",
                        TemplateController.OF_SOURCE,
                        none),
                get(
                        ROUND + "/publications.json",
                        "The published revisions of a round, newest first.",
                        Set.of(Query.BYTE_ORDER_MARK),
                        none),
                get(
                        ROUND + "/publications.csv",
                        "The published revisions of a round, newest first.",
                        Set.of(Query.BYTE_ORDER_MARK),
                        none),
                get(
                        ROUND + "/publications/{revision}.txt",
                        "The record of a revision: every figure, score and rank, line by line.",
                        none,
                        none),
                new Call(
                        PathItem.HttpMethod.POST,
                        ROUND + "/publications",
                        "Publishes a round as it is now, as its next revision.",
                        PublicationController.FOR_POSTING,
                        none,
                        Optional.empty()),
                get(
                        ROUND + "/agreement.yaml",
                        "The agreement as it was posted.",
                        RoundController.OF_AGREEMENT,
                        none),
                get(
                        ROUND + "/agreement.json",
                        "The agreement in JSON.",
                        RoundController.OF_AGREEMENT,
                        none),
                get(
                        ROUND + "/draft.yaml",
                        "The agreement with other weights, thresholds and shares.",
                        Set.of(Query.DRAFT),
                        none),
                get(
                        ROUND + "/package.zip",
                        "Everything about a round in one archive, with datapackage.json.",
                        Set.of(Query.AS_OF, Query.REVISION),
                        none));
    }

    private static Set<Query> joined(Set<Query> some, Set<Query> others) {
        Set<Query> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Call get(
            String path, String summary, Set<Query> queries, Set<Query> repeatable) {
        return new Call(
                PathItem.HttpMethod.GET, path, summary, queries, repeatable, Optional.empty());
    }

    private static Call post(String path, String summary, Set<Query> queries) {
        return new Call(
                PathItem.HttpMethod.POST, path, summary, queries, Set.of(), Optional.empty());
    }

    private static JsonNode examples(JsonMapper mapper) {
        try (InputStream stream = ApiDescription.class.getResourceAsStream(EXAMPLES)) {
            return mapper.readTree(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Call withExample(Call call, JsonNode examples) {
        JsonNode example = examples.get(call.path());
        return example == null
                ? call
                : new Call(
                        call.method(),
                        call.path(),
                        call.summary(),
                        call.queries(),
                        call.repeatable(),
                        Optional.of(
                                new Example(
                                        example.get("request").asString(),
                                        example.get("response").asString())));
    }

    List<Call> calls() {
        return calls;
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
        for (Call call : calls) {
            PathItem item = paths.computeIfAbsent(call.path(), _ -> new PathItem());
            item.operation(call.method(), operation(call));
        }
        description.setPaths(paths);
    }

    /** springdoc's addresses and ours have to be the same. */
    private void requireAllDescribed(Paths found) {
        Set<String> known = new TreeSet<>();
        calls.forEach(call -> known.add(call.method() + " " + call.path()));
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

    private static Operation operation(Call call) {
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
                            .schema(new StringSchema())
                            .example(Query.named(name).map(Query::example).orElse("1")));
        }
        call.queries().stream()
                .sorted()
                .forEach(query -> operation.addParametersItem(parameter(query, call)));
        if (call.takesFile()) {
            operation.setRequestBody(file());
        }
        MediaType answer = new MediaType().schema(schema(call));
        call.example()
                .ifPresent(example -> {
                    answer.setExample(example.response());
                    operation.setDescription("Example: GET " + example.request());
                });
        operation.setResponses(
                new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("Answered")
                                        .content(
                                                new Content()
                                                        .addMediaType(call.mediaType(), answer)))
                        .addApiResponse(
                                "default",
                                new ApiResponse()
                                        .description("Refused, with the reason in two languages")
                                        .content(
                                                new Content()
                                                        .addMediaType(
                                                                "application/problem+json",
                                                                new MediaType()
                                                                        .schema(problem())))));
        return operation;
    }

    private static Parameter parameter(Query query, Call call) {
        boolean several = call.repeatable().contains(query);
        Schema<?> one = new StringSchema();
        return new Parameter()
                .in("query")
                .name(query.wireName())
                .required(false)
                .description(query.description())
                .schema(several ? new ArraySchema().items(one) : one)
                .example(several ? List.of(query.example()) : query.example());
    }

    private static RequestBody file() {
        ObjectSchema form = new ObjectSchema();
        form.addProperty("file", new StringSchema().format("binary"));
        form.setRequired(List.of("file"));
        return new RequestBody()
                .required(true)
                .content(
                        new Content()
                                .addMediaType("multipart/form-data", new MediaType().schema(form)));
    }

    private static Schema<?> schema(Call call) {
        return switch (call.mediaType()) {
            case "application/json" ->
                    call.example().filter(example -> example.response().startsWith("[")).isPresent()
                            ? new ArraySchema().items(new ObjectSchema())
                            : new ObjectSchema();
            case "text/csv", "application/yaml" -> new StringSchema();
            default -> new StringSchema().format("binary");
        };
    }

    private static Schema<?> problem() {
        ObjectSchema problem = new ObjectSchema();
        for (String name : List.of("type", "title", "titleTh", "detail", "detailTh", "instance")) {
            problem.addProperty(name, new StringSchema());
        }
        problem.addProperty("status", new IntegerSchema());
        return problem;
    }
}
