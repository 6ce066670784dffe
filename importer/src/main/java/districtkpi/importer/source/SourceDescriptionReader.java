package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.source.SourceDescription.Arithmetic;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.source.SourceDescription.Condition;
import districtkpi.importer.source.SourceDescription.How;
import districtkpi.importer.source.SourceDescription.Option;
import districtkpi.importer.source.SourceDescription.Part;
import districtkpi.importer.source.SourceDescription.Within;
import districtkpi.importer.yaml.YamlDocument;
import districtkpi.importer.yaml.YamlDocument.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads descriptions of sources; {@code docs/extracts.md} says how they are written. */
final class SourceDescriptionReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final LocalizedText NOTHING = new LocalizedText("-", "-");

    /** Each has up to two parts, and what a row counted for is 64 bits. */
    private static final int MAX_MEASURES = 32;

    private final List<LocalizedText> faults = new ArrayList<>();
    private final Map<ColumnKey, ColumnType> types = new HashMap<>();
    private final Map<ColumnKey, Set<String>> options = new HashMap<>();

    private SourceDescriptionReader() {}

    /**
     * The description of a document.
     *
     * @throws SourceDescriptionException with everything that is wrong with it
     */
    static SourceDescription read(String document) {
        return new SourceDescriptionReader().readDocument(document);
    }

    private SourceDescription readDocument(String document) {
        DescriptionNode description =
                YamlDocument.parse(document, SourceDescriptionReader::refuse)
                        .flatMap(YamlDocument::root)
                        .map(root -> new DescriptionNode(root, faults))
                        .orElseThrow();
        description.only("id", "name", "columns", "measures", "notes");
        String id = description.text("id");
        if (!ID.matcher(id).matches()) {
            description.fault("source.id", id);
        }
        List<Column> columns = description.items("columns").stream().map(this::column).toList();
        checkColumns(description, columns);
        List<SourceDescription.Measure> measures =
                description.items("measures").stream().map(this::measure).toList();
        if (measures.isEmpty()) {
            description.fault("source.no-measures");
        }
        if (measures.size() > MAX_MEASURES) {
            description.fault("source.many-measures", MAX_MEASURES, measures.size());
        }
        SourceDescription read =
                new SourceDescription(
                        id,
                        localized(description, "name"),
                        columns,
                        measures,
                        description.items("notes").stream().map(this::localized).toList(),
                        document,
                        DigestUtils.sha256Hex(document));
        if (!faults.isEmpty()) {
            throw new SourceDescriptionException(faults);
        }
        return read;
    }

    private static void refuse(Finding finding) {
        switch (finding) {
            case Finding.Alias _, Finding.Type _ -> {}
            case Finding.Empty() -> throw refusal("source.empty");
            case Finding.TooDeep _ ->
                    throw notYaml("more than " + YamlDocument.MAX_DEPTH + " levels deep");
            case Finding.NotYaml(_, _, String message) -> throw notYaml(message);
        }
    }

    private static SourceDescriptionException notYaml(String problem) {
        return refusal("source.not-yaml", problem);
    }

    private static SourceDescriptionException refusal(String fault, Object... arguments) {
        return new SourceDescriptionException(List.of(ImportTexts.text(fault, arguments)));
    }

    private void checkColumns(DescriptionNode description, List<Column> columns) {
        Set<ColumnKey> seen = new HashSet<>();
        Map<String, ColumnKey> headings = new HashMap<>();
        for (Column column : columns) {
            if (!seen.add(column.key())) {
                description.fault("source.key-twice", column.key());
            }
            for (String heading : Headings.namesOf(column)) {
                ColumnKey other = headings.putIfAbsent(Headings.key(heading), column.key());
                if (other != null && !other.equals(column.key())) {
                    description.fault("source.heading-twice", heading, other, column.key());
                }
            }
            column.atMostOf()
                    .filter(other -> types.get(other) == null || !types.get(other).isNumber())
                    .ifPresent(other -> description.fault("source.at-most", other));
        }
        if (columns.stream()
                .noneMatch(column ->
                        column.type() == ColumnType.DISTRICT
                                || column.type() == ColumnType.VILLAGE_CODE)) {
            description.fault("source.no-district");
        }
    }

    private Column column(DescriptionNode node) {
        node.only(
                "key",
                "type",
                "name",
                "also",
                "required",
                "filled",
                "min",
                "at_most",
                "within",
                "options");
        ColumnKey key = key(node, "key");
        ColumnType type =
                node.choice("type", Arrays.asList(ColumnType.values()), ColumnType::key)
                        .orElse(ColumnType.TEXT);
        types.put(key, type);
        List<Option> choices = node.items("options").stream().map(this::option).toList();
        if (!choices.isEmpty()) {
            options.put(
                    key, choices.stream().map(Option::key).collect(Collectors.toUnmodifiableSet()));
        }
        if (choices.isEmpty() == (type == ColumnType.CHOICE)) {
            node.fault("source.options");
        }
        Optional<BigDecimal> least = node.number("min");
        if ((least.isPresent() || node.has("at_most")) && !type.isNumber()) {
            node.fault("source.min");
        }
        Within within =
                node.has("within")
                        ? node.choice(
                                        "within",
                                        Arrays.asList(Within.values()),
                                        value -> value.name().toLowerCase(Locale.ROOT))
                                .orElse(Within.ANY)
                        : Within.ANY;
        if (within != Within.ANY && !type.isDay()) {
            node.fault("source.within");
        }
        return new Column(
                key,
                type,
                localized(node, "name"),
                node.texts("also"),
                node.flag("required"),
                node.flag("filled"),
                least.orElse(null),
                node.has("at_most") ? key(node, "at_most") : null,
                within,
                choices);
    }

    private Option option(DescriptionNode node) {
        node.only("key", "names");
        return new Option(node.text("key"), node.texts("names"));
    }

    private SourceDescription.Measure measure(DescriptionNode node) {
        node.only("id", "among", "value", "of", "done", "day", "working", "missed");
        MeasureId id = MeasureId.of("none");
        try {
            id = MeasureId.of(node.text("id"));
        } catch (IllegalArgumentException _) {
            node.fault("source.measure-id", "id");
        }
        return new SourceDescription.Measure(
                id,
                conditions(node, "among"),
                arithmetic(node),
                localized(node, "working"),
                node.has("missed") ? localized(node, "missed") : null);
    }

    private Arithmetic arithmetic(DescriptionNode node) {
        Arithmetic nothing = new Arithmetic.Count(new Part(How.COUNT, null, List.of()));
        long ways = List.of("value", "done", "day").stream().filter(node::has).count();
        if (ways != 1) {
            node.fault("source.arithmetic");
            return nothing;
        }
        if (node.has("value")) {
            DescriptionNode value = node.field("value").orElseThrow();
            Part part = part(value);
            if (!node.has("of")) {
                return new Arithmetic.Count(part);
            }
            boolean zeroIfNone =
                    value.number("none")
                            .map(number -> {
                                if (number.signum() != 0) {
                                    value.fault("source.none");
                                }
                                return true;
                            })
                            .orElse(false);
            return new Arithmetic.Ratio(part, part(node.field("of").orElseThrow()), zeroIfNone);
        }
        if (node.has("day")) {
            DescriptionNode day = node.field("day").orElseThrow();
            day.only("first", "last", "where");
            if (day.has("first") == day.has("last")) {
                day.fault("source.day");
                return nothing;
            }
            String which = day.has("last") ? "last" : "first";
            return new Arithmetic.Day(
                    dayColumn(day, which), which.equals("last"), conditions(day, "where"));
        }
        DescriptionNode done = node.field("done").orElseThrow();
        done.only("all", "any", "on");
        if (done.has("all") == done.has("any")) {
            done.fault("source.done");
            return nothing;
        }
        return done.has("all")
                ? new Arithmetic.DoneByAll(conditions(done, "all"))
                : new Arithmetic.DoneByAny(conditions(done, "any"), dayColumn(done, "on"));
    }

    private Part part(DescriptionNode node) {
        node.only("count", "distinct", "sum", "where", "none");
        List<Condition> where = conditions(node, "where");
        if (node.has("sum")) {
            ColumnKey column = column(node, "sum");
            ColumnType type = types.get(column);
            if (type != null && !type.isNumber()) {
                node.fault("source.sum", column);
            }
            return new Part(How.SUM, column, where);
        }
        if (node.has("distinct")) {
            return new Part(How.DISTINCT, column(node, "distinct"), where);
        }
        if (!node.text("count").equals("rows")) {
            node.fault("source.part");
        }
        return new Part(How.COUNT, null, where);
    }

    private List<Condition> conditions(DescriptionNode node, String field) {
        return node.items(field).stream().map(this::condition).toList();
    }

    private Condition condition(DescriptionNode node) {
        if (node.has("any")) {
            node.only("any");
            return new Condition.AnyOf(conditions(node, "any"));
        }
        node.only("column", "given", "is", "at_least", "in", "before", "until");
        ColumnKey column = column(node, "column");
        if (node.has("given")) {
            return node.flag("given") ? new Condition.Given(column) : new Condition.Empty(column);
        }
        if (node.has("is")) {
            return new Condition.OneOf(column, known(node, column, node.texts("is")));
        }
        if (node.has("at_least")) {
            String bound = node.text("at_least");
            return bound.matches("[0-9.]+")
                    ? new Condition.AtLeast(column, new BigDecimal(bound))
                    : new Condition.AtLeastColumn(column, column(node, "at_least"));
        }
        if (node.has("in")) {
            return switch (node.text("in")) {
                case "round" -> new Condition.InRound(timely(node, column, true));
                case "base" -> new Condition.InBase(timely(node, column, false));
                default -> {
                    node.fault("source.in");
                    yield new Condition.Given(column);
                }
            };
        }
        if (node.has("before")) {
            if (!node.text("before").equals("round")) {
                node.fault("source.before");
            }
            return new Condition.BeforeRound(timely(node, column, false));
        }
        if (!node.has("until") || !node.text("until").equals("as_of")) {
            node.fault("source.condition");
        }
        return new Condition.UntilAsOf(timely(node, column, false));
    }

    /** A column that says when: a day, or also a part of a year. */
    private ColumnKey timely(DescriptionNode node, ColumnKey column, boolean partsOfYears) {
        ColumnType type = types.get(column);
        boolean timely =
                type == null
                        || type.isDay()
                        || (partsOfYears
                                && (type == ColumnType.QUARTER
                                        || type == ColumnType.FISCAL_YEAR
                                        || type == ColumnType.TIME_OF_YEAR));
        if (!timely) {
            node.fault("source.when", column);
        }
        return column;
    }

    /** Of a choice only its options can be asked for. */
    private List<String> known(DescriptionNode node, ColumnKey column, List<String> values) {
        if (values.isEmpty()) {
            node.fault("source.no-value");
            return List.of("none");
        }
        Set<String> keys = options.get(column);
        if (keys != null && !keys.containsAll(values)) {
            node.fault("source.is", keys);
        }
        return values;
    }

    private ColumnKey dayColumn(DescriptionNode node, String field) {
        ColumnKey column = column(node, field);
        ColumnType type = types.get(column);
        if (type != null && !type.isDay()) {
            node.fault("source.no-day", field, column);
        }
        return column;
    }

    /** A column that the description has. */
    private ColumnKey column(DescriptionNode node, String field) {
        ColumnKey column = key(node, field);
        if (!types.containsKey(column)) {
            node.fault("source.no-column", field, column);
        }
        return column;
    }

    private static ColumnKey key(DescriptionNode node, String field) {
        try {
            return new ColumnKey(node.text(field));
        } catch (IllegalArgumentException _) {
            node.fault("source.measure-id", field);
            return new ColumnKey("none");
        }
    }

    private LocalizedText localized(DescriptionNode node, String field) {
        return node.field(field)
                .map(this::localized)
                .orElseGet(() -> {
                    node.fault("source.needed", field);
                    return NOTHING;
                });
    }

    private LocalizedText localized(DescriptionNode node) {
        node.only("th", "en");
        String th = node.text("th");
        String en = node.text("en");
        return th.isBlank() || en.isBlank() ? NOTHING : new LocalizedText(th, en);
    }
}
