package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.importer.KnownWords;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.HeaderRows;
import districtkpi.importer.table.ThaiSpelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the columns of a source by their headings, as people write them. */
final class Headings {

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    private static final char PREFIX = '*';

    /** What may stand below a heading without making another column of it. */
    private static final Set<String> AMOUNTS = KnownWords.of("heading.amounts");

    private final Map<String, ColumnKey> known = new HashMap<>();
    private final Map<String, ColumnKey> prefixes = new LinkedHashMap<>();

    /**
     * @param mapped what was said by hand, by heading; it wins over names
     */
    Headings(SourceDescription source, Map<String, ColumnKey> mapped) {
        for (Column column : source.columns()) {
            for (String name : namesOf(column)) {
                if (name.charAt(name.length() - 1) == PREFIX) {
                    prefixes.put(key(name), column.key());
                } else {
                    known.put(key(name), column.key());
                }
            }
        }
        mapped.forEach((heading, column) -> {
            if (source.column(column).isPresent()) {
                known.put(key(heading), column);
            }
        });
    }

    /** All headings that mean a column: its key, its names, and the others. */
    static List<String> namesOf(Column column) {
        List<String> names = new ArrayList<>();
        names.add(column.key().value());
        names.add(column.name().th());
        names.add(column.name().en());
        names.addAll(column.also());
        return names;
    }

    /**
     * The column of a heading. What stands in brackets, such as a unit, may be missing; of headings
     * below each other the lowest counts, unless it only says that an amount is meant.
     */
    Optional<ColumnKey> find(String heading) {
        List<String> parts = HeaderRows.parts(heading);
        if (parts.size() == 1) {
            return findOne(heading);
        }
        String lowest = parts.getLast();
        String higher = String.join(" ", parts.subList(0, parts.size() - 1));
        Optional<ColumnKey> amount =
                AMOUNTS.contains(key(withoutBrackets(lowest)))
                        ? find(higher).or(() -> findOne(parts.get(parts.size() - 2)))
                        : Optional.empty();
        return Optional.ofNullable(known.get(key(heading)))
                .or(() -> amount)
                .or(() -> findOne(lowest));
    }

    private Optional<ColumnKey> findOne(String heading) {
        String whole = key(heading);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(known.get(whole))
                .or(() -> Optional.ofNullable(known.get(key(withoutBrackets(heading)))))
                .or(() ->
                        prefixes.entrySet().stream()
                                .filter(prefix -> whole.startsWith(prefix.getKey()))
                                .map(Map.Entry::getValue)
                                .findFirst());
    }

    private static String withoutBrackets(String heading) {
        return IN_BRACKETS.matcher(heading).replaceAll("");
    }

    /** A heading without case, spaces, signs and what Thai typists do without seeing it. */
    static String key(String heading) {
        String text = CellText.asciiDigits(ThaiSpelling.normal(CellText.name(heading)));
        return BETWEEN_WORDS.matcher(text).replaceAll("");
    }
}
