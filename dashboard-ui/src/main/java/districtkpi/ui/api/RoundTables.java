package districtkpi.ui.api;

import districtkpi.ui.api.RoundTable.Span;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every table of a round. */
@Component
class RoundTables {

    private static final Set<Span> OF_MANY = Set.of(Span.EACH, Span.ACROSS);

    private final List<RoundTable<?>> tables;

    RoundTables(List<RoundTableSource> sources) {
        tables = sources.stream().<RoundTable<?>>map(RoundTableSource::table).toList();
    }

    /** All of them. */
    List<RoundTable<?>> all() {
        return tables;
    }

    /** Those that can be asked for of many rounds at once. */
    List<RoundTable<?>> ofMany() {
        return tables.stream().filter(table -> OF_MANY.contains(table.span())).toList();
    }

    /** The table of a name that is known to be one. */
    RoundTable<?> get(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    /** What the table of many rounds is called: of many, there are agreements. */
    static String nameOfMany(RoundTable<?> table) {
        return table.name().equals("agreement") ? "agreements" : table.name();
    }
}
