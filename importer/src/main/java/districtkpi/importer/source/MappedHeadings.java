package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.IssueLog;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The headings of which a request says what columns they are. */
final class MappedHeadings {

    private final Map<ColumnKey, String> mapping;
    private final Set<String> keys;
    private final Set<String> found = new HashSet<>();

    MappedHeadings(Map<ColumnKey, String> mapping) {
        this.mapping = mapping;
        this.keys = mapping.values().stream().map(Headings::key).collect(Collectors.toSet());
    }

    /** As {@link Headings#key} has them. */
    Set<String> keys() {
        return keys;
    }

    /** Takes down which headings a header has. */
    void found(FileRow header) {
        header.cells().forEach(cell -> found.add(Headings.key(cell)));
    }

    /** Says what was mapped that the source or the file does not have. */
    void report(SourceDescription source, IssueLog log) {
        mapping.forEach((column, heading) -> {
            if (source.column(column).isEmpty()) {
                log.addFile(
                        ExtractIssueCode.UNKNOWN_SOURCE_COLUMN,
                        column,
                        String.join(
                                ", ",
                                source.columns().stream()
                                        .map(known -> known.key().value())
                                        .toList()));
            } else if (!found.contains(Headings.key(heading))) {
                log.addFile(
                        ExtractIssueCode.MAPPED_HEADING_MISSING,
                        CellText.shown(heading),
                        source.column(column).get().name());
            }
        });
    }
}
