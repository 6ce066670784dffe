package districtkpi.ui.api;

import districtkpi.export.table.RoundTable;
import districtkpi.export.table.RoundTables;
import districtkpi.ui.api.ApiCall.Answer;
import districtkpi.ui.api.ApiCall.Example;
import districtkpi.ui.api.ApiCall.SentFile;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every call of the API with what it takes, what it answers and examples, which a test calls.
 *
 * <p>The examples stand in {@code districtkpi/api/examples.json}, by the path of their call.
 */
@Component
class ApiCalls {

    static final String UNDO = ApiPaths.VERSION_1 + "/imports/{id}/undo";
    static final String PUBLICATIONS = ApiPaths.VERSION_1 + "/rounds/{round}/publications";

    private static final String EXAMPLES = "/districtkpi/api/examples.json";
    private static final String BASE = ApiPaths.VERSION_1;
    private static final String ROUND = BASE + "/rounds/{round}";
    private static final Set<Query> NONE = Set.of();
    private static final Set<Query> MARK = Set.of(Query.BYTE_ORDER_MARK);
    private static final Answer FILE = new Answer.File();
    private static final Answer IMPORTS =
            new Answer.Rows(ImportController.COLUMNS, "imports", false);
    private static final Answer ISSUES = new Answer.Rows(IssueController.COLUMNS, "issues", false);
    private static final Answer CELL_CORRECTIONS =
            new Answer.Rows(CellCorrectionController.COLUMNS, "cell-corrections", false);
    private static final Answer ROUNDS = new Answer.Rows(RoundController.COLUMNS, "rounds", false);
    private static final Answer REVISIONS =
            new Answer.Rows(PublicationController.COLUMNS, "publications", false);

    private final JsonNode examples;
    private final List<ApiCall> all = new ArrayList<>();

    ApiCalls(RoundTables tables, JsonMapper mapper) {
        examples = examples(mapper);
        files();
        rounds();
        for (RoundTable<?> table : tables.all()) {
            for (String ending : List.of(".csv", ".json")) {
                String path = ROUND + "/" + table.name() + ending;
                if (all.stream().noneMatch(call -> call.path().equals(path))) {
                    get(
                            path,
                            "The table " + table.name() + " of a round.",
                            TableParameters.of(table),
                            TableParameters.repeatable(table),
                            rows(table));
                }
            }
        }
        for (RoundTable<?> table : tables.ofMany()) {
            Set<Query> repeatable = joined(TableParameters.repeatable(table), Set.of(Query.ROUND));
            for (String ending : List.of(".csv", ".json")) {
                get(
                        BASE + "/" + RoundTables.nameOfMany(table) + ending,
                        "The table " + table.name() + " of the rounds that are named, or of all.",
                        joined(TableParameters.of(table), Set.of(Query.ROUND)),
                        repeatable,
                        rows(table));
            }
        }
    }

    List<ApiCall> all() {
        return List.copyOf(all);
    }

    private void files() {
        post(
                BASE + "/imports",
                "Takes a file of results in, or with a source an extract, all of it or nothing.",
                joined(ImportController.FOR_POSTING, ExtractController.FOR_POSTING),
                ExtractController.REPEATABLE,
                new Answer.OneOf(List.of(ReportAnswer.class, ExtractAnswer.class)));
        post(
                BASE + "/imports/errors.csv",
                "The rows of a file that would be refused, with what is wrong.",
                joined(ImportController.FOR_ERRORS, ExtractController.FOR_ERRORS),
                ExtractController.REPEATABLE,
                FILE);
        post(
                UNDO,
                "Undoes an import; nothing is deleted.",
                ImportController.FOR_UNDO,
                new Answer.OneOf(List.of(UndoAnswer.class)));
        String listed = "The imports, newest first; a header Link leads to the next page.";
        get(BASE + "/imports.json", listed, ImportController.FOR_LISTING, NONE, IMPORTS);
        get(BASE + "/imports.csv", listed, ImportController.FOR_LISTING, NONE, IMPORTS);
        get(
                BASE + "/imports/{id}.json",
                "One import.",
                NONE,
                NONE,
                new Answer.Row(ImportController.COLUMNS, "imports"));
        get(BASE + "/imports/{id}/file", "The file of an import as it came.", NONE, NONE, FILE);
        for (String ending : List.of(".csv", ".json")) {
            get(
                    BASE + "/imports/{id}/cell-corrections" + ending,
                    "What was read in the place of cells of the file of an import.",
                    CellCorrectionController.PARAMETERS,
                    NONE,
                    CELL_CORRECTIONS);
        }
        get(
                BASE + "/imports/{id}/rows.csv",
                "The rows of an extract, and what each counted for.",
                ExtractController.FOR_ROWS,
                NONE,
                FILE);
        get(
                BASE + "/sources.json",
                "The source systems whose extracts are taken in, with their columns.",
                NONE,
                NONE,
                new Answer.Many(SourceAnswer.class));
        for (String ending : List.of(".csv", ".xlsx")) {
            get(
                    BASE + "/sources/{source}/template" + ending,
                    "An extract of a source to fill in.",
                    TemplateController.OF_SOURCE,
                    NONE,
                    FILE);
        }
        for (String ending : List.of(".csv", ".json")) {
            get(
                    BASE + "/issues" + ending,
                    "What was doubtful about the files that were taken in.",
                    IssueController.PARAMETERS,
                    IssueController.REPEATABLE,
                    ISSUES);
        }
        get(
                BASE + "/audit.csv",
                "Who did what, and when, newest first.",
                AuditController.PARAMETERS,
                NONE,
                new Answer.Rows(AuditController.COLUMNS, "audit", false));
    }

