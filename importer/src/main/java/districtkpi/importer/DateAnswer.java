package districtkpi.importer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of the order of day and month in the columns of a file.
 *
 * @param ofAll of all columns of which nothing else is said
 * @param ofColumns of columns by their headings, {@code as_of}, or by sheet and heading, {@code
 *     ท่าบ่อ!as_of}, both as messages have them
 */
public record DateAnswer(@Nullable DateOrder ofAll, Map<String, DateOrder> ofColumns) {

    /** Nobody said anything. */
    public static final DateAnswer NONE = new DateAnswer(null, Map.of());

    public DateAnswer {
        ofColumns = new TreeMap<>(ofColumns);
    }

    /** One order for the whole file. */
    public static DateAnswer all(DateOrder order) {
        return new DateAnswer(order, Map.of());
    }

    /**
     * Reads what a request says: {@code mdy}, or {@code as_of:mdy;value:dmy}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static DateAnswer parse(String text) {
        return ofParts(List.of(text.split(";", -1)));
    }

    /**
     * The answer with these {@linkplain #parts() parts}.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public static DateAnswer ofParts(Collection<String> parts) {
        DateOrder ofAll = null;
        Map<String, DateOrder> ofColumns = new LinkedHashMap<>();
        for (String part : parts) {
            int colon = part.lastIndexOf(':');
            DateOrder order =
                    DateOrder.of(part.substring(colon + 1).strip())
                            .orElseThrow(() -> new IllegalArgumentException("No order: " + part));
            String column = colon < 0 ? "" : part.substring(0, colon).strip();
            boolean again =
                    colon < 0 ? ofAll != null : ofColumns.putIfAbsent(column, order) != null;
            if (again || (colon >= 0 && column.isEmpty())) {
                throw new IllegalArgumentException("Twice, or of no column: " + part);
            }
            ofAll = colon < 0 ? order : ofAll;
        }
        return new DateAnswer(ofAll, ofColumns);
    }

    /**
     * How a column is called in an answer.
     *
     * @param sheet as messages have it; empty where the file has no sheets
     */
    public static String column(String sheet, String heading) {
        return sheet.isEmpty() ? heading : sheet + "!" + heading;
    }

    /** What was said of a column; absent if nothing was. */
    public Optional<DateOrder> of(String sheet, String heading) {
        return Optional.ofNullable(ofColumns.get(column(sheet, heading)))
                .or(() -> Optional.ofNullable(ofColumns.get(heading)))
                .or(() -> Optional.ofNullable(ofAll));
    }

    /** Whether anything was said. */
    public boolean isGiven() {
        return ofAll != null || !ofColumns.isEmpty();
    }

    /** The same once more was said; the new wins. */
    public DateAnswer with(DateAnswer more) {
        Map<String, DateOrder> columns = new TreeMap<>(ofColumns);
        columns.putAll(more.ofColumns);
        return new DateAnswer(more.ofAll == null ? ofAll : more.ofAll, columns);
    }

    /** The other order wherever one was said. */
    public DateAnswer turned() {
        return new DateAnswer(
                ofAll == null ? null : ofAll.other(),
                ofColumns.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> entry.getValue().other())));
    }

    /** Each order that was said, as a request says it. */
    public SortedSet<String> parts() {
        SortedSet<String> parts = new TreeSet<>();
        if (ofAll != null) {
            parts.add(ofAll.key());
        }
        ofColumns.forEach((column, order) -> parts.add(column + ":" + order.key()));
        return parts;
    }
}
