package districtkpi.importer.source;

import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.issue.ExtractIssueCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the rows that were left out: by why, where they stand, and whose they are. */
final class LeftOutRows {

    private final Map<Key, Count> counts = new LinkedHashMap<>();
    private int all;

    private record Key(String sheet, Optional<DistrictCode> district, ExtractIssueCode reason) {}

    private static final class Count {
        private final int firstLine;
        private int rows;

        Count(int firstLine) {
            this.firstLine = firstLine;
        }
    }

    /**
     * A row was left out.
     *
     * @param district as far as the row says it
     */
    void add(String sheet, int line, Optional<DistrictCode> district, ExtractIssueCode reason) {
        all++;
        counts.computeIfAbsent(new Key(sheet, district, reason), _ -> new Count(line)).rows++;
    }

    /** All rows that were left out. */
    int all() {
        return all;
    }

    /** In the order of the file. */
    List<ExtractReport.LeftOut> toReport() {
        return counts.entrySet().stream()
                .map(entry ->
                        new ExtractReport.LeftOut(
                                entry.getKey().sheet(),
                                entry.getKey().district(),
                                entry.getKey().reason().name(),
                                entry.getValue().rows,
                                entry.getValue().firstLine))
                .toList();
    }
}