    private void rounds() {
        post(
                BASE + "/agreements",
                "Opens a round, or adds a version to its agreement.",
                AgreementController.FOR_POSTING,
                new Answer.OneOf(List.of(ReportAnswer.class)));
        for (String ending : List.of(".json", ".csv")) {
            get(BASE + "/rounds" + ending, "The rounds, newest first.", MARK, NONE, ROUNDS);
        }
        for (String ending : List.of(".csv", ".xlsx")) {
            get(
                    ROUND + "/template" + ending,
                    "The round's results to fill in.",
                    TemplateController.PARAMETERS,
                    NONE,
                    FILE);
        }
        for (String ending : List.of(".json", ".csv")) {
            get(
                    PUBLICATIONS + ending,
                    "The published revisions of a round, newest first.",
                    MARK,
                    NONE,
                    REVISIONS);
        }
        get(
                PUBLICATIONS + "/{revision}.txt",
                "The record of a revision: every figure, score and rank, line by line.",
                NONE,
                NONE,
                FILE);
        post(
                PUBLICATIONS,
                "Publishes a round as it is now, as its next revision.",
                PublicationController.FOR_POSTING,
                new Answer.OneOf(List.of(PublicationController.PublicationAnswer.class)));
        get(
                ROUND + "/agreement.yaml",
                "The agreement as it was posted.",
                RoundController.OF_AGREEMENT,
                NONE,
                FILE);
        get(
                ROUND + "/agreement.json",
                "The agreement in JSON.",
                RoundController.OF_AGREEMENT,
                NONE,
                new Answer.Agreement());
        get(
                ROUND + "/draft.yaml",
                "The agreement with other weights, thresholds and shares.",
                Set.of(Query.DRAFT),
                NONE,
                FILE);
        get(
                ROUND + "/package.zip",
                "Everything about a round in one archive, with datapackage.json.",
                Set.of(Query.AS_OF, Query.REVISION),
                NONE,
                FILE);
    }

    private static Answer rows(RoundTable<?> table) {
        return new Answer.Rows(table.columns(), table.name(), table.wide().isPresent());
    }

    private static Set<Query> joined(Set<Query> some, Set<Query> others) {
        Set<Query> joined = new TreeSet<>(some);
        joined.addAll(others);
        return joined;
    }

    private void get(
            String path, String summary, Set<Query> queries, Set<Query> repeatable, Answer answer) {
        add(PathItem.HttpMethod.GET, path, summary, queries, repeatable, answer);
    }

    private void post(String path, String summary, Set<Query> queries, Answer answer) {
        post(path, summary, queries, NONE, answer);
    }

    private void post(
            String path, String summary, Set<Query> queries, Set<Query> repeatable, Answer answer) {
        add(PathItem.HttpMethod.POST, path, summary, queries, repeatable, answer);
    }

    private void add(
            PathItem.HttpMethod method,
            String path,
            String summary,
            Set<Query> queries,
            Set<Query> repeatable,
            Answer answer) {
        JsonNode found = examples.path(path);
        if (found.isEmpty()) {
            throw new IllegalStateException("No example of " + path);
        }
        all.add(
                new ApiCall(
                        method,
                        path,
                        summary,
                        queries,
                        repeatable,
                        answer,
                        (found.isArray() ? found.valueStream() : List.of(found).stream())
                                .map(ApiCalls::example)
                                .toList()));
    }

    private static Example example(JsonNode example) {
        return new Example(
                example.get("request").asString(),
                example.has("file")
                        ? Optional.of(
                                new SentFile(
                                        example.get("name").asString(),
                                        example.get("file").asString()))
                        : Optional.empty(),
                HttpStatus.valueOf(example.path("status").asInt(HttpStatus.OK.value())),
                example.get("response").asString());
    }

    private static JsonNode examples(JsonMapper mapper) {
        try (InputStream stream = ApiCalls.class.getResourceAsStream(EXAMPLES)) {
            return mapper.readTree(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
