package districtkpi.importer.result;

import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Change;
import districtkpi.importer.ImportReport.Impact;
import districtkpi.importer.ImportReport.Kind;
import districtkpi.importer.ImportReport.LevelChange;
import districtkpi.importer.Issue;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the undo of an import would do, did, or why it was refused.
 *
 * @param undoId present once committed
 * @param importId the import that is undone
 * @param file its name
 * @param changes what becomes of each figure of the import, by line
 * @param levels the indicators before and after
 * @param impact the districts before and after
 */
public record UndoReport(
        OptionalLong undoId,
        ImportReport.Status status,
        long importId,
        String file,
        String sha256,
        List<Issue> issues,
        List<Change> changes,
        List<LevelChange> levels,
        List<Impact> impact) {

    public UndoReport {
        issues = List.copyOf(issues);
        changes = List.copyOf(changes);
        levels = List.copyOf(levels);
        impact = List.copyOf(impact);
    }

    /** Figures of which nothing is known any more on their day. */
    public int removed() {
        return count(Kind.REMOVED);
    }

    /** Figures in whose place another one counts on their day. */
    public int changed() {
        return count(Kind.CHANGED);
    }

    /** Figures that another import says as well, or that did not count on their day. */
    public int unchanged() {
        return count(Kind.UNCHANGED);
    }

    /** As {@link ImportReport#basis}. */
    public String basis() {
        return ImportReport.basis(List.of(importId, sha256), changes, levels, impact);
    }

    private int count(Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }
}
