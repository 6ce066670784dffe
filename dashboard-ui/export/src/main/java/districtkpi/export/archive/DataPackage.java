package districtkpi.export.archive;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import districtkpi.export.table.Dictionary;
import districtkpi.export.table.Dictionary.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code datapackage.json} of a package, by the Frictionless Data Package specification. */
final class DataPackage {

    private static final String OF = ".of";

    private DataPackage() {}

    /**
     * The description of a package.
     *
     * @param lastChanged when the newest of the data in it was stored
     */
    static Map<String, Object> describe(
            Scoreboard board,
            Instant lastChanged,
            List<PackageFile.Part> parts,
            Optional<String> licence) {
        Agreement agreement = board.stored().agreement();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("profile", "data-package");
        map.put("name", "district-kpi-" + agreement.round());
        map.put("title", agreement.title().en());
        map.put("title_th", agreement.title().th());
        map.put(
                "description",
                "Results, scores and ranks of districts in round "
                        + agreement.round()
                        + " as of "
                        + board.asOf()
                        + ". codebook-th.csv and codebook-en.csv say what everything means."
                        + (board.demonstration() ? " Figures made up to show the program." : ""));
        map.put("version", "agreement-" + board.stored().version() + "-as-of-" + board.asOf());
        map.put("created", lastChanged.toString());
        map.put("demonstration", board.demonstration());
        licence.ifPresent(name -> map.put("licenses", List.of(Map.of("name", name))));
        map.put("sources", sources(board));
        map.put("resources", parts.stream().map(part -> resource(part, agreement)).toList());
        return map;
    }

    /** The agreement and every file that a figure came from, with their hashes. */
    private static List<Map<String, Object>> sources(Scoreboard board) {
        List<Map<String, Object>> sources = new ArrayList<>();
        sources.add(source(board.stored().file(), board.stored().sha256()));
        board.measurements().values().stream()
                .flatMap(figures -> figures.values().stream())
                .map(Measurement::origin)
                .map(origin ->
                        new Origin(
                                origin.importId(),
                                origin.file(),
                                origin.sha256(),
                                1,
                                "",
                                origin.demonstration()))
                .distinct()
                .sorted(Comparator.comparingLong(Origin::importId))
                .forEach(origin -> {
                    Map<String, Object> source = source(origin.file(), origin.sha256());
                    source.put("import_id", origin.importId());
                    sources.add(source);
                });
        return sources;
    }

    private static Map<String, Object> source(String file, String sha256) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("title", file);
        source.put("sha256", sha256);
        return source;
    }

    private static Map<String, Object> resource(PackageFile.Part part, Agreement agreement) {
        String name = part.path().replaceAll("\\.csv$", "").replace('.', '-');
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("path", part.path());
        map.put("mediatype", part.mediaType());
        map.put("bytes", part.bytes());
        map.put("hash", "sha256:" + part.sha256());
        if (part.columns().isEmpty()) {
            return map;
        }
        map.put("profile", "tabular-data-resource");
        map.put("format", "csv");
        map.put("encoding", "utf-8");
        map.put(
                "dialect",
                Map.of(
                        "delimiter",
                        ",",
                        "lineTerminator",
                        "\r\n",
                        "quoteChar",
                        "\"",
                        "header",
                        true));
        map.put("schema", schema(name, part.columns(), agreement));
        return map;
    }

    private static Map<String, Object> schema(
            String table, List<String> columns, Agreement agreement) {
        List<Entry> known = Dictionary.get().of(table);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "fields",
                columns.stream()
                        .map(column ->
                                known.stream()
                                        .filter(entry -> entry.column().equals(column))
                                        .findFirst()
                                        .map(DataPackage::field)
                                        .orElseGet(() -> field(column, agreement)))
                        .toList());
        schema.put("missingValues", List.of(""));
        List<String> primary = known.stream().filter(Entry::primary).map(Entry::column).toList();
        if (!primary.isEmpty()) {
            schema.put("primaryKey", primary);
        }
        List<String> toScores = List.of("round", "district", "indicator");
        List<String> toRanking = List.of("round", "district");
        switch (table) {
            case "measurements" ->
                    schema.put(
                            "foreignKeys",
                            List.of(key(toScores, "scores"), key(toRanking, "ranking")));
            case "scores", "measurements-wide" ->
                    schema.put("foreignKeys", List.of(key(toRanking, "ranking")));
            default -> {
                // Stands alone.
            }
        }
        return schema;
    }

    private static Map<String, Object> key(List<String> fields, String table) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("fields", fields);
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("resource", table);
        reference.put("fields", fields);
        key.put("reference", reference);
        return key;
    }

    private static Map<String, Object> field(Entry entry) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", entry.column());
        field.put("type", entry.type().key());
        field.put("description", entry.meaning().en());
        field.put("description_th", entry.meaning().th());
        if (!entry.unit().isEmpty()) {
            field.put("unit", entry.unit());
        }
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (entry.required()) {
            constraints.put("required", true);
        }
        entry.constraint("pattern").ifPresent(pattern -> constraints.put("pattern", pattern));
        entry.constraint("enum")
                .ifPresent(words -> constraints.put("enum", Arrays.asList(words.split("\\|", -1))));
        for (String bound : List.of("minimum", "maximum")) {
            entry.constraint(bound)
                    .ifPresent(number -> constraints.put(bound, new BigDecimal(number)));
        }
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }

    /** A column of the wide form, which is named for a measure, or any column of a codebook. */
    private static Map<String, Object> field(String column, Agreement agreement) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column);
        boolean of = column.endsWith(OF);
        Optional<Measure> measure =
                column.contains(".")
                        ? agreement.measure(
                                MeasureKey.parse(
                                        of
                                                ? column.substring(0, column.length() - OF.length())
                                                : column))
                        : Optional.empty();
        // A value can also be n/a, or a percentage with its sign.
        field.put("type", (of ? Dictionary.Type.NUMBER : Dictionary.Type.STRING).key());
        measure.ifPresent(found -> {
            field.put(
                    "description",
                    of ? found.comparedWith().orElse(found.name()).en() : found.name().en());
            field.put(
                    "description_th",
                    of ? found.comparedWith().orElse(found.name()).th() : found.name().th());
            found.countedIn().ifPresent(counted -> field.put("unit", counted.name().en()));
        });
        return field;
    }
}
