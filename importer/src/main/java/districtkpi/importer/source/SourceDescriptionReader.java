package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureId;
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
            description.fault(
                    "id ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลางเท่านั้น: " + id,
                    "id is written in lower case, digits and hyphens: " + id);
        }
        List<Column> columns = description.items("columns").stream().map(this::column).toList();
        checkColumns(description, columns);
        List<SourceDescription.Measure> measures =
                description.items("measures").stream().map(this::measure).toList();
        if (measures.isEmpty()) {
            description.fault(
                    "measures: ต้องมีอย่างน้อยหนึ่งรายการ", "measures: at least one is needed");
        }
        if (measures.size() > MAX_MEASURES) {
            int size = measures.size();
            description.fault(
                    "measures: มีได้ไม่เกิน %s รายการ แต่มี %s โปรดแยกเป็นสองแหล่งข้อมูล"
                            .formatted(MAX_MEASURES, size),
                    "measures: at most %s, not %s; make two sources of it"
                            .formatted(MAX_MEASURES, size));
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
            case Finding.Empty() -> throw refusal("ไม่มีเนื้อหา", "nothing in it");
            case Finding.TooDeep _ ->
                    throw notYaml("more than " + YamlDocument.MAX_DEPTH + " levels deep");
            case Finding.NotYaml(_, _, String message) -> throw notYaml(message);
        }
    }

    private static SourceDescriptionException notYaml(String problem) {
        return refusal(
                "อ่านเป็น YAML ไม่ได้ โปรดตรวจวงเล็บ เครื่องหมายคำพูด และย่อหน้า: " + problem,
                "not YAML: " + problem);
    }

    private static SourceDescriptionException refusal(String th, String en) {
        return new SourceDescriptionException(List.of(new LocalizedText(th, en)));
    }

    private void checkColumns(DescriptionNode description, List<Column> columns) {
        Set<ColumnKey> seen = new HashSet<>();
        Map<String, ColumnKey> headings = new HashMap<>();
        for (Column column : columns) {
            if (!seen.add(column.key())) {
                description.fault(
                        "columns: มี key ซ้ำกัน " + column.key(),
                        "columns: two of the key " + column.key());
            }
            for (String heading : Headings.namesOf(column)) {
                ColumnKey other = headings.putIfAbsent(Headings.key(heading), column.key());
                if (other != null && !other.equals(column.key())) {
                    description.fault(
                            "columns: “%s” หมายถึงทั้ง %s และ %s"
                                    .formatted(heading, other, column.key()),
                            "columns: “%s” means both %s and %s"
                                    .formatted(heading, other, column.key()));
                }
            }
            column.atMostOf()
                    .filter(other -> types.get(other) == null || !types.get(other).isNumber())
                    .ifPresent(other ->
                            description.fault(
                                    "at_most: " + other + " ไม่ใช่ตัวเลข",
                                    "at_most: no number " + other));
        }
        if (columns.stream()
                .noneMatch(column ->
                        column.type() == ColumnType.DISTRICT
                                || column.type() == ColumnType.VILLAGE_CODE)) {
            description.fault(
                    "columns: ต้องมีคอลัมน์ชนิด district หรือ village_code",
                    "columns: one of type district or village_code is needed");
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
            node.fault(
                    "options ใช้กับชนิด choice เท่านั้น และชนิด choice ต้องมี options",
                    "options belong to a choice, and only to it");
        }
        Optional<BigDecimal> least = node.number("min");
        if ((least.isPresent() || node.has("at_most")) && !type.isNumber()) {
            node.fault("min และ at_most ใช้กับตัวเลขเท่านั้น", "min and at_most belong to numbers");
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
            node.fault("within ใช้กับวันที่และเดือนเท่านั้น", "within belongs to days and months");
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
            node.fault(
                    "id: ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีดล่าง ขึ้นต้นด้วยอักษร ไม่เกิน 60 ตัว",
                    "id: lower case letters, digits and underscores, a letter first, at most 60");
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
            node.fault(
                    "ต้องมีอย่างใดอย่างหนึ่ง: value, done, day",
                    "one of value, done and day is needed");
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
                                    value.fault("none เป็นได้เฉพาะ 0", "none can only be 0");
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
                day.fault(
                        "ต้องมีอย่างใดอย่างหนึ่ง: first, last", "one of first and last is needed");
                return nothing;
            }
            String which = day.has("last") ? "last" : "first";
            return new Arithmetic.Day(
                    dayColumn(day, which), which.equals("last"), conditions(day, "where"));
        }
        DescriptionNode done = node.field("done").orElseThrow();
        done.only("all", "any", "on");
        if (done.has("all") == done.has("any")) {
            done.fault("ต้องมีอย่างใดอย่างหนึ่ง: all, any", "one of all and any is needed");
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
                node.fault("sum: " + column + " ไม่ใช่ตัวเลข", "sum: " + column + " is no number");
            }
            return new Part(How.SUM, column, where);
        }
        if (node.has("distinct")) {
            return new Part(How.DISTINCT, column(node, "distinct"), where);
        }
        if (!node.text("count").equals("rows")) {
            node.fault(
                    "ต้องมีอย่างใดอย่างหนึ่ง: “count: rows”, distinct, sum",
                    "one of “count: rows”, distinct and sum is needed");
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
                    node.fault("in: เป็น round หรือ base", "in: round or base");
                    yield new Condition.Given(column);
                }
            };
        }
        if (node.has("before")) {
            if (!node.text("before").equals("round")) {
                node.fault("before: เป็นได้เฉพาะ round", "before: only round");
            }
            return new Condition.BeforeRound(timely(node, column, false));
        }
        if (!node.has("until") || !node.text("until").equals("as_of")) {
            node.fault(
                    "เงื่อนไขเป็นอย่างใดอย่างหนึ่ง: given, is, at_least, in, before, until, any",
                    "a condition is one of given, is, at_least, in, before, until, any");
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
            node.fault(column + " ไม่ได้บอกเวลา", column + " does not say when");
        }
        return column;
    }

    /** Of a choice only its options can be asked for. */
    private List<String> known(DescriptionNode node, ColumnKey column, List<String> values) {
        if (values.isEmpty()) {
            node.fault("is: ต้องมีอย่างน้อยหนึ่งค่า", "is: at least one value");
            return List.of("none");
        }
        Set<String> keys = options.get(column);
        if (keys != null && !keys.containsAll(values)) {
            node.fault("is: ต้องเป็นค่าใน " + keys, "is: one of " + keys);
        }
        return values;
    }

    private ColumnKey dayColumn(DescriptionNode node, String field) {
        ColumnKey column = column(node, field);
        ColumnType type = types.get(column);
        if (type != null && !type.isDay()) {
            node.fault(
                    field + ": " + column + " ไม่ใช่วันที่", field + ": " + column + " is no day");
        }
        return column;
    }

    /** A column that the description has. */
    private ColumnKey column(DescriptionNode node, String field) {
        ColumnKey column = key(node, field);
        if (!types.containsKey(column)) {
            node.fault(
                    field + ": ไม่มีคอลัมน์ " + column, field + ": there is no column " + column);
        }
        return column;
    }

    private static ColumnKey key(DescriptionNode node, String field) {
        try {
            return new ColumnKey(node.text(field));
        } catch (IllegalArgumentException _) {
            node.fault(
                    field
                            + ": ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีดล่าง ขึ้นต้นด้วยอักษร ไม่เกิน 60 ตัว",
                    field
                            + ": lower case letters, digits and underscores, a letter first, at most 60");
            return new ColumnKey("none");
        }
    }

    private LocalizedText localized(DescriptionNode node, String field) {
        return node.field(field)
                .map(this::localized)
                .orElseGet(() -> {
                    node.fault("ต้องมี " + field, field + " is needed");
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
