package districtkpi.importer.result;

import districtkpi.importer.BasisDigest;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportEffect.Change;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportEffect.Kind;
import districtkpi.importer.ImportEffect.LevelChange;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the undo of an import would do, did, or why it was refused.
 *
 * @param undoId present once committed
 * @param importId the import that is undone
 * @param file its name
 * @param effect what it does to the figures of the import, to levels and ranks
 */
public record UndoReport(
        OptionalLong undoId,
        ImportReport.Status status,
        long importId,
        String file,
        String sha256,
        List<Issue> issues,
        ImportEffect effect) {

    public UndoReport {
        issues = List.copyOf(issues);
    }

    /** Figures of which nothing is known any more on their day. */
    public int removed() {
        return effect.count(Kind.REMOVED);
    }

    /** Figures in whose place another one counts on their day. */
    public int changed() {
        return effect.count(Kind.CHANGED);
    }

    /** Figures that another import says as well, or that did not count on their day. */
    public int unchanged() {
        return effect.count(Kind.UNCHANGED);
    }

    /** As {@link ImportReport#basis}. */
    public String basis() {
        return new BasisDigest().number(importId).text(sha256).effect(effect).sha256();
    }

    public List<Change> changes() {
        return effect.changes();
    }

    public List<LevelChange> levels() {
        return effect.levels();
    }

    public List<Impact> impact() {
        return effect.impact();
    }
}
