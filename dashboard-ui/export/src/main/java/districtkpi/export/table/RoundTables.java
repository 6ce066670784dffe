package districtkpi.export.table;

import districtkpi.export.table.RoundTable.Span;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every table of a round. */
@Component
public class RoundTables {

    private static final Set<Span> OF_MANY = Set.of(Span.EACH, Span.ACROSS);

    private final List<RoundTable<?>> tables;

    RoundTables(List<RoundTableSource> sources) {
        tables = sources.stream().<RoundTable<?>>map(RoundTableSource::table).toList();
    }

    /** All of them. */
    public List<RoundTable<?>> all() {
        return tables;
    }

    /** Those that can be asked for of many rounds at once. */
    public List<RoundTable<?>> ofMany() {
        return tables.stream().filter(table -> OF_MANY.contains(table.span())).toList();
    }

    /** The table of a name that is known to be one. */
    public RoundTable<?> get(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    /** What the table of many rounds is called: of many, there are agreements. */
    public static String nameOfMany(RoundTable<?> table) {
        return table.name().equals("agreement") ? "agreements" : table.name();
    }
}
