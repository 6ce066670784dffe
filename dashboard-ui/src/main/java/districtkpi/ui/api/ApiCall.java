package districtkpi.ui.api;

import districtkpi.export.table.Table;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * A call of the API, as it is described.
 *
 * @param queries everything that it takes
 * @param repeatable those of them that may be given several times
 * @param answer what comes back
 * @param examples at least one
 */
record ApiCall(
        PathItem.HttpMethod method,
        String path,
        String summary,
        Set<Query> queries,
        Set<Query> repeatable,
        Answer answer,
        List<Example> examples) {

    ApiCall {
        examples = List.copyOf(examples);
    }

    /** What a call answers if it does not refuse. */
    sealed interface Answer {

        /**
         * Rows of a table.
         *
         * @param wide whether the table has a wide form too
         */
        record Rows(Table<?> table, String name, boolean wide) implements Answer {}

        /** One row of a table. */
        record Row(Table<?> table, String name) implements Answer {}

        /** An object of one of several kinds. */
        record OneOf(List<Class<? extends Record>> kinds) implements Answer {}

        /** Any number of objects. */
        record Many(Class<? extends Record> kind) implements Answer {}

        /** An agreement in JSON. */
        record Agreement() implements Answer {}

        /** Something else, of which the media type says everything. */
        record File() implements Answer {}
    }

    /**
     * An example that can be called on the demonstration rounds.
     *
     * @param request the address with its query
     * @param file what is sent, where something is
     * @param status of the answer
     * @param response what it answers, or the start of it
     */
    record Example(String request, Optional<SentFile> file, HttpStatus status, String response) {}

    /** A file in the part {@code file} of a form. */
    record SentFile(String name, String content) {}

    boolean isReading() {
        return method == PathItem.HttpMethod.GET;
    }

    boolean takesFile() {
        return examples.stream().anyMatch(example -> example.file().isPresent());
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
            default -> isReading() ? "application/octet-stream" : "application/json";
        };
    }
}
