package districtkpi.export.table;

import districtkpi.domain.LocalizedText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What the columns of the exported tables mean, said once for the package and its codebooks. */
public final class Dictionary {

    private static final String RESOURCE = "/districtkpi/export/dictionary.csv";
    private static final Dictionary DICTIONARY = new Dictionary(read());

    /** What a column holds, in the words of Frictionless table schemas. */
    public enum Type {
        STRING,
        NUMBER,
        INTEGER,
        BOOLEAN,
        DATE,
        DATETIME;

        /** As in a table schema. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A column.
     *
     * @param primary whether it is part of what tells rows apart
     * @param required whether it is never empty
     * @param constraint such as {@code pattern:[0-9]{4}}, {@code enum:a|b} or {@code
     *     minimum:0;maximum:100}; may be empty
     * @param unit such as points or percent; may be empty
     */
    public record Entry(
            String table,
            String column,
            Type type,
            boolean primary,
            boolean required,
            String constraint,
            String unit,
            LocalizedText meaning) {

        /** What a constraint says, where there is one of a kind. */
        public Optional<String> constraint(String kind) {
            String start = kind + ":";
            if (constraint.startsWith("pattern:") || constraint.startsWith("enum:")) {
                return constraint.startsWith(start)
                        ? Optional.of(constraint.substring(start.length()))
                        : Optional.empty();
            }
            for (String part : constraint.split(";", -1)) {
                if (part.startsWith(start)) {
                    return Optional.of(part.substring(start.length()));
                }
            }
            return Optional.empty();
        }
    }

    private final List<Entry> entries;

    private Dictionary(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The one that there is. */
    public static Dictionary get() {
        return DICTIONARY;
    }

    /** All columns, table by table. */
    public List<Entry> entries() {
        return entries;
    }

    /** The columns of a table that are always there. */
    public List<Entry> of(String table) {
        return entries.stream().filter(entry -> entry.table().equals(table)).toList();
    }

    private static List<Entry> read() {
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(Dictionary.class.getResourceAsStream(RESOURCE)),
                        StandardCharsets.UTF_8)) {
            List<Entry> entries = new ArrayList<>();
            for (CSVRecord row :
                    CSVFormat.RFC4180
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get()
                            .parse(reader)) {
                entries.add(
                        new Entry(
                                row.get("table"),
                                row.get("column"),
                                Type.valueOf(row.get("type").toUpperCase(Locale.ROOT)),
                                row.get("key").equals("primary"),
                                Boolean.parseBoolean(row.get("required")),
                                row.get("constraint"),
                                row.get("unit"),
                                new LocalizedText(row.get("th"), row.get("en"))));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
