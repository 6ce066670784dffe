package districtkpi.importer.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns that a results file can have in either form. */
enum Field {
    ROUND,
    DISTRICT,
    INDICATOR,
    MEASURE,
    VALUE,
    OF,
    AS_OF,
    SOURCE,
    NOTE;

    static final List<String> NAMES = Stream.of(values()).map(Field::header).toList();

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> named(String name) {
        return Stream.of(values()).filter(field -> field.header().equals(name)).findFirst();
    }
}
