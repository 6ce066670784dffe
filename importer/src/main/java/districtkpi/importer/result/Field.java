package districtkpi.importer.result;

import districtkpi.importer.KnownWords;
import districtkpi.importer.table.ThaiSpelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns that a results file can have in either form. */
enum Field {
    ROUND,
    DISTRICT,
    /** Beside the code, for those who read the file; it must be the name of the same district. */
    DISTRICT_NAME,
    INDICATOR,
    MEASURE,
    VALUE,
    OF,
    AS_OF,
    SOURCE,
    NOTE;

    private static final Map<String, Field> BY_HEADER =
            Stream.of(values()).collect(Collectors.toMap(Field::header, Function.identity()));
    private static final Map<String, Field> BY_THAI_KEY =
            Stream.of(values())
                    .flatMap(field -> field.thai.stream().map(name -> Map.entry(key(name), field)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> thai = KnownWords.listed("field." + header());

    /** What the column is called in English, and in messages about files that lack it. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether whatever stands in the column is kept as it is. */
    boolean isText() {
        return this == SOURCE || this == NOTE;
    }

    String thaiHeader() {
        return thai.getFirst();
    }

    /** Whether it has figures, which are those of one row. */
    boolean isFigure() {
        return this == VALUE || this == OF;
    }

    /** All that it may be called. */
    Stream<String> names() {
        return Stream.concat(Stream.of(header()), thai.stream());
    }

    /**
     * The column of a name.
     *
     * @param name clean and in lower case
     */
    static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_HEADER.get(name))
                .or(() -> Optional.ofNullable(BY_THAI_KEY.get(key(name))));
    }

    /** Whether there are spaces between Thai words is a matter of taste. */
    private static String key(String name) {
        return ThaiSpelling.normal(name).replace(" ", "");
    }
}
