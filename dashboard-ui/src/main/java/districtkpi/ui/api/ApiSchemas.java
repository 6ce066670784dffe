package districtkpi.ui.api;

import districtkpi.export.table.Cell;
import districtkpi.export.table.Dictionary;
import districtkpi.export.table.Table;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON schemas of what the API answers, made of what writes the answers: the columns of tables and
 * the components of records, which are absent only where they are {@link Nullable}.
 *
 * <p>What is found on the way is collected, to be referred to by name.
 */
final class ApiSchemas {

    private static final String AGREEMENT = "Agreement";
    private static final String AGREEMENT_SCHEMA =
            "/districtkpi/importer/agreement/agreement.schema.json";
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String NULL = "null";
    private static final String OBJECT = "object";

    private final JsonMapper mapper;
    private final Map<String, Schema<?>> components = new LinkedHashMap<>();

    ApiSchemas(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Those that were referred to so far, by name. */
    Map<String, Schema<?>> components() {
        return components;
    }

    /** What a call answers. */
    Schema<?> of(ApiCall call) {
        if (!call.mediaType().equals("application/json")) {
            return text(call);
        }
        return switch (call.answer()) {
            case ApiCall.Answer.Rows rows -> many(row(rows));
            case ApiCall.Answer.Row row -> reference(row(row.table(), row.name()));
            case ApiCall.Answer.OneOf several ->
                    several.kinds().size() == 1
                            ? reference(of(several.kinds().getFirst()))
                            : any(
                                    several.kinds().stream()
                                            .<Schema<?>>map(kind -> reference(of(kind)))
                                            .toList());
            case ApiCall.Answer.Many many -> many(reference(of(many.kind())));
            case ApiCall.Answer.Agreement _ -> reference(agreement());
            case ApiCall.Answer.File _ ->
                    throw new IllegalArgumentException("Nobody said what is in " + call.path());
        };
    }

    private static Schema<?> text(ApiCall call) {
        Schema<?> text = typed("string");
        switch (call.answer()) {
            case ApiCall.Answer.Rows rows ->
                    text.setDescription("Columns: " + String.join(", ", rows.table().names()));
            case ApiCall.Answer.Row _,
                    ApiCall.Answer.OneOf _,
                    ApiCall.Answer.Many _,
                    ApiCall.Answer.Agreement _,
                    ApiCall.Answer.File _ -> {
                if (!call.mediaType().startsWith("text/") && !call.mediaType().endsWith("yaml")) {
                    text.setFormat("binary");
                }
            }
        }
        return text;
    }

    private Schema<?> row(ApiCall.Answer.Rows rows) {
        Schema<?> row = reference(row(rows.table(), rows.name()));
        return rows.wide() ? any(List.of(row, reference(wide()))) : row;
    }

    /** A row of a table; what the columns mean says the dictionary of the exports. */
    private String row(Table<?> table, String name) {
        String component = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Row";
        if (!components.containsKey(component)) {
            Schema<?> row = typed(OBJECT);
            for (Table.Heading column : table.headings()) {
                Schema<?> cell = cell(column);
                Dictionary.get().of(name).stream()
                        .filter(entry -> entry.column().equals(column.name()))
                        .findFirst()
                        .ifPresent(entry -> cell.setDescription(entry.meaning().en()));
                row.addProperty(column.name(), cell);
            }
            row.setRequired(table.names());
            components.put(component, row);
        }
        return component;
    }

    private static Schema<?> cell(Table.Heading column) {
        List<String> types =
                switch (column.kind()) {
                    case TEXT -> List.of("string");
                    case TEXTS -> List.of("array");
                    case WHOLE -> List.of("integer");
                    case DECIMAL -> List.of("number");
                    case FLAG -> List.of("boolean");
                    case FIGURE -> List.of("number", "string");
                };
        Schema<?> cell = typed(types.toArray(String[]::new));
        if (column.kind() == Cell.Kind.TEXTS) {
            cell.setItems(typed("string"));
        }
        return column.always() ? cell : orNull(cell);
    }

    /** The wide form has a column for each measure, indicator or round that there is. */
    private String wide() {
        Schema<?> row = typed(OBJECT);
        row.setAdditionalProperties(typed("number", "string", NULL));
        row.setDescription("With form=wide: a column for each measure, indicator or round.");
        components.put("WideRow", row);
        return "WideRow";
    }

    /** A record, by the name of its class without {@code Answer}. */
    String of(Class<?> kind) {
        String component = kind.getSimpleName().replaceFirst("Answer$", "");
        if (!components.containsKey(component)) {
            Schema<?> object = typed(OBJECT);
            components.put(component, object);
            for (RecordComponent part : kind.getRecordComponents()) {
                object.addProperty(part.getName(), of(part.getAnnotatedType()));
            }
            object.setRequired(
                    Arrays.stream(kind.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        }
        return component;
    }

    private Schema<?> of(AnnotatedType annotated) {
        Schema<?> schema = present(annotated);
        return annotated.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
    }

    private Schema<?> present(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType several) {
            AnnotatedType last = List.of(several.getAnnotatedActualTypeArguments()).getLast();
            if (((ParameterizedType) type).getRawType() == Map.class) {
                Schema<?> map = typed(OBJECT);
                map.setAdditionalProperties(of(last));
                return map;
            }
            return many(of(last));
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isRecord()) {
            return reference(of(kind));
        }
        if (kind.isEnum()) {
            Schema<Object> word = typed("string");
            word.setEnum(List.of(kind.getEnumConstants()));
            return word;
        }
        if (kind == boolean.class) {
            return typed("boolean");
        }
        return typed(kind == String.class ? "string" : "integer");
    }

    /** The agreement's own schema, whose parts are found below its name here. */
    private String agreement() {
        if (!components.containsKey(AGREEMENT)) {
            try (InputStream stream =
                    Objects.requireNonNull(
                            ApiSchemas.class.getResourceAsStream(AGREEMENT_SCHEMA))) {
                String text =
                        new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                                .replace("\"#/$defs/", "\"" + COMPONENTS + AGREEMENT + "/$defs/");
                Schema<?> schema = new Schema<>(SpecVersion.V31);
                mapper.readValue(text, new TypeReference<Map<String, Object>>() {})
                        .forEach((key, value) -> {
                            if (!key.equals("$id") && !key.equals("$schema")) {
                                schema.addExtension(key, value);
                            }
                        });
                components.put(AGREEMENT, schema);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return AGREEMENT;
    }

    static Schema<Object> typed(String... types) {
        Schema<Object> schema = new Schema<>(SpecVersion.V31);
        schema.setTypes(new LinkedHashSet<>(List.of(types)));
        return schema;
    }

    static Schema<?> many(Schema<?> one) {
        Schema<Object> array = typed("array");
        array.setItems(one);
        return array;
    }

    static Schema<?> reference(String component) {
        Schema<?> reference = new Schema<>(SpecVersion.V31);
        reference.set$ref(COMPONENTS + component);
        return reference;
    }

    private static Schema<?> any(List<Schema<?>> schemas) {
        Schema<?> any = new Schema<>(SpecVersion.V31);
        schemas.forEach(any::addAnyOfItem);
        return any;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        return Optional.ofNullable(schema.getTypes())
                .<Schema<?>>map(types -> {
                    types.add(NULL);
                    return schema;
                })
                .orElseGet(() -> any(List.of(schema, typed(NULL))));
    }
}
